/**
 * A kit for tests of many nodes and of users' own objects, on one thread in virtual time.
 *
 * <pre>
 *   CometTestKit ──▶ SimulatedCluster ──▶ KitNode (a production node on simulated seams)
 *                        ├ world      one thread, one order, one time; Pekko's executors and scheduler
 *                        ├ network    delays, losses, cuts, drawn from the seed
 *                        ├ members    who is a member, suspected, removed; production timings
 *                        └ trace      what happened, its hash, its last lines
 * </pre>
 *
 * <p>Decisions. 2026-11-30: whole production nodes on simulated seams, so that what is tested is what runs.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit;
