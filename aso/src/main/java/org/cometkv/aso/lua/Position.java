package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.LuaFault;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/**
 * The position of an event that has yielded, for whoever debugs a script: with slices of one unit of fuel it is seen
 * before nearly every instruction, and an event that nobody looks at pays nothing for it.
 *
 * @param line of the instruction that comes next
 * @param lineBefore of the instruction before it in the same function
 * @param locals the local variables in scope, as {@code name = value}
 */
public record Position(int line, int lineBefore, List<String> locals) {

    private static final int SHOWN_BYTES_MAX = 4 << 10;

    /** The position in the Lua function that runs; empty while a library function goes on with its own work. */
    public static Optional<Position> of(Step.Yielded step) {
        Frame f = step.run().frame;
        return f.closure == null ? Optional.empty() : Optional.of(of(f, f.closure.prototype));
    }

    private static Position of(Frame f, Prototype p) {
        List<String> locals = new ArrayList<>();
        for (LuaString name; (name = p.getlocalname(locals.size() + 1, f.pc)) != null; ) {
            locals.add(Faults.shown(name) + " = " + shown(f.registers[locals.size()]));
        }
        return new Position(p.lineinfo[f.pc], p.lineinfo[Math.max(f.pc - 1, 0)], locals);
    }

    private static String shown(LuaValue value) {
        try {
            // As an object: compilers differ in which class they name for a method that all interfaces have.
            Object shown = ValueBridge.data(value, SHOWN_BYTES_MAX, Meter.unbounded());
            return shown.toString();
        } catch (LuaFault | LimitExceeded unsendable) {
            return value.typename();
        }
    }
}
