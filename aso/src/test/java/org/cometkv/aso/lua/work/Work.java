package org.cometkv.aso.lua.work;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts of what rewritten code has done: a unit for each loop iteration, each method entered and each element or byte
 * that an operation of the platform works on.
 *
 * <p>A unit takes at most about four nanoseconds; one of bytes that are copied or compared takes far less.
 *
 * <p>Called by rewritten code only, from one thread at a time.
 */
public final class Work {

    private static final int OPCODES = 64;
    private static final int WORD_BITS = 32;
    private static final int REMAINDER_BITS_A_UNIT = 8;

    private static long total;
    private static long made;
    private static long end = Long.MAX_VALUE;
    private static long[] opcodes = new long[OPCODES];
    private static Map<Object, Integer> called = new IdentityHashMap<>();
    private static Map<String, Long> byMethod = new HashMap<>();
    private static String current = "";
    private static long totalThen;
    private static final Set<String> UNLISTED = new TreeSet<>();

    private Work() {}

    /** All units so far. */
    public static long total() {
        return total;
    }

    /** One iteration of a loop, or one method entered. */
    public static void step() {
        if (++total >= end) {
            end = Long.MAX_VALUE;
            throw new TooMuch();
        }
    }

    /** Ends what goes on too long: after so many units from now on, {@link TooMuch} is thrown, once. */
    public static void endAfter(long units) {
        end = total + units;
    }

    /** Lets everything go on. */
    public static void endNever() {
        end = Long.MAX_VALUE;
    }

    /** The end of code that has done more than anything may; the sandbox passes it on as it does any bug. */
    public static final class TooMuch extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Elements or bytes that are worked on. */
    public static void add(int units) {
        total += units;
    }

    /** An array of this length is about to be made; a negative one fails after this. */
    public static void array(int length) {
        int elements = Math.max(0, length);
        total += elements;
        made += elements;
    }

    /** Of all units those of arrays that were made: cleared or copied, and no element was looked at. */
    public static long made() {
        return made;
    }

    /** As many elements or bytes, none if fewer than none: what is called then fails. */
    static void span(int elements) {
        total += Math.max(0, elements);
    }

    /** An operation gave this: it has worked on all of it. */
    public static void result(Object given) {
        if (given != null && given.getClass().isArray()) {
            array(Array.getLength(given));
        } else {
            total += 1 + size(given);
        }
    }

    private static long size(Object given) {
        if (given instanceof CharSequence text) {
            return text.length();
        }
        if (given instanceof Collection<?> collection) {
            return collection.size();
        }
        return given instanceof BigDecimal number ? 4L * words(number.unscaledValue()) : 0;
    }

    static int words(BigInteger number) {
        return 1 + number.bitLength() / WORD_BITS;
    }

    /** What multiplying or dividing a large number costs, as schools teach it. */
    static int squaredWords(BigInteger number) {
        return words(number) * words(number);
    }

    /** The remainder of a division, which the processor computes a few bits at a time. */
    public static double remainder(double dividend, double divisor) {
        total += Math.max(0, Math.getExponent(dividend) - Math.getExponent(divisor)) / REMAINDER_BITS_A_UNIT;
        return dividend % divisor;
    }

    /** What is counted from here on is done by this method; only code that is rewritten to tell so calls it. */
    public static void at(String method) {
        byMethod.merge(current, total - totalThen, Long::sum);
        current = method;
        totalThen = total;
    }

    /** Units by the method that did the work since the last time of asking, the dearest first. */
    public static List<String> byMethod() {
        at("");
        Map<String, Long> found = byMethod;
        byMethod = new HashMap<>();
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** The interpreter executes an instruction with this opcode. */
    public static void opcode(int opcode) {
        opcodes[opcode & OPCODES - 1]++;
    }

    /** A library function is called. */
    public static void called(Object function) {
        called.merge(function, 1, Integer::sum);
    }

    /** A method that no cost is known of is called. */
    public static void unlisted(String method) {
        UNLISTED.add(method);
    }

    /** How often each opcode was executed since {@link #forget}. */
    public static long[] opcodes() {
        return opcodes.clone();
    }

    /** How often each library function was called since {@link #forget}, by identity. */
    public static Map<Object, Integer> called() {
        return called;
    }

    /** Methods of unknown cost that were called. */
    public static Set<String> unlisted() {
        return UNLISTED;
    }

    /** Begins anew to count opcodes and functions. */
    public static void forget() {
        opcodes = new long[OPCODES];
        called = new IdentityHashMap<>();
    }
}
