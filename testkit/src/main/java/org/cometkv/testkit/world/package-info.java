/**
 * Actors on one thread in virtual time: the world, and what of Pekko and the JDK is put in its hands.
 *
 * <pre>
 *   WorldSystem ──▶ Pekko ──▶ WorldExecutor, WorldScheduler ──▶ World: ready ring, heap of due entries
 *   WorldStage (join, get, orTimeout) ──────────────────────────┘        │
 *                                                   Domain: the tasks of one life of one node
 * </pre>
 *
 * <p>Decisions. 2026-11-30: mailboxes, throughput, supervision and stop are Pekko's own code; only the executors and
 * the scheduler are replaced. The path of a mailbox's actor tells whose a task is; nobody asks for it unless a node
 * is paused or dead, or work costs time.
 *
 * <p>Everything here is non-null, but for the domain of a task that belongs to none.
 */
package org.cometkv.testkit.world;
