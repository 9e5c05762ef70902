package org.cometkv.aso.lua;

import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** How many bytes of heap values are charged for while they are part of an object's state. */
final class Heap {

    /** A place in a list. */
    static final int LISTED = 8;

    private static final int NUMBER = 16;
    private static final int STRING = 48;
    private static final int HANDLE = 64;
    private static final int ENTRY = 40;

    private Heap() {}

    /** A value beside the place that holds it; tables and functions are not counted here. */
    static long of(LuaValue value) {
        if (value instanceof LuaNumber) {
            return NUMBER;
        }
        if (value instanceof LuaString text) {
            return STRING + (long) text.m_length;
        }
        return value instanceof Handle ? HANDLE : 0;
    }

    /** The entry of a key, without its value: short keys are shared with the script. */
    static long ofEntry(LuaValue key) {
        return key instanceof LuaString text ? ENTRY + (long) text.m_length : ENTRY + of(key);
    }

    /** A table with all it holds, but for the tables among them. */
    static long of(Table table) {
        long bytes = Table.BYTES + (long) LISTED * table.count;
        for (int i = 0; i < table.count; i++) {
            bytes += of(table.list[i]);
        }
        for (int i = 0; i < table.used; i++) {
            bytes += ofEntry(table.slots[2 * i]) + of(table.slots[2 * i + 1]);
        }
        return bytes;
    }
}
