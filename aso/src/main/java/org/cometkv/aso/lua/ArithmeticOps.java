package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.text.NegativeZero;
import org.cometkv.aso.lua.text.Numbers;
import org.cometkv.aso.lua.text.RandomState;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Arithmetic as Lua 5.2 does it: on doubles, with integers as a faster form of the same numbers.
 *
 * <p>Where Java and C differ it is C's, and so Lua's; the same on every machine.
 */
final class ArithmeticOps {

    /** The numbers of a numeric loop, in the order of their registers. */
    private static final String[] LOOP = {"initial value", "limit", "step"};

    private ArithmeticOps() {}

    static LuaValue integer(long number) {
        return (int) number == number ? LuaInteger.valueOf((int) number) : LuaValue.valueOf((double) number);
    }

    /** The result of an instruction on two numbers; null if one is no number. */
    static LuaValue numbers(int opcode, LuaValue x, LuaValue y) {
        if (!(x instanceof LuaNumber && y instanceof LuaNumber)) {
            return null;
        }
        if (x instanceof LuaInteger m && y instanceof LuaInteger n) {
            LuaValue exact = integers(opcode, m.v, n.v);
            if (exact != null) {
                return exact;
            }
        }
        return NegativeZero.box(doubles(opcode, x.todouble(), y.todouble()));
    }

    // Both are switches with returns: as expressions the compiler made slower code of them, a twentieth of a bare loop.

    private static LuaValue integers(int opcode, int m, int n) {
        switch (opcode) {
            case Lua.OP_ADD:
                return integer((long) m + n);
            case Lua.OP_SUB:
                return integer((long) m - n);
            case Lua.OP_MUL:
                // A product of zero may be a negative zero.
                return m != 0 && n != 0 ? integer((long) m * n) : null;
            case Lua.OP_MOD:
                return n != 0 ? LuaInteger.valueOf(Math.floorMod(m, n)) : null;
            default:
                return null;
        }
    }

    private static double doubles(int opcode, double x, double y) {
        switch (opcode) {
            case Lua.OP_ADD:
                return x + y;
            case Lua.OP_SUB:
                return x - y;
            case Lua.OP_MUL:
                return x * y;
            case Lua.OP_DIV:
                return x / y;
            case Lua.OP_MOD:
                return modulo(x, y);
            case Lua.OP_POW:
                return power(x, y);
            default:
                return -x;
        }
    }

    private static double modulo(double x, double y) {
        if (Double.isInfinite(y) && !Double.isInfinite(x)) {
            return x == 0 || x > 0 == y > 0 ? x : y;
        }
        return x - Math.floor(x / y) * y;
    }

    /** An arithmetic instruction on any values, for the Lua function on top. */
    static void any(EventRun run, Frame f, int opcode, LuaValue x, LuaValue y, int target) {
        LuaValue m = coerced(x, run);
        LuaValue n = coerced(y, run);
        LuaValue result = numbers(opcode, m, n);
        if (result != null) {
            f.registers[target] = result;
            return;
        }
        LuaValue handler = Metatables.ofEither(run, x, y, InternedNames.ARITHMETIC[opcode - Lua.OP_ADD]);
        if (handler == LuaValue.NIL) {
            throw Faults.operands(run, f, "perform arithmetic on", m instanceof LuaNumber ? y : x);
        }
        CallOps.invoke(run, f, Frame.ORDINARY, target, 1, handler, x, y);
    }

    /** The number that a numeric string is, or the value itself. */
    static LuaValue coerced(LuaValue value, Meter meter) {
        if (value instanceof LuaString text && Numbers.parse(text, meter) instanceof LuaNumber number) {
            return number;
        }
        return value;
    }

    /** Checks the three numbers of a numeric loop and steps back once. */
    static void prepareLoop(EventRun run, LuaValue[] registers, int at) {
        for (int i = 0; i < LOOP.length; i++) {
            registers[at + i] = coerced(registers[at + i], run);
        }
        for (int i = 0; i < LOOP.length; i++) {
            if (!(registers[at + i] instanceof LuaNumber)) {
                throw LuaFault.of("'for' " + LOOP[i] + " must be a number");
            }
        }
        registers[at] = numbers(Lua.OP_SUB, registers[at], registers[at + 2]);
    }

    /** Steps a numeric loop of any numbers; whether it goes on. */
    static boolean stepLoop(LuaValue[] registers, int at) {
        double step = registers[at + 2].todouble();
        double next = registers[at].todouble() + step;
        double limit = registers[at + 1].todouble();
        if (step > 0 ? next <= limit : limit <= next) {
            registers[at] = NegativeZero.box(next);
            registers[at + 3] = registers[at];
            return true;
        }
        return false;
    }

    /** The operator {@code ^}: 1 to any power is 1, even to NaN, and so is -1 to an infinite one. */
    static double power(double base, double exponent) {
        if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
    }

    /** The fraction, with the sign of the number; 0 for the infinities. */
    static double fraction(double number) {
        return Math.copySign(Double.isInfinite(number) ? 0 : number - Numbers.whole(number), number);
    }

    /** The power of two by which a number has to be divided to be at least 0.5 and less than 1; 0 if there is none. */
    static int exponent(double number) {
        int exponent = Math.getExponent(number);
        if (number == 0 || exponent > Double.MAX_EXPONENT) {
            return 0;
        }
        // The exponent of a subnormal number shows only once it is multiplied.
        return exponent < Double.MIN_EXPONENT ? Math.getExponent(number * 0x1p60) - 59 : exponent + 1;
    }

    /** A number times a power of two. */
    static double scaled(double number, double power) {
        return Math.scalb(number, (int) power);
    }

    /** A logarithm to any base; exact for powers of ten to the base 10. */
    static double logarithm(double number, double base) {
        return base == 10 ? StrictMath.log10(number) : StrictMath.log(number) / StrictMath.log(base);
    }

    /** A random whole number from {@code low} to {@code high}, which are whole and not empty between them. */
    static double random(RandomState state, double low, double high) {
        return Math.floor(state.next() * (high - low + 1)) + low;
    }
}
