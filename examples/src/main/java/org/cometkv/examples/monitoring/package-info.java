/**
 * Replica monitoring: an object that watches over its replicas.
 *
 * <p><b>What it is for.</b> To see from within what a DHT does with an object: how many replicas there are, where, and
 * how that changes as nodes come and go. It sees nodes that no probe from outside reaches.
 *
 * <p><b>How it works.</b> At every tick each replica asks all neighbors of its key ({@code comet.lookup()}, then
 * {@code comet.get}) whether they hold the object. Their {@code onGet} sees that an object asks and only says that it
 * is there. The ids of those that answered, and its own, make an entry of a series; the last {@code keep} entries are
 * kept (40 fit into one answer with 20 replicas) and given to whoever asks.
 *
 * <p><b>What it does not promise.</b> A replica that does not answer within the ten seconds of a wait counts as
 * absent, alive or not. Replicas tick each in its own time, so their series differ by what happened in between. A tick
 * whose messages the object could not pay for is left out rather than reported as a loss.
 */
package org.cometkv.examples.monitoring;
