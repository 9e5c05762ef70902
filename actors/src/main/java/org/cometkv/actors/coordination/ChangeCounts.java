package org.cometkv.actors.coordination;

import java.util.concurrent.atomic.LongAdder;

/** Counters of what the changes of one node needed beside their first messages. Thread-safe. */
public final class ChangeCounts {

    /** Messages that were sent once more: refused for now, silent, or not an owner. */
    public final LongAdder resent = new LongAdder();

    /** Changes that were repeated with a newer version. */
    public final LongAdder repeated = new LongAdder();

    /** Changes that were taken back. */
    public final LongAdder retracted = new LongAdder();
}
