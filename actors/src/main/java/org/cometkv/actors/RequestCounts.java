package org.cometkv.actors;

import java.util.concurrent.atomic.LongAdder;
import org.cometkv.actors.coordination.ChangeCounts;

/** Counters of what the applications of one node asked for, and of what did not end well. Thread-safe. */
final class RequestCounts {

    final LongAdder gets = new LongAdder();
    final LongAdder puts = new LongAdder();
    final LongAdder updates = new LongAdder();
    final LongAdder removes = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder broken = new LongAdder();
    final ChangeCounts changes = new ChangeCounts();

    /** A request ended with this reply. */
    void ended(Object reply) {
        if (reply instanceof GetReply.Found) {
            // Most replies are of this kind.
            return;
        }
        if (reply instanceof GetReply.Refused
                || reply instanceof PutReply.Refused
                || reply instanceof RemoveReply.Refused
                || reply instanceof StatReply.Refused) {
            refused.increment();
        } else if (reply instanceof GetReply.Failed
                || reply instanceof PutReply.Failed
                || reply instanceof RemoveReply.Failed) {
            failed.increment();
        }
    }
}
