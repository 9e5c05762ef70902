package org.cometkv.actors.repair;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;

/** The count of changes in each range of keys, so that only what has changed is digested again. Thread-safe. */
public final class ChangedRanges {

    private final AtomicIntegerArray changes = new AtomicIntegerArray(RangeDigest.RANGES);

    /** What is held under the key is another than before. */
    public void changed(Key key) {
        changes.incrementAndGet(RangeDigest.range(key));
    }

    int count(int range) {
        return changes.get(range);
    }
}
