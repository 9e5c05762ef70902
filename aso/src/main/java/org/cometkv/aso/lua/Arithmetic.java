package org.cometkv.aso.lua;

/** Arithmetic in which Java and C differ, as C and so Lua has it; the same on every machine. */
final class Arithmetic {

    private Arithmetic() {}

    /** The operator {@code ^}: 1 to any power is 1, even to NaN, and so is -1 to an infinite one. */
    static double power(double base, double exponent) {
        if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
    }

    /** The number without its fraction, rounded towards zero. */
    static double whole(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    /** The fraction, with the sign of the number; 0 for the infinities. */
    static double fraction(double number) {
        return Math.copySign(Double.isInfinite(number) ? 0 : number - whole(number), number);
    }

    /** The power of two by which a number has to be divided to be at least 0.5 and less than 1; 0 if there is none. */
    static int exponent(double number) {
        int exponent = Math.getExponent(number);
        if (number == 0 || exponent > Double.MAX_EXPONENT) {
            return 0;
        }
        // The exponent of a subnormal number shows only once it is multiplied.
        return exponent < Double.MIN_EXPONENT ? Math.getExponent(number * 0x1p60) - 59 : exponent + 1;
    }

    /** A number times a power of two. */
    static double scaled(double number, double power) {
        return Math.scalb(number, (int) power);
    }

    /** A logarithm to any base; exact for powers of ten to the base 10. */
    static double logarithm(double number, double base) {
        return base == 10 ? StrictMath.log10(number) : StrictMath.log(number) / StrictMath.log(base);
    }

    /** A random whole number from {@code low} to {@code high}, which are whole and not empty between them. */
    static double random(RandomState state, double low, double high) {
        return Math.floor(state.next() * (high - low + 1)) + low;
    }
}
