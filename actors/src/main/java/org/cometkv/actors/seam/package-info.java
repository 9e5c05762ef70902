/**
 * The seams of a node: clock, network and members. Nothing in a node reads time, sends or learns of members past
 * them, so that a TestKit can put virtual time, a simulated network and a simulated failure detector in their place.
 *
 * <pre>
 *   Clock     monotonic and wall time, tasks after a while     ◀── pekko.PekkoClock
 *   Network   links that carry frames of wire                  ◀── pekko.ArteryNetwork
 *   Members   joined, suspected, recovered, gone, downed       ◀── pekko.ClusterMembers
 * </pre>
 *
 * <p>Public for the TestKit; applications have no use for it.
 *
 * <p>Decisions. 2026-11-30: interfaces only; production is in {@code pekko}, messages are in {@code wire}.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.seam;
