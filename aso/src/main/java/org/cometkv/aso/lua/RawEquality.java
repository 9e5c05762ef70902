package org.cometkv.aso.lua;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Raw equality of values, and the hash that goes with it.
 *
 * <p>Whatever a script can bring about is charged here, in the operation itself. Only a table, which has paid for a
 * key's hash already, uses the forms without a meter.
 */
final class RawEquality {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private RawEquality() {}

    /** Whether two values are equal; long strings are read, and charged. */
    static boolean equal(Meter meter, LuaValue a, LuaValue b) {
        if (a instanceof LuaString x && x.m_length >= LuaStrings.LONG && b instanceof LuaString y && a != b) {
            meter.charge(Math.min(x.m_length, y.m_length) >> Prices.COMPARED_SHIFT);
        }
        return same(a, b);
    }

    /** The same, not charged: of values whose hashes are known to be equal. */
    static boolean same(LuaValue a, LuaValue b) {
        if (a == b) {
            // NaN is the one value that does not equal itself.
            return !(a instanceof LuaNumber number) || number.todouble() == number.todouble();
        }
        if (a instanceof LuaString text) {
            return b instanceof LuaString other && same(text, other);
        }
        if (a instanceof LuaInteger integer) {
            return b instanceof LuaInteger other ? integer.v == other.v : b instanceof NegativeZero && integer.v == 0;
        }
        if (a instanceof LuaNumber number) {
            return b instanceof LuaNumber other && number.todouble() == other.todouble();
        }
        return a instanceof HostHandle && a.equals(b);
    }

    private static boolean same(LuaString a, LuaString b) {
        int length = a.m_length;
        return length == b.m_length
                && a.hashCode() == b.hashCode()
                && Arrays.equals(
                        a.m_bytes, a.m_offset, a.m_offset + length, b.m_bytes, b.m_offset, b.m_offset + length);
    }

    /** Fuel for a comparison with this key. */
    static int comparison(LuaValue key) {
        return key instanceof LuaString text ? text.m_length >> Prices.COMPARED_SHIFT : 0;
    }

    /** The hash of a key, charged if it is long. */
    static int hash(Meter meter, LuaValue key) {
        if (key instanceof LuaString text && text.m_length >= LuaStrings.LONG) {
            meter.charge(text.m_length >> Prices.HASHED_SHIFT);
        }
        return hash(key);
    }

    /** The hash of a key; depends on its content, of tables and functions on their identity, which no order does. */
    static int hash(LuaValue key) {
        if (key instanceof LuaString text) {
            return text.m_length < LuaStrings.LONG ? text.hashCode() : longHash(text);
        }
        if (key instanceof LuaInteger integer) {
            return integer.v;
        }
        return key instanceof LuaNumber number ? Double.hashCode(number.todouble()) : key.hashCode();
    }

    private static int longHash(LuaString text) {
        byte[] bytes = text.m_bytes;
        int at = text.m_offset;
        int end = at + text.m_length;
        long hash = text.m_length;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(bytes, at));
        }
        for (; at < end; at++) {
            hash = mixed(hash ^ bytes[at]);
        }
        return (int) hash;
    }

    private static long mixed(long word) {
        long product = word * FACTOR;
        return product ^ product >>> 32;
    }

    /** The form in which a number is a key: a negative zero is zero. */
    static LuaValue normal(LuaValue key) {
        return key instanceof NegativeZero ? LuaInteger.valueOf(0) : key;
    }
}
