package org.cometkv.aso.lua;

import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Arithmetic as Lua 5.2 does it: on doubles, with integers as a faster form of the same numbers. */
final class Arith {

    /** The numbers of a numeric loop, in the order of their registers. */
    private static final String[] LOOP = {"initial value", "limit", "step"};

    private Arith() {}

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
                return Arithmetic.power(x, y);
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
    static void any(Run run, Frame f, int opcode, LuaValue x, LuaValue y, int target) {
        if (opcode == Lua.OP_POW) {
            run.charge(Prices.POWER);
        }
        LuaValue m = coerced(x, run);
        LuaValue n = coerced(y, run);
        LuaValue result = numbers(opcode, m, n);
        if (result != null) {
            f.registers[target] = result;
            return;
        }
        LuaValue handler = Metatables.ofEither(run, x, y, Names.arithmetic(opcode - Lua.OP_ADD));
        if (handler == LuaValue.NIL) {
            throw Faults.operands(run, f, "perform arithmetic on", m instanceof LuaNumber ? y : x);
        }
        Calls.invoke(run, f, Frame.ORDINARY, target, 1, handler, x, y);
    }

    /** The number that a numeric string is, or the value itself. */
    static LuaValue coerced(LuaValue value, Meter meter) {
        if (value instanceof LuaString text && Numbers.parse(text, meter) instanceof LuaNumber number) {
            return number;
        }
        return value;
    }

    /** Checks the three numbers of a numeric loop and steps back once. */
    static void prepareLoop(Run run, LuaValue[] registers, int at) {
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
}
