/**
 * The TestKit: tests of objects, and of many nodes on one thread in virtual time.
 *
 * <pre>
 *   CometTestKit ──▶ SimulatedCluster ──▶ KitNode (a production node on simulated seams)
 *                        ├ world      one thread, one order, one time; Pekko's executors and scheduler
 *                        ├ network    delays, losses, cuts, drawn from the seed
 *                        ├ members    who is a member, suspected, removed; production timings
 *                        └ trace      what happened, its hash, its last lines
 *   CometAssertions ──▶ observed   objects and their replicas, of a cluster or of a
 *                   ──▶ script     ScriptTester: the handlers of one script, without an actor
 *                          └ fuel  figures of fuel in a file beside the tests
 * </pre>
 *
 * <p>Decisions. 2026-11-30: whole production nodes on simulated seams, so that what is tested is what runs. 2026-11-30:
 * AssertJ is optional: only {@link org.cometkv.testkit.CometAssertions} and what it gives need it.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit;
