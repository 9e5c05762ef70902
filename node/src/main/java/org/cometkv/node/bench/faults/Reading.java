package org.cometkv.node.bench.faults;

import java.util.List;

/**
 * An answer to a get.
 *
 * @param key by number
 * @param beganNanos instant of the call, after the run began
 * @param endedNanos instant of its answer
 * @param isFinal whether it was read after all faults, from a cluster that had come to rest
 * @param seen numbers of changes: one of a key that is replaced, all of one that collects, none if nothing was there
 */
record Reading(int key, long beganNanos, long endedNanos, boolean isFinal, List<Integer> seen) {}
