package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Comparisons, lengths and concatenation where a metamethod may decide. */
final class ComparisonOps {

    static final int FALSE = 0;
    static final int TRUE = 1;
    /** A metamethod decides. */
    static final int UNDECIDED = -1;

    private ComparisonOps() {}

    /** The order of two numbers or two strings; {@link #UNDECIDED} for other values. */
    static int raw(Meter meter, boolean orEqual, LuaValue x, LuaValue y) {
        if (x instanceof LuaNumber && y instanceof LuaNumber) {
            double m = x.todouble();
            double n = y.todouble();
            return (orEqual ? m <= n : m < n) ? TRUE : FALSE;
        }
        if (x instanceof LuaString m && y instanceof LuaString n) {
            meter.charge(Math.min(m.m_length, n.m_length) >> Prices.COMPARED_SHIFT);
            int order = LuaStrings.compare(m, n);
            return (orEqual ? order <= 0 : order < 0) ? TRUE : FALSE;
        }
        return UNDECIDED;
    }

    /** Compares for the Lua function on top, and skips its next instruction unless the answer is the expected one. */
    static void order(EventRun run, Frame f, int opcode, LuaValue x, LuaValue y, int expected) {
        boolean orEqual = opcode == Lua.OP_LE;
        int order = raw(run, orEqual, x, y);
        if (order != UNDECIDED) {
            if (order != expected) {
                f.pc++;
            }
            return;
        }
        LuaValue handler = Metatables.ofEither(run, x, y, orEqual ? InternedNames.LE : InternedNames.LT);
        if (handler != LuaValue.NIL) {
            CallOps.invoke(run, f, Frame.CONDITION, expected, 1, handler, x, y);
            return;
        }
        handler = orEqual ? Metatables.ofEither(run, y, x, InternedNames.LT) : handler;
        if (handler == LuaValue.NIL) {
            throw Faults.compare(x, y);
        }
        CallOps.invoke(run, f, Frame.CONDITION, expected ^ 1, 1, handler, y, x);
    }

    /** Compares two tables that are not the same one. */
    static void equal(EventRun run, Frame f, Table x, Table y, int expected) {
        LuaValue handler = Metatables.equality(run, x, y);
        if (handler != LuaValue.NIL) {
            CallOps.invoke(run, f, Frame.CONDITION, expected, 1, handler, x, y);
        } else if (expected != FALSE) {
            f.pc++;
        }
    }

    static void length(EventRun run, Frame f, LuaValue value, int target) {
        if (value instanceof LuaString text) {
            f.registers[target] = LuaValue.valueOf(text.m_length);
            return;
        }
        LuaValue handler = Metatables.of(run, value, InternedNames.LEN);
        if (handler != LuaValue.NIL) {
            CallOps.invoke(run, f, Frame.ORDINARY, target, 1, handler, value, value);
        } else if (value instanceof Table table) {
            f.registers[target] = LuaValue.valueOf(table.count);
        } else {
            throw Faults.operands(run, f, "get length of", value);
        }
    }
}
