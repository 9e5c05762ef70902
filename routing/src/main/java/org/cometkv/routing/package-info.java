/**
 * The key space: keys, node ids, the XOR metric and which nodes are closest to a key.
 *
 * <p>Everything here is a value or a plain class: no clock, no thread, no randomness of its own. Ids have 256 bits.
 * The metric is that of Kademlia (Maymounkov and Mazieres, 2002): the distance of two points is their exclusive or,
 * read as an unsigned number.
 *
 * <p>Decisions. 2026-11: ids are four longs instead of a byte array, because comparing and hashing them is the
 * commonest thing a node does. 2026-11: a {@link org.cometkv.routing.RoutingView} is immutable and published whole, so
 * that every thread of a node may ask it for owners without a lock.
 */
package org.cometkv.routing;
