package org.cometkv.aso.lua;

import java.util.function.IntBinaryOperator;
import org.cometkv.aso.lua.metering.LuaFault;
import org.luaj.vm2.LuaValue;

/** Lua 5.2's bit32 library: words are ints, and numbers become words modulo 2^32. */
final class BitFunctions {

    private static final double MODULUS = 0x1p32;

    /** A word moved by a distance. */
    interface Shift {
        int apply(int word, long distance);
    }

    private BitFunctions() {}

    /** A function that joins any number of words. */
    static Builtin.Body of(int start, IntBinaryOperator operator) {
        return call -> shown(join(call, start, operator));
    }

    /** A function that moves a word by a distance. */
    static Builtin.Body of(Shift shift) {
        return call -> shown(shift.apply(word(call, 1), (long) call.checkNumber(2)));
    }

    static LuaValue extract(BuiltinCall call) {
        return shown(extract(word(call, 1), field(call, 2), call.optInt(3, 1)));
    }

    static LuaValue replace(BuiltinCall call) {
        return shown(replace(word(call, 1), word(call, 2), field(call, 3), call.optInt(4, 1)));
    }

    /** The field argument, checked together with the width after it. */
    private static int field(BuiltinCall call, int argument) {
        int field = (int) call.checkNumber(argument);
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

    static int join(BuiltinCall call, int start, IntBinaryOperator operator) {
        call.meter.charge(call.count);
        int joined = start;
        for (int i = 1; i <= call.count; i++) {
            joined = operator.applyAsInt(joined, word(call, i));
        }
        return joined;
    }

    static int word(BuiltinCall call, int argument) {
        return word(call.checkNumber(argument));
    }

    static LuaValue shown(int word) {
        return LuaValue.valueOf(number(word));
    }

    /** The word of a number: its floor modulo 2^32; 0 for NaN and the infinities. */
    static int word(double number) {
        double floor = Math.floor(number);
        if (Math.abs(floor) < 0x1p62) {
            return (int) (long) floor;
        }
        // Beyond this, all numbers are multiples of the modulus; the rest of NaN is NaN, which is 0 as a long.
        return Math.abs(floor) >= 0x1p85 ? 0 : (int) (long) (floor % MODULUS);
    }

    /** A word as the number from 0 to 2^32 - 1 that scripts see. */
    static double number(int word) {
        return word & 0xFFFF_FFFFL;
    }

    /** Shifts left, or right for a negative distance; what leaves the word is lost. */
    static int shift(int word, long left) {
        if (left <= -Integer.SIZE || left >= Integer.SIZE) {
            return 0;
        }
        return left < 0 ? word >>> -left : word << left;
    }

    /** Shifts right with copies of the sign bit, or left for a negative distance. */
    static int arithmeticShift(int word, long right) {
        return right < 0 ? shift(word, -right) : word >> Math.min(right, Integer.SIZE - 1);
    }

    static int rotate(int word, long left) {
        return Integer.rotateLeft(word, (int) (left & (Integer.SIZE - 1)));
    }

    /** The lowest {@code width} bits set, 1 to 32. */
    static int mask(int width) {
        return -1 >>> Integer.SIZE - width;
    }

    static int extract(int word, int field, int width) {
        return word >>> field & mask(width);
    }

    static int replace(int word, int value, int field, int width) {
        int mask = mask(width) << field;
        return word & ~mask | value << field & mask;
    }
}
