package org.cometkv.aso.lua.work;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The methods on numbers whose cost follows from their arguments, as {@link CountedCalls}. */
public final class CountedNumbers {

    private static final int REGEX_A_CHARACTER = 2;
    private static final int PARSED_HEX = 120;
    private static final int PARSED = 8;
    private static final int PARSED_A_DIGIT = 3;
    /** Digits from here on are only looked at. */
    private static final int PARSED_DIGITS_MAX = 1_100;

    private static final int SHOWN = 64;

    private CountedNumbers() {}

    @CountedCalls.Of(Double.class)
    public static double parseDouble(String text) {
        double parsed = Double.parseDouble(text);
        boolean isHex = text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
        // Hexadecimal goes through a regular expression, decimal through numbers of as many words as the exponent says.
        Work.add(
                isHex
                        ? PARSED_HEX + REGEX_A_CHARACTER * text.length()
                        : PARSED
                                + text.length() / 2
                                + PARSED_A_DIGIT * Math.min(text.length(), PARSED_DIGITS_MAX)
                                + distance(parsed));
        return parsed;
    }

    /** What a number costs by how far from one it is. */
    private static int distance(double number) {
        return Math.abs(Math.getExponent(number)) / 8;
    }

    @CountedCalls.Of(BigDecimal.class)
    public static BigDecimal valueOf(double number) {
        Work.add(SHOWN + distance(number));
        return BigDecimal.valueOf(number);
    }

    @CountedCalls.Of(BigDecimal.class)
    public static int precision(BigDecimal number) {
        Work.add(Work.words(number.unscaledValue()));
        return number.precision();
    }

    @CountedCalls.Of(BigDecimal.class)
    public static BigDecimal round(BigDecimal number, MathContext context) {
        Work.add(Work.squaredWords(number.unscaledValue()) / 2);
        return number.round(context);
    }

    @CountedCalls.Of(BigDecimal.class)
    public static BigDecimal setScale(BigDecimal number, int scale) {
        BigDecimal scaled = number.setScale(scale);
        Work.add(Work.squaredWords(number.unscaledValue()) / 2 + Work.squaredWords(scaled.unscaledValue()) / 2);
        return scaled;
    }

    /** Zeros are taken away one by one, each by a division. */
    @CountedCalls.Of(BigDecimal.class)
    public static BigDecimal stripTrailingZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        Work.add((1 + number.precision() - stripped.precision()) * Work.squaredWords(number.unscaledValue()));
        return stripped;
    }

    @CountedCalls.Of(BigDecimal.class)
    public static BigDecimal setScale(BigDecimal number, int scale, RoundingMode rounding) {
        BigDecimal scaled = number.setScale(scale, rounding);
        Work.add(Work.squaredWords(number.unscaledValue()) / 2 + Work.squaredWords(scaled.unscaledValue()) / 2);
        return scaled;
    }

    @CountedCalls.Of(BigDecimal.class)
    public static String toPlainString(BigDecimal number) {
        Work.add(Work.squaredWords(number.unscaledValue()) + Math.abs(number.scale()) + number.precision());
        return number.toPlainString();
    }

    @CountedCalls.Of(BigInteger.class)
    public static String toString(BigInteger number) {
        Work.add(Work.squaredWords(number) + number.bitLength() / 3);
        return number.toString();
    }
}
