package org.cometkv.aso.lua.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal forms of finite magnitudes, rounded half to even from the exact expansion as C does.
 *
 * <p>Locale plays no part.
 */
final class Decimal {

    /* Up to this many digits the shortest text that reads back as the number has all that is needed. */
    private static final int SHORTEST_DIGITS = 14;

    private Decimal() {}

    /** Fuel for the expansion of a number: the work grows with the distance of its exponent from zero. */
    static int cost(double number) {
        return number == 0 ? 8 : 8 + Math.abs(Math.getExponent(number)) / 2;
    }

    /** A magnitude with at most this many digits, at least 1; zeros at its end may be missing. */
    private static BigDecimal rounded(double magnitude, int digits) {
        BigDecimal known = BigDecimal.valueOf(magnitude);
        if (digits > SHORTEST_DIGITS || magnitude < Double.MIN_NORMAL || isNearTie(known, digits)) {
            known = new BigDecimal(magnitude);
        }
        return known.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** The power of ten of the first digit. */
    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    /*
     * The shortest text is off by at most one unit of the number's last binary place, 20 units of the 17th digit, so
     * rounding it is rounding the number unless the digits cut off lie close to one half.
     */
    private static boolean isNearTie(BigDecimal shortest, int count) {
        if (shortest.precision() <= count) {
            return false;
        }
        long unit = (long) Math.pow(10, shortest.precision() - count);
        long cutOff = shortest.unscaledValue().longValue() % unit;
        return Math.abs(2 * cutOff - unit) < unit / 10;
    }

    /** Decimal notation with {@code places} digits after the point. */
    static String fixed(double magnitude, int places, boolean pointAlways) {
        return pointed(new BigDecimal(magnitude).setScale(places, RoundingMode.HALF_EVEN), pointAlways);
    }

    /** The form of {@code %e} with {@code places} digits after the point. */
    static String scientific(double magnitude, int places, boolean pointAlways) {
        BigDecimal number = rounded(magnitude, places + 1);
        return scientific(number.setScale(places - exponent(number)), pointAlways);
    }

    /** One digit before the point, all others after it, an exponent of two digits or more. */
    private static String scientific(BigDecimal number, boolean pointAlways) {
        int exponent = exponent(number);
        String digits = pointed(number.scaleByPowerOfTen(-exponent), pointAlways);
        int size = Math.abs(exponent);
        return digits + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }

    private static String pointed(BigDecimal number, boolean pointAlways) {
        String text = number.toPlainString();
        return number.scale() <= 0 && pointAlways ? text + '.' : text;
    }

    /** The form of {@code %g} with so many significant digits; zeros at the end go unless kept. */
    static String general(double magnitude, int digits, boolean zerosKept) {
        BigDecimal number = rounded(magnitude, digits);
        int exponent = exponent(number);
        BigDecimal shown = zerosKept ? number.setScale(digits - 1 - exponent) : number.stripTrailingZeros();
        return exponent < -4 || exponent >= digits ? scientific(shown, zerosKept) : pointed(shown, zerosKept);
    }
}
