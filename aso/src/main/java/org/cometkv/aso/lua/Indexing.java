package org.cometkv.aso.lua;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Reads and writes of fields where a metamethod may decide. */
final class Indexing {

    private static final int HOPS_MAX = 100;

    private Indexing() {}

    /** Reads a field of any value for the Lua function on top; the result arrives in the target register. */
    static void get(Run run, Frame f, LuaValue object, LuaValue key, int target) {
        LuaValue at = object;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            LuaValue handler;
            if (at instanceof Table table) {
                LuaValue value = table.get(run, key);
                if (value != LuaValue.NIL || table.metatable == null) {
                    f.registers[target] = value;
                    return;
                }
                handler = table.metatable.get(Names.INDEX);
                if (handler == LuaValue.NIL) {
                    f.registers[target] = LuaValue.NIL;
                    return;
                }
            } else if (at instanceof LuaString) {
                handler = Libraries.strings();
            } else if (at instanceof Handle handle) {
                f.registers[target] = key instanceof LuaString name ? handle.field(name, run) : LuaValue.NIL;
                return;
            } else {
                throw Faults.index(run, f, at);
            }
            if (handler instanceof Function) {
                Calls.invoke(run, f, Frame.ORDINARY, target, 1, handler, at, key);
                return;
            }
            run.charge(1);
            at = handler;
        }
        throw LuaFault.of("loop in gettable");
    }

    /** Writes a field of any value for the Lua function on top. */
    static void set(Run run, Frame f, LuaValue object, LuaValue key, LuaValue value) {
        LuaValue at = object;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            if (!(at instanceof Table table)) {
                throw at instanceof Handle ? LuaFault.of("attempt to modify a frozen value") : Faults.index(run, f, at);
            }
            LuaValue handler = LuaValue.NIL;
            if (table.metatable != null && table.get(run, key) == LuaValue.NIL) {
                handler = table.metatable.get(Names.NEWINDEX);
            }
            if (handler == LuaValue.NIL) {
                table.set(run, key, value);
                return;
            }
            if (handler instanceof Function) {
                Calls.invoke(run, f, Frame.ORDINARY, 0, 0, handler, at, key, value);
                return;
            }
            run.charge(1);
            at = handler;
        }
        throw LuaFault.of("loop in settable");
    }

    /** Reads a field for a library function: its value, or what it returns to go on with the result of a metamethod. */
    static LuaValue get(Call call, Builtin.Body then, LuaValue object, LuaValue key) {
        LuaValue at = object;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            if (!(at instanceof Table table)) {
                throw LuaFault.of("attempt to index a " + at.typename() + " value");
            }
            LuaValue value = table.get(call.meter, key);
            if (value != LuaValue.NIL || table.metatable == null) {
                return value;
            }
            LuaValue handler = table.metatable.get(Names.INDEX);
            if (handler == LuaValue.NIL) {
                return handler;
            }
            if (handler instanceof Function) {
                return call.invoke(then, handler, at, key);
            }
            call.meter.charge(1);
            at = handler;
        }
        throw LuaFault.of("loop in gettable");
    }
}
