/**
 * The three seams of a node: clock, network and members. Nothing in a node reads time, sends or learns of members past
 * them, so that a TestKit can put virtual time, a simulated network and a simulated failure detector in their place.
 * With the network goes what it carries: {@code Wire}, and the {@code Image} of an object.
 *
 * <p>Public for the TestKit only; applications have no use for it.
 */
package org.cometkv.actors.seam;
