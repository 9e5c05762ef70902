package org.cometkv.aso.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Byte-wise work on Lua strings: slices, case, repetition and plain search, each charged before it is done unless said
 * otherwise.
 *
 * <p>Results never share the bytes of their source, so a short slice does not keep a long string alive.
 */
public final class LuaStrings {

    /** The longest string there is, well below what a Java array can hold. */
    static final int LENGTH_MAX = 1 << 30;

    /** Strings of this length and more are hashed in full, at a price: LuaJ's own hash samples them. */
    public static final int LONG = 32;

    private LuaStrings() {}

    /** Whether a value is a string that is long. */
    public static boolean isLong(LuaValue value) {
        return value instanceof LuaString text && text.m_length >= LONG;
    }

    /** The order by bytes, whatever the locale; not charged. */
    public static int compare(LuaString x, LuaString y) {
        return Arrays.compareUnsigned(
                x.m_bytes, x.m_offset, x.m_offset + x.m_length, y.m_bytes, y.m_offset, y.m_offset + y.m_length);
    }

    /** The text of a string, not charged; what is no UTF-8 in it becomes the replacement character. */
    public static String decode(LuaString text) {
        return decode(text, text.m_length);
    }

    /** The text of so many bytes of it at most. */
    public static String decode(LuaString text, int most) {
        return new String(text.m_bytes, text.m_offset, Math.min(text.m_length, most), StandardCharsets.UTF_8);
    }

    /** A short text of the host's, not charged. */
    public static LuaString encode(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Charges a new string of this length, which must be bounded by {@link #LENGTH_MAX}. */
    public static void charge(long length, Budget budget) {
        if (length > LENGTH_MAX) {
            throw LuaFault.of("resulting string too large");
        }
        budget.charge(1 + (length >> Prices.COPIED_SHIFT));
        budget.allocate(Prices.STRING + length);
    }

    /** A copy of {@code length} bytes from a 0-based start. */
    static LuaString slice(LuaString source, int start, int length, Budget budget) {
        if (length == 0) {
            return LuaValue.EMPTYSTRING;
        }
        charge(length, budget);
        int from = source.m_offset + start;
        return LuaString.valueUsing(Arrays.copyOfRange(source.m_bytes, from, from + length));
    }

    /** The slice between two 1-based positions, either of which may count from the end. */
    public static LuaString sub(LuaString source, long from, long to, Budget budget) {
        long first = Math.max(1, position(from, source.m_length));
        long last = Math.min(source.m_length, position(to, source.m_length));
        if (first > last) {
            return LuaValue.EMPTYSTRING;
        }
        if (first == 1 && last == source.m_length) {
            return source;
        }
        return slice(source, (int) first - 1, (int) (last - first + 1), budget);
    }

    /** A position that may count from the end as one from the start; 0 if it lies before the start. */
    public static long position(long given, int length) {
        return given >= 0 ? given : given < -(long) length ? 0 : length + given + 1;
    }

    /** A string of so many bytes, each made from its 0-based position. */
    public static LuaString of(int length, IntUnaryOperator byteAt, Budget budget) {
        charge(length, budget);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) byteAt.applyAsInt(i);
        }
        return LuaString.valueUsing(bytes);
    }

    /** A string with each byte replaced by what this makes of it. */
    public static LuaString mapped(LuaString source, IntUnaryOperator change, Budget budget) {
        return of(source.m_length, i -> change.applyAsInt(source.m_bytes[source.m_offset + i]), budget);
    }

    public static LuaString reverse(LuaString source, Budget budget) {
        int last = source.m_offset + source.m_length - 1;
        return of(source.m_length, i -> source.m_bytes[last - i], budget);
    }

    /** {@code count} copies of a string with a separator between them. */
    public static LuaString rep(LuaString source, long count, LuaString separator, Budget budget) {
        long unit = (long) source.m_length + separator.m_length;
        if (count <= 0 || unit == 0) {
            return LuaValue.EMPTYSTRING;
        }
        if (count > LENGTH_MAX / unit + 1) {
            throw LuaFault.of("resulting string too large");
        }
        long length = count * unit - separator.m_length;
        charge(length, budget);
        byte[] bytes = new byte[(int) length];
        System.arraycopy(source.m_bytes, source.m_offset, bytes, 0, source.m_length);
        int rest = Math.min(separator.m_length, bytes.length - source.m_length);
        System.arraycopy(separator.m_bytes, separator.m_offset, bytes, source.m_length, rest);
        int done = source.m_length + rest;
        while (done < bytes.length) {
            int more = Math.min(done, bytes.length - done);
            System.arraycopy(bytes, 0, bytes, done, more);
            done += more;
        }
        return LuaString.valueUsing(bytes);
    }

    /*
     * Each place where the first byte fits is charged for the bytes that it compares; that is known only afterwards,
     * so one comparison, a vector operation, may run ahead of its charge.
     */
    /** Where a string first occurs at or after a 0-based start, or -1. */
    public static int find(LuaString source, LuaString sought, int start, Budget budget) {
        int size = sought.m_length;
        if (size == 0) {
            return start;
        }
        byte[] in = source.m_bytes;
        byte[] what = sought.m_bytes;
        int begin = source.m_offset + start;
        int last = source.m_offset + source.m_length - size;
        int head = sought.m_offset;
        budget.charge(1 + (Math.max(0, last - begin) >> Prices.COPIED_SHIFT));
        for (int i = begin; i <= last; i++) {
            if (in[i] != what[head]) {
                continue;
            }
            int same = Arrays.mismatch(in, i, i + size, what, head, head + size);
            budget.charge(1 + ((same < 0 ? size : same) >> Prices.COPIED_SHIFT));
            if (same < 0) {
                return i - source.m_offset;
            }
        }
        return -1;
    }
}
