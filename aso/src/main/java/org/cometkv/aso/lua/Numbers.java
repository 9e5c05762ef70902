package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Numbers to text and text to numbers, as Lua 5.2 does both.
 *
 * <p>A number becomes text by C's {@code %.14g}. Every NaN is "nan": the sign that C shows is not the same on every
 * machine. Text becomes a number if all of it is one, blanks around it aside.
 */
final class Numbers {

    private static final int DIGITS = 14;
    private static final long WHOLE_MAX = 100_000_000_000_000L;
    /* An exponent beyond this gives zero or infinity whatever digits a script can hold. */
    private static final int EXPONENT_MAX = 100_000_000;
    private static final long MANTISSA_FULL = 1L << 56;

    private Numbers() {}

    /** The text of a number, charged. */
    static LuaString text(LuaValue number, Meter meter) {
        byte[] bytes;
        if (number instanceof LuaInteger) {
            meter.charge(1);
            bytes = bytes((long) number.toint());
        } else {
            meter.charge(Decimal.cost(number.todouble()));
            bytes = bytes(number.todouble());
        }
        meter.allocate(48 + bytes.length);
        return LuaString.valueUsing(bytes);
    }

    static byte[] bytes(double number) {
        long whole = (long) number;
        boolean isWhole = whole == number && whole > -WHOLE_MAX && whole < WHOLE_MAX;
        if (isWhole && (whole != 0 || Double.doubleToRawLongBits(number) == 0)) {
            return bytes(whole);
        }
        String sign = number < 0 || 1 / number < 0 ? "-" : "";
        double magnitude = Math.abs(number);
        if (!(magnitude <= Double.MAX_VALUE)) {
            return latin(number != number ? "nan" : sign + "inf");
        }
        return latin(sign + Decimal.of(magnitude, DIGITS).general(false));
    }

    static byte[] bytes(long whole) {
        if (whole < 0 || whole > 9) {
            return latin(Long.toString(whole));
        }
        return new byte[] {(byte) ('0' + whole)};
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The number a string is, or nil; charged by length. */
    static LuaValue parse(LuaString text, Meter meter) {
        meter.charge(1 + text.m_length / 4);
        return parse(text.m_bytes, text.m_offset, text.m_length);
    }

    /** The number that the bytes spell, decimal or hexadecimal, or nil. */
    static LuaValue parse(byte[] bytes, int offset, int length) {
        int at = skipBlanks(bytes, offset, offset + length);
        int end = skipBlanksBack(bytes, at, offset + length);
        boolean negative = at < end && bytes[at] == '-';
        int start = at < end && (negative || bytes[at] == '+') ? at + 1 : at;
        if (start == end) {
            return LuaValue.NIL;
        }
        if (end - start > 2 && bytes[start] == '0' && (bytes[start + 1] | 32) == 'x') {
            return spelled(bytes, start + 2, end, 16, negative);
        }
        return end - start <= 17 ? shortDecimal(bytes, start, end, negative) : spelled(bytes, start, end, 10, negative);
    }

    /** The number a string is in a base of 2 to 36, or nil; charged by length. */
    static LuaValue parse(LuaString text, int base, Meter meter) {
        meter.charge(1 + text.m_length / 8);
        byte[] bytes = text.m_bytes;
        int at = skipBlanks(bytes, text.m_offset, text.m_offset + text.m_length);
        int end = skipBlanksBack(bytes, at, text.m_offset + text.m_length);
        boolean negative = at < end && bytes[at] == '-';
        int start = at < end && (negative || bytes[at] == '+') ? at + 1 : at;
        if (start == end) {
            return LuaValue.NIL;
        }
        double sum = 0;
        for (int i = start; i < end; i++) {
            int digit = CharClass.digit(bytes[i]);
            if (digit < 0 || digit >= base) {
                return LuaValue.NIL;
            }
            sum = sum * base + digit;
        }
        return NegativeZero.box(negative ? -sum : sum);
    }

    private static int skipBlanks(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && CharClass.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static int skipBlanksBack(byte[] bytes, int at, int end) {
        int i = end;
        while (i > at && CharClass.isSpace(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    private static LuaValue shortDecimal(byte[] bytes, int start, int end, boolean negative) {
        long sum = 0;
        for (int i = start; i < end; i++) {
            if (!CharClass.isDigit(bytes[i])) {
                return spelled(bytes, start, end, 10, negative);
            }
            sum = sum * 10 + bytes[i] - '0';
        }
        return NegativeZero.box(negative ? -(double) sum : sum);
    }

    /** Digits with an optional point and an optional exponent, which is decimal in either base. */
    private static LuaValue spelled(byte[] bytes, int start, int end, int base, boolean negative) {
        int at = skipDigits(bytes, start, end, base);
        int digits = at - start;
        if (at < end && bytes[at] == '.') {
            at = skipDigits(bytes, at + 1, end, base);
            digits = at - start - 1;
        }
        int mark = at;
        if (at < end && (bytes[at] | 32) == (base == 16 ? 'p' : 'e')) {
            int first = at + 1 < end && (bytes[at + 1] == '-' || bytes[at + 1] == '+') ? at + 2 : at + 1;
            at = skipDigits(bytes, first, end, 10);
            at = at == first ? mark : at;
        }
        if (digits == 0 || at != end) {
            return LuaValue.NIL;
        }
        int exponent = mark == end ? 0 : exponent(bytes, mark + 1, end);
        String text = base == 16
                ? hexadecimal(bytes, start, mark, exponent)
                : new String(bytes, start, mark - start, StandardCharsets.ISO_8859_1) + 'e' + exponent;
        double value = Double.parseDouble(text);
        return NegativeZero.box(negative ? -value : value);
    }

    private static int skipDigits(byte[] bytes, int start, int end, int base) {
        int i = start;
        while (i < end && CharClass.digit(bytes[i]) >= 0 && CharClass.digit(bytes[i]) < base) {
            i++;
        }
        return i;
    }

    private static int exponent(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int value = 0;
        for (int i = CharClass.isDigit(bytes[start]) ? start : start + 1; i < end; i++) {
            value = Math.min(EXPONENT_MAX, value * 10 + bytes[i] - '0');
        }
        return negative ? -value : value;
    }

    /*
     * Java wants a short text: sixty bits, and one digit that stands for all that is cut off, are enough to round
     * right.
     */
    private static String hexadecimal(byte[] bytes, int start, int end, int exponent) {
        long mantissa = 0;
        long scale = exponent;
        boolean cut = false;
        boolean isFraction = false;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '.') {
                isFraction = true;
                continue;
            }
            int digit = CharClass.digit(bytes[i]);
            boolean keeps = mantissa < MANTISSA_FULL;
            mantissa = keeps ? mantissa << 4 | digit : mantissa;
            cut |= !keeps && digit != 0;
            scale += (keeps ? 0 : 4) - (isFraction ? 4 : 0);
        }
        return "0x" + Long.toHexString(mantissa) + (cut ? "1" : "0") + 'p' + (scale - 4);
    }
}
