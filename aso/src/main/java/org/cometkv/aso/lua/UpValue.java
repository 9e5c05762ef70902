package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/** A captured variable: a register of a live frame while open, a place of its own once closed. */
final class UpValue {

    /** The frame's registers; null once closed. */
    LuaValue[] registers;

    final int register;

    private LuaValue value;

    /** The next open one of the same frame, at a lower register. */
    UpValue next;

    /** Whether the chunk made it: then what an event writes is put back at its end. */
    final boolean guarded;

    /** Whether the value that is to be put back is kept already. */
    boolean kept;

    UpValue(LuaValue[] registers, int register, UpValue next, boolean guarded) {
        this.registers = registers;
        this.register = register;
        this.next = next;
        this.guarded = guarded;
    }

    /** A variable of no frame. */
    static UpValue closed(LuaValue value, boolean guarded) {
        UpValue made = new UpValue(null, 0, null, guarded);
        made.value = value;
        return made;
    }

    LuaValue get() {
        LuaValue[] open = registers;
        return open == null ? value : open[register];
    }

    void set(LuaValue changed) {
        if (registers == null) {
            value = changed;
        } else {
            registers[register] = changed;
        }
    }

    void close() {
        value = registers[register];
        registers = null;
        next = null;
    }
}
