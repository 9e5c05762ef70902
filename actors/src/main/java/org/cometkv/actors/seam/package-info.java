/**
 * The seams of a node: clock, network, members, chance, store and witness. Nothing in a node reads time, draws, sends,
 * writes or learns of members past them, so that a TestKit can put virtual time, a simulated network, a simulated
 * failure detector and seeds in their place.
 *
 * <pre>
 *   Clock     monotonic and wall time, tasks after a while     ◀── pekko.PekkoClock
 *   Network   links that carry frames of wire                  ◀── pekko.ArteryNetwork
 *   Members   joined, known, suspected, recovered, gone, downed ◀── pekko.ClusterMembers
 *   Chance    random numbers                                   ◀── pekko.SecureChance
 *   Store     the disk                                         ◀── storage.RocksStore; empty without a data directory
 *   Witness   an observer of events and effects                    empty in production
 *   StageFactory  what applications wait for                       plain stages in production
 *   HeldReplica   what a node holds                                told to a TestKit that asks
 * </pre>
 *
 * <p>Public for the TestKit; applications have no use for it.
 *
 * <p>Decisions. 2026-11-30: interfaces only; production is in {@code pekko}, messages are in {@code wire}.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.seam;
