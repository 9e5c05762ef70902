package org.cometkv.aso.lua;

import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Raw equality of values, and the hash that goes with it. */
final class Keys {

    /** Strings of this length and more are hashed in full, at a price: LuaJ's own hash samples them. */
    static final int LONG_STRING = 32;

    private static final int PRIME = 31;

    private Keys() {}

    static boolean equal(LuaValue a, LuaValue b) {
        if (a == b) {
            // NaN is the one value that does not equal itself.
            return !(a instanceof LuaNumber number) || number.todouble() == number.todouble();
        }
        if (a instanceof LuaString text) {
            return b instanceof LuaString other && text.raweq(other);
        }
        if (a instanceof LuaInteger integer) {
            return b instanceof LuaInteger other ? integer.v == other.v : b instanceof NegativeZero && integer.v == 0;
        }
        if (a instanceof LuaNumber number) {
            return b instanceof LuaNumber other && number.todouble() == other.todouble();
        }
        return a instanceof Handle && a.equals(b);
    }

    /** What comparing these costs beyond the instruction: long strings are read. */
    static void chargeComparison(Meter meter, LuaValue a, LuaValue b) {
        if (a instanceof LuaString x && b instanceof LuaString y && a != b && x.m_length >= LONG_STRING) {
            meter.charge(Math.min(x.m_length, y.m_length) >> 4);
        }
    }

    /** Depends on the content only; of tables and functions on their identity, which no order depends on. */
    static int hash(LuaValue key) {
        if (key instanceof LuaString text) {
            return text.m_length < LONG_STRING ? text.hashCode() : longHash(text);
        }
        if (key instanceof LuaInteger integer) {
            return integer.v;
        }
        if (key instanceof LuaNumber number) {
            return Double.hashCode(number.todouble());
        }
        return key.hashCode();
    }

    private static int longHash(LuaString text) {
        int hash = text.m_length;
        for (int i = text.m_offset, end = i + text.m_length; i < end; i++) {
            hash = hash * PRIME + text.m_bytes[i];
        }
        return hash;
    }

    /** The form in which a number is a key: a negative zero is zero. */
    static LuaValue normal(LuaValue key) {
        return key instanceof NegativeZero ? LuaInteger.valueOf(0) : key;
    }
}
