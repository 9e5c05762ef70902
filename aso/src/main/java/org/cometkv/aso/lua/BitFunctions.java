package org.cometkv.aso.lua;

import java.util.function.IntBinaryOperator;
import org.luaj.vm2.LuaValue;

/** Lua 5.2's bit32 library. */
final class BitFunctions {

    /** A word moved by a distance. */
    @FunctionalInterface
    interface Shift {
        int apply(int word, long distance);
    }

    private BitFunctions() {}

    /** A function that joins any number of words. */
    static Builtin.Body of(int start, IntBinaryOperator operator) {
        return call -> number(join(call, start, operator));
    }

    /** A function that moves a word by a distance. */
    static Builtin.Body of(Shift shift) {
        return call -> number(shift.apply(word(call, 1), call.checkLong(2)));
    }

    static LuaValue not(Call call) {
        return number(~word(call, 1));
    }

    static LuaValue test(Call call) {
        return LuaValue.valueOf(join(call, -1, (a, b) -> a & b) != 0);
    }

    static LuaValue extract(Call call) {
        int word = word(call, 1);
        int field = field(call, 2);
        return number(Bits.extract(word, field, call.optInt(3, 1)));
    }

    static LuaValue replace(Call call) {
        int word = word(call, 1);
        int value = word(call, 2);
        int field = field(call, 3);
        return number(Bits.replace(word, value, field, call.optInt(4, 1)));
    }

    /** The field argument, checked together with the width after it. */
    private static int field(Call call, int argument) {
        int field = call.checkInt(argument);
        int width = call.optInt(argument + 1, 1);
        if (field < 0) {
            throw call.badArgument(argument, "field cannot be negative");
        }
        if (width < 1) {
            throw call.badArgument(argument + 1, "width must be positive");
        }
        if ((long) field + width > Integer.SIZE) {
            throw LuaFault.of("trying to access non-existent bits");
        }
        return field;
    }

    private static int join(Call call, int start, IntBinaryOperator operator) {
        call.meter.charge(call.count());
        int joined = start;
        for (int i = 1; i <= call.count(); i++) {
            joined = operator.applyAsInt(joined, word(call, i));
        }
        return joined;
    }

    private static int word(Call call, int argument) {
        return Bits.word(call.checkNumber(argument));
    }

    private static LuaValue number(int word) {
        return LuaValue.valueOf(Bits.number(word));
    }
}
