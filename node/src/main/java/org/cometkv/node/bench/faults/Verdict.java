package org.cometkv.node.bench.faults;

import java.util.List;

/**
 * The verdict on a history.
 *
 * @param acknowledged changes that were
 * @param lost acknowledged changes that the final readings do not show: of a key that is replaced the newest one at
 *     most, of one that collects each
 * @param lostElsewhere those of them that were not acknowledged by nodes of a side that was cut off alone
 * @param lostBeforeBatch those of them that were acknowledged over 100 ms before all nodes were killed at once, or at
 *     any other time
 * @param staleInCalm readings in calm phases that were older than a change acknowledged before they began
 * @param stale the same, of other phases
 * @param refusedShown readings that showed a change which had been refused
 * @param repeated readings that showed a change more than once
 * @param unheard readings that showed what nobody put under the key
 * @param remarks a line for each lost change, and for each that a reading in a calm phase did not show
 */
record Verdict(
        int acknowledged,
        int lost,
        int lostElsewhere,
        int lostBeforeBatch,
        int staleInCalm,
        int stale,
        int refusedShown,
        int repeated,
        int unheard,
        List<String> remarks) {

    Verdict {
        remarks = List.copyOf(remarks);
    }
}
