package org.cometkv.aso.lua;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The leading decimal digits of a finite magnitude, rounded half to even from its exact expansion as C does.
 *
 * <p>Locale plays no part. Digits come without a point: the value is {@code d.ddd} times ten to the exponent.
 */
final class Decimal {

    /* Up to this many digits the shortest text that reads back as the number has all that is needed. */
    private static final int SHORTEST_DIGITS = 14;

    private final String digits;
    private final int exponent;

    private Decimal(String digits, int exponent) {
        this.digits = digits;
        this.exponent = exponent;
    }

    /** Fuel for the expansion of a number: the work grows with the distance of its exponent from zero. */
    static int cost(double number) {
        return number == 0 ? 8 : 8 + Math.abs(Math.getExponent(number)) / 2;
    }

    /** The first {@code count} digits, at least 1, of a magnitude that is not negative. */
    static Decimal of(double magnitude, int count) {
        if (magnitude == 0) {
            return new Decimal("0".repeat(count), 0);
        }
        BigDecimal known = BigDecimal.valueOf(magnitude);
        if (count > SHORTEST_DIGITS || magnitude < Double.MIN_NORMAL || isNearTie(known, count)) {
            known = new BigDecimal(magnitude);
        }
        BigDecimal rounded = known.round(new MathContext(count, RoundingMode.HALF_EVEN));
        String all = rounded.unscaledValue().toString();
        return new Decimal(all + "0".repeat(count - all.length()), all.length() - 1 - rounded.scale());
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
        String text = new BigDecimal(magnitude)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
        return places == 0 && pointAlways ? text + '.' : text;
    }

    /** The form of {@code %e}: one digit before the point, an exponent of two digits or more. */
    String scientific(boolean pointAlways) {
        StringBuilder text = new StringBuilder(digits.length() + 6).append(digits.charAt(0));
        if (digits.length() > 1 || pointAlways) {
            text.append('.').append(digits, 1, digits.length());
        }
        int size = Math.abs(exponent);
        text.append(exponent < 0 ? "e-" : "e+").append(size < 10 ? "0" : "").append(size);
        return text.toString();
    }

    /** The form of {@code %g} with as many significant digits as this has; zeros at the end go unless kept. */
    String general(boolean zerosKept) {
        int precision = digits.length();
        boolean small = exponent < -4 || exponent >= precision;
        Decimal shown = zerosKept ? this : new Decimal(withoutZeros(), exponent);
        if (small) {
            return shown.scientific(zerosKept);
        }
        if (exponent < 0) {
            return "0." + "0".repeat(-exponent - 1) + shown.digits;
        }
        int whole = exponent + 1;
        if (shown.digits.length() > whole || zerosKept) {
            return digits.substring(0, whole) + '.' + shown.digits.substring(whole);
        }
        return digits.substring(0, whole);
    }

    private String withoutZeros() {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
