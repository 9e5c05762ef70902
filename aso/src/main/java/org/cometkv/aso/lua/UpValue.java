package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/** A captured variable: a cell of a live frame's registers while open, a cell of its own once closed. */
final class UpValue {

    LuaValue[] cells;
    int index;

    /** The next open one of the same frame, at a lower register. */
    UpValue next;

    /** Whether the chunk made it: then what an event writes is put back at its end. */
    final boolean guarded;

    UpValue(LuaValue[] cells, int index, UpValue next, boolean guarded) {
        this.cells = cells;
        this.index = index;
        this.next = next;
        this.guarded = guarded;
    }

    /** A variable of no frame. */
    UpValue(LuaValue value) {
        this(new LuaValue[] {value}, 0, null, false);
    }

    LuaValue get() {
        return cells[index];
    }

    void close() {
        cells = new LuaValue[] {cells[index]};
        index = 0;
        next = null;
    }
}
