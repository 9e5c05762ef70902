package org.cometkv.aso.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaString;

/**
 * One directive of {@code string.format}: flags, width, precision and conversion, rendered as C's printf does.
 *
 * <p>Width and precision have at most two digits, so no directive adds more than 99 bytes to what it shows and none
 * gives more than 420 for a number.
 *
 * @param precision -1 if there is none
 * @param conversion the letter that says what to show
 * @param end where the directive ends in the format
 */
public record FormatDirective(String flags, int width, int precision, int conversion, int end) {

    private static final double LONG_LIMIT = 0x1p63;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private static final int DEFAULT_PLACES = 6;
    private static final int FLAGS_MAX = 5;
    private static final Pattern FORM = Pattern.compile("([-+ #0]*+)(\\d?+\\d?+)(?:\\.(\\d?+\\d?+))?+");

    /** The longest directive, and a byte behind it that shows whether there are too many flags. */
    private static final int LENGTH_MAX = FLAGS_MAX + "99.99f".length() + 1;

    /** Reads the directive whose percent sign stands just before {@code start}. */
    public static FormatDirective of(byte[] format, int start, int end) {
        if (start < end && Character.isLetter(format[start])) {
            return new FormatDirective("", 0, -1, format[start], start + 1);
        }
        String text = new String(format, start, Math.min(end - start, LENGTH_MAX), StandardCharsets.ISO_8859_1);
        Matcher form = FORM.matcher(text);
        form.lookingAt();
        if (form.end(1) > FLAGS_MAX) {
            throw LuaFault.of("invalid format (repeated flags)");
        }
        int at = start + form.end();
        if (at < end && CharClass.isDigit(format[at])) {
            throw LuaFault.of("invalid format (width or precision too long)");
        }
        int conversion = at < end ? format[at] : 0;
        return new FormatDirective(form.group(1), number(form.group(2)), number(form.group(3)), conversion, at + 1);
    }

    private static int number(String digits) {
        return digits == null ? -1 : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Fuel for showing a number by its decimal or binary digits. */
    public int cost(double number) {
        return Decimal.cost(number) + padding();
    }

    /** Fuel for the places that it asks for. */
    public int padding() {
        return width + Math.max(precision, DEFAULT_PLACES) >> Prices.SEEN_SHIFT;
    }

    /** The error of a conversion that there is none of. */
    public LuaFault unknown() {
        return LuaFault.of("invalid option '%" + (char) (conversion & 255) + "' to 'format'");
    }

    /** Shows a number by d, i, u, o, x or X; null if it is outside the conversion's range. */
    public byte[] integer(double number) {
        boolean signed = conversion == 'd' || conversion == 'i';
        double whole = Numbers.whole(number);
        if (!(signed ? whole >= -LONG_LIMIT && whole < LONG_LIMIT : whole >= 0 && whole < 2 * LONG_LIMIT)) {
            return null;
        }
        long bits = whole < LONG_LIMIT ? (long) whole : (long) (whole - LONG_LIMIT) | Long.MIN_VALUE;
        String digits = bits == 0 && precision == 0 ? "" : digits(bits, signed);
        digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        String prefix = "";
        if (has('#') && conversion == 'o' && !digits.startsWith("0")) {
            digits = '0' + digits;
        } else if (has('#') && (conversion | 32) == 'x' && bits != 0) {
            prefix = "0" + (char) conversion;
        }
        return padded(signed ? sign(whole < 0) : prefix, digits, precision < 0);
    }

    private String digits(long bits, boolean signed) {
        if (signed) {
            return Long.toString(bits).substring(bits < 0 ? 1 : 0);
        }
        boolean hexadecimal = (conversion | 32) == 'x';
        String digits = Long.toUnsignedString(bits, conversion == 'o' ? 8 : hexadecimal ? 16 : 10);
        return conversion == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    }

    /** Shows a number by e, E, f, g, G, a or A. */
    public byte[] real(double number) {
        boolean isUpper = (conversion & 32) == 0;
        double magnitude = Math.abs(number);
        String sign = number != number ? sign(false) : sign(number < 0 || 1 / number < 0);
        if (!(magnitude <= Double.MAX_VALUE)) {
            String name = number != number ? "nan" : "inf";
            return padded(sign, isUpper ? name.toUpperCase(Locale.ROOT) : name, false);
        }
        String digits = magnitude(magnitude);
        if ((conversion | 32) == 'a') {
            sign = sign + (isUpper ? "0X" : "0x");
        }
        return padded(sign, isUpper ? digits.toUpperCase(Locale.ROOT) : digits, true);
    }

    private String magnitude(double magnitude) {
        int places = precision < 0 ? DEFAULT_PLACES : precision;
        return switch (conversion | 32) {
            case 'e' -> Decimal.scientific(magnitude, places, has('#'));
            case 'f' -> Decimal.fixed(magnitude, places, has('#'));
            case 'g' -> Decimal.general(magnitude, Math.max(1, places), has('#'));
            default -> binary(magnitude);
        };
    }

    /** The form of {@code %a}: hexadecimal digits of the fraction and a power of two. */
    private String binary(double magnitude) {
        long bits = Double.doubleToRawLongBits(magnitude);
        int exponent = Math.max(Math.getExponent(magnitude), Double.MIN_EXPONENT);
        long whole = magnitude < Double.MIN_NORMAL ? 0 : 1;
        long value = whole << FRACTION_BITS | bits & FRACTION;
        int cut = precision < 0 || precision > 12 ? 0 : FRACTION_BITS - 4 * precision;
        if (cut > 0) {
            long half = 1L << cut - 1;
            boolean isOdd = (value >> cut & 1) != 0;
            value += half - (isOdd ? 0 : 1);
            value = value >> cut << cut;
        }
        String fraction =
                Long.toHexString(value & FRACTION | 1L << FRACTION_BITS).substring(1);
        fraction = precision < 0
                ? fraction.replaceFirst("0++$", "")
                : (fraction + "0".repeat(Math.max(0, precision - 13))).substring(0, precision);
        String point = fraction.isEmpty() && !has('#') ? "" : ".";
        int shown = magnitude == 0 ? 0 : exponent;
        return (value >> FRACTION_BITS) + point + fraction + 'p' + (shown < 0 ? "" : "+") + shown;
    }

    /** Adds a string shown by s to a buffer: cut to the precision, padded to the width. */
    public void text(LuaString shown, LuaStringBuilder out) {
        int length = precision < 0 ? shown.m_length : Math.min(precision, shown.m_length);
        pad(shown.m_bytes, shown.m_offset, length, out);
    }

    /** Adds the byte shown by c to a buffer. */
    public void character(int value, LuaStringBuilder out) {
        pad(new byte[] {(byte) value}, 0, 1, out);
    }

    private void pad(byte[] bytes, int offset, int length, LuaStringBuilder out) {
        if (!has('-')) {
            out.pad(' ', width - length);
        }
        out.append(bytes, offset, length);
        if (has('-')) {
            out.pad(' ', width - length);
        }
    }

    /** Adds a string shown by q to a buffer: quoted so that Lua reads the same bytes back. */
    public static void quote(LuaString shown, LuaStringBuilder out, Budget budget) {
        budget.charge(1 + shown.m_length);
        out.append('"');
        int end = shown.m_offset + shown.m_length;
        for (int i = shown.m_offset; i < end; i++) {
            int c = shown.m_bytes[i];
            if (c == '"' || c == '\\' || c == '\n') {
                out.append('\\');
                out.append(c);
            } else if (CharClass.isControl(c)) {
                boolean digitFollows = i + 1 < end && CharClass.isDigit(shown.m_bytes[i + 1]);
                String code = Integer.toString(c);
                out.append(Numbers.latin('\\' + (digitFollows ? "000".substring(code.length()) : "") + code));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private byte[] padded(String sign, String digits, boolean zerosAllowed) {
        int missing = Math.max(0, width - sign.length() - digits.length());
        if (has('-')) {
            return Numbers.latin(sign + digits + " ".repeat(missing));
        }
        return Numbers.latin(
                zerosAllowed && has('0') ? sign + "0".repeat(missing) + digits : " ".repeat(missing) + sign + digits);
    }
}
