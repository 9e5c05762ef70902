package org.cometkv.actors.conduct;

import org.cometkv.aso.Value;

/**
 * The heap that a value takes: objects, arrays and references as the JVM has them below 32 GB, and the same on every
 * machine, so that what is charged by it is.
 */
final class ValueHeap {

    private static final int OBJECT = 16;
    private static final int NUMBER = 24;
    private static final int TABLE = 24;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    private ValueHeap() {}

    /** The bytes of heap that a value takes with all that is in it; none for what all share. */
    static long of(Value value) {
        if (value instanceof Value.Bytes text) {
            return OBJECT + array(text.length());
        }
        if (value instanceof Value.Table table) {
            return of(table);
        }
        return value instanceof Value.Num ? NUMBER : 0;
    }

    private static long of(Value.Table table) {
        long bytes = TABLE;
        if (table.listSize() > 0) {
            bytes += array((long) REFERENCE * table.listSize());
        }
        for (int i = 0; i < table.listSize(); i++) {
            bytes += of(table.listed(i));
        }
        if (table.pairCount() > 0) {
            bytes += array(2L * REFERENCE * table.pairCount());
        }
        for (int i = 0; i < table.pairCount(); i++) {
            bytes += of(table.pairKey(i)) + of(table.pairValue(i));
        }
        return bytes;
    }

    private static long array(long bytes) {
        return OBJECT + (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
