package org.cometkv.aso.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Numbers to text and text to numbers, as Lua 5.2 does both.
 *
 * <p>A number becomes text by C's {@code %.14g}. Every NaN is "nan": the sign that C shows is not the same on every
 * machine. Text becomes a number if all of it is one, blanks around it aside.
 */
public final class Numbers {

    private static final int DIGITS = 14;
    private static final long WHOLE_MAX = 100_000_000_000_000L;
    private static final int EXACT_DIGITS = 15;
    private static final String HEX = "[0-9a-fA-F]";

    /** The form of a number, as scripts and strings spell it. All repetitions are possessive: no match recurses. */
    public static final Pattern NUMERAL = Pattern.compile("0[xX](?:" + HEX + "++(?:\\." + HEX + "*+)?+|\\." + HEX
            + "++)(?:[pP][+-]?+\\d++)?+|(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

    private Numbers() {}

    /** A number as its text, charged; any other value as it is. */
    public static LuaValue coerced(LuaValue value, Budget budget) {
        return value instanceof LuaNumber ? text(value, budget) : value;
    }

    /** The text of a number, charged. */
    public static LuaString text(LuaValue number, Budget budget) {
        if (number instanceof LuaInteger whole) {
            charge(whole.v, budget);
            return LuaString.valueUsing(latin(Integer.toString(whole.v)));
        }
        budget.charge(Decimal.cost(number.todouble()));
        byte[] bytes = bytes(number.todouble());
        budget.allocate((long) Prices.STRING + bytes.length);
        return LuaString.valueUsing(bytes);
    }

    /** Charges the text of a whole number, and says how long it is. */
    public static int charge(int whole, Budget budget) {
        int length = length(whole);
        budget.charge(1);
        budget.allocateSmall(Prices.STRING + length);
        return length;
    }

    private static int length(long whole) {
        int length = whole < 0 ? 2 : 1;
        for (long rest = -Math.abs(whole); rest <= -10; rest /= 10) {
            length++;
        }
        return length;
    }

    /** Writes the digits of a whole number to an array; gives the place after them. */
    public static int write(long whole, byte[] to, int at) {
        int end = at + length(whole);
        // Below zero, where every number has its negative.
        long rest = -Math.abs(whole);
        int place = end;
        do {
            to[--place] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest < 0);
        if (whole < 0) {
            to[at] = '-';
        }
        return end;
    }

    static byte[] bytes(double number) {
        long whole = (long) number;
        boolean isWhole = whole == number && whole > -WHOLE_MAX && whole < WHOLE_MAX;
        if (isWhole && (whole != 0 || Double.doubleToRawLongBits(number) == 0)) {
            return latin(Long.toString(whole));
        }
        String sign = number < 0 || 1 / number < 0 ? "-" : "";
        double magnitude = Math.abs(number);
        if (!(magnitude <= Double.MAX_VALUE)) {
            return latin(number != number ? "nan" : sign + "inf");
        }
        return latin(sign + Decimal.general(magnitude, DIGITS, false));
    }

    /** The number without its fraction, rounded towards zero. */
    public static double whole(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    /** The bytes of a text, one for each character, none of which is above 255; not charged. */
    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The number a string is, decimal or hexadecimal, or nil; charged by length. */
    public static LuaValue parse(LuaString text, Budget budget) {
        return parse(text, 10, true, budget);
    }

    /** The number a string is in a base of 2 to 36, or nil; charged by length. */
    public static LuaValue parse(LuaString text, int base, Budget budget) {
        return parse(text, base, false, budget);
    }

    private static LuaValue parse(LuaString text, int base, boolean isNumeral, Budget budget) {
        budget.charge(1 + (text.m_length >> Prices.NUMERAL_SHIFT));
        byte[] bytes = text.m_bytes;
        int start = text.m_offset;
        int end = start + text.m_length;
        while (start < end && CharClass.isSpace(bytes[start])) {
            start++;
        }
        while (end > start && CharClass.isSpace(bytes[end - 1])) {
            end--;
        }
        boolean negative = start < end && bytes[start] == '-';
        start += negative || start < end && bytes[start] == '+' ? 1 : 0;
        double value = 0;
        int at = start;
        for (; at < end && CharClass.digit(bytes[at]) >= 0 && CharClass.digit(bytes[at]) < base; at++) {
            value = value * base + CharClass.digit(bytes[at]);
        }
        // Whether all are digits, and if that is a numeral, few enough to be exact.
        if (at == start || at < end || isNumeral && end - start > EXACT_DIGITS) {
            if (!isNumeral || start == end || at == start && bytes[at] != '.') {
                return LuaValue.NIL;
            }
            budget.charge(Prices.NUMERAL + (end - start >> Prices.NUMERAL_SHIFT));
            String spelled = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            if (!NUMERAL.matcher(spelled).matches()) {
                return LuaValue.NIL;
            }
            boolean isHex = spelled.length() > 1 && (spelled.charAt(1) | 32) == 'x';
            // Java wants an exponent there.
            boolean lacksPower = isHex && spelled.indexOf('p') < 0 && spelled.indexOf('P') < 0;
            value = Double.parseDouble(lacksPower ? spelled + "p0" : spelled);
        }
        return NegativeZero.box(negative ? -value : value);
    }
}
