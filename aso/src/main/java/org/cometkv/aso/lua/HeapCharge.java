package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** How many bytes of heap values are charged for while they are part of an object's state. */
final class HeapCharge {

    private HeapCharge() {}

    /** A value beside the place that holds it; tables and functions are not counted here. */
    static long of(LuaValue value) {
        if (value instanceof LuaNumber) {
            return Prices.NUMBER;
        }
        if (value instanceof LuaString text) {
            return Prices.STRING + (long) text.m_length;
        }
        return value instanceof HostHandle ? Prices.HEAP_HANDLE : 0;
    }

    /** The entry of a key, without its value: short keys are shared with the script. */
    static long ofEntry(LuaValue key) {
        return key instanceof LuaString text ? Prices.HEAP_ENTRY + (long) text.m_length : Prices.HEAP_ENTRY + of(key);
    }

    /** A table with all it holds, but for the tables among them. */
    static long of(Table table) {
        long bytes = Prices.TABLE + (long) Prices.HEAP_LISTED * table.count;
        for (int i = 0; i < table.count; i++) {
            bytes += of(table.list[i]);
        }
        for (int i = 0; i < table.used; i++) {
            bytes += ofEntry(table.slots[2 * i]) + of(table.slots[2 * i + 1]);
        }
        return bytes;
    }
}
