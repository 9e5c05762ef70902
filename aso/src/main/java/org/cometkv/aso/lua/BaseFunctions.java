package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.text.LuaStringBuilder;
import org.cometkv.aso.lua.text.Numbers;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The functions of Lua's base library that are safe to offer, but for iteration. */
final class BaseFunctions {

    private static final LuaString ASSERTION = LuaString.valueOf("assertion failed!");
    private static final LuaString COUNT = LuaString.valueOf("#");
    private static final LuaString STRING = LuaString.valueOf("string");
    private static final int BASE_MAX = 36;

    private BaseFunctions() {}

    static LuaValue check(BuiltinCall call) {
        if (!call.arg(1).toboolean()) {
            throw LuaFault.of(call.optString(2, ASSERTION));
        }
        return call.begin().addArguments(1);
    }

    static LuaValue error(BuiltinCall call) {
        LuaValue value = call.arg(1);
        int level = call.optInt(2, 1);
        if (level <= 0 || !(value instanceof LuaString) && !(value instanceof LuaNumber)) {
            throw LuaFault.raw(value);
        }
        Frame f = call.run.frame;
        for (int i = 1; i < level && f != null; i++) {
            call.meter.fuel -= (i & 7) == 0 ? 1 : 0;
            f = f.below;
            if (f != null && f.closure == null && f.step instanceof ConcatOps) {
                // An operator and no call, so no level of its own.
                f = f.below;
            }
        }
        LuaStringBuilder message = new LuaStringBuilder(call.meter);
        message.append(Numbers.latin(Faults.position(f)));
        message.append(call.checkString(1));
        throw LuaFault.raw(message.finish());
    }

    static LuaValue getMetatable(BuiltinCall call) {
        LuaValue value = call.checkAny(1);
        if (value instanceof LuaString) {
            return STRING;
        }
        if (!(value instanceof Table table) || table.metatable == null) {
            return LuaValue.NIL;
        }
        LuaValue shown = table.metatable.get(call.meter, InternedNames.METATABLE);
        return shown != LuaValue.NIL ? shown : table.metatable;
    }

    static LuaValue setMetatable(BuiltinCall call) {
        Table table = call.checkTable(1);
        LuaValue given = call.arg(2);
        if (call.count < 2 || given != LuaValue.NIL && !(given instanceof Table)) {
            throw call.badArgument(2, "nil or table expected");
        }
        if (table.metatable != null && table.metatable.get(call.meter, InternedNames.METATABLE) != LuaValue.NIL) {
            throw LuaFault.of("cannot change a protected metatable");
        }
        Table to = given instanceof Table metatable ? metatable : null;
        if (to != null && to.get(call.meter, InternedNames.MODE) != LuaValue.NIL) {
            throw LuaFault.of("weak tables are not supported");
        }
        table.setMetatable(call.meter, to);
        return table;
    }

    static LuaValue rawLength(BuiltinCall call) {
        if (call.arg(1) instanceof Table table) {
            return LuaValue.valueOf(table.count);
        }
        if (call.arg(1) instanceof LuaString text) {
            return LuaValue.valueOf(text.m_length);
        }
        throw call.badArgument(1, "table or string expected");
    }

    static LuaValue rawSet(BuiltinCall call) {
        Table table = call.checkTable(1);
        table.set(call.meter, call.checkAny(2), call.checkAny(3));
        return table;
    }

    static LuaValue select(BuiltinCall call) {
        if (call.arg(1) instanceof LuaString text && text.raweq(COUNT)) {
            return LuaValue.valueOf(call.count - 1);
        }
        long n = (long) call.checkNumber(1);
        long from = n < 0 ? call.count + n + 1 : n + 1;
        if (n == 0 || n < 0 && from < 2) {
            throw call.badArgument(1, "index out of range");
        }
        if (n >= call.count) {
            return BuiltinCall.NONE;
        }
        call.meter.charge(call.count - from);
        return call.begin().addArguments((int) from);
    }

    static LuaValue toNumber(BuiltinCall call) {
        if (call.isNoneOrNil(2)) {
            return ArithmeticOps.coerced(call.checkAny(1), call.meter) instanceof LuaNumber number
                    ? number
                    : LuaValue.NIL;
        }
        LuaString text = call.checkString(1);
        int base = (int) call.checkNumber(2);
        if (base < 2 || base > BASE_MAX) {
            throw call.badArgument(2, "base out of range");
        }
        return Numbers.parse(text, base, call.meter);
    }

    static LuaValue toText(BuiltinCall call) {
        LuaValue value = call.checkAny(1);
        LuaValue handler = Metatables.of(call.meter, value, InternedNames.TOSTRING);
        return handler == LuaValue.NIL
                ? text(value, call)
                : call.start(handler, answer -> Numbers.coerced(answer.arg(1), answer.meter));
    }

    /** The text of a value without its metamethods; of tables and functions no address. */
    static LuaString text(LuaValue value, BuiltinCall call) {
        if (Numbers.coerced(value, call.meter) instanceof LuaString text) {
            return text;
        }
        if (value instanceof LuaBoolean truth) {
            return call.text(truth.v ? "true" : "false");
        }
        if (value instanceof HostHandle handle) {
            return call.text(handle.label());
        }
        return call.text(value == LuaValue.NIL ? "nil" : value.typename() + ": ?");
    }

    static LuaValue pcall(BuiltinCall call) {
        call.checkAny(1);
        return call.start(BaseFunctions::begin, BaseFunctions::failed);
    }

    static LuaValue xpcall(BuiltinCall call) {
        call.checkAny(2);
        LuaValue handler = call.arg(2);
        LuaValue[] arguments = call.registers;
        // The frame begins with the function and its arguments; these registers are the call's own.
        System.arraycopy(arguments, call.first + 2, arguments, call.first + 1, call.count - 2);
        call.count--;
        return call.start(BaseFunctions::begin, error -> {
            error.run.frame.catcher = BaseFunctions::failed;
            return error.invoke(BaseFunctions::failed, handler, error.arg(1));
        });
    }

    private static LuaValue begin(BuiltinCall call) {
        return call.invokeArguments(BaseFunctions::succeeded);
    }

    private static LuaValue succeeded(BuiltinCall call) {
        call.begin().add(LuaValue.TRUE);
        return call.addArguments(1);
    }

    private static LuaValue failed(BuiltinCall call) {
        return call.results(LuaValue.FALSE, call.arg(1));
    }
}
