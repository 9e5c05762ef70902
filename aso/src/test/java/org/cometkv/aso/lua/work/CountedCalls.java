package org.cometkv.aso.lua.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import javax.crypto.Mac;
import org.cometkv.routing.Key;

/**
 * The methods whose cost follows from their arguments: each is called in place of the one that it names, counts and
 * does the same. An instance method's first parameter is the object.
 */
public final class CountedCalls {

    /** Where the method belongs that is counted. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Of {
        Class<?> value();
    }

    /** Units of a call that throws an exception with a trace of its stack. */
    private static final int THROWN = 300;

    private static final int REGEX = 16;
    private static final int REGEX_A_CHARACTER = 2;
    private static final int REGEX_COMPILED = 200;
    private static final int DIGEST = 200;
    private static final int MAC = 800;
    private static final int SORT_A_KEY = 16;

    private CountedCalls() {}

    @Of(System.class)
    public static void arraycopy(Object from, int at, Object to, int target, int length) {
        Work.span(length);
        System.arraycopy(from, at, to, target, length);
    }

    @Of(Arrays.class)
    public static void fill(Object[] array, int from, int to, Object value) {
        Work.span(to - from);
        Arrays.fill(array, from, to, value);
    }

    @Of(Arrays.class)
    public static void fill(Object[] array, Object value) {
        Work.add(array.length);
        Arrays.fill(array, value);
    }

    @Of(Arrays.class)
    public static void fill(int[] array, int value) {
        Work.add(array.length);
        Arrays.fill(array, value);
    }

    @Of(Arrays.class)
    public static void fill(int[] array, int from, int to, int value) {
        Work.span(to - from);
        Arrays.fill(array, from, to, value);
    }

    @Of(Arrays.class)
    public static void fill(byte[] array, int from, int to, byte value) {
        Work.span(to - from);
        Arrays.fill(array, from, to, value);
    }

    @Of(Arrays.class)
    public static void fill(byte[] array, byte value) {
        Work.add(array.length);
        Arrays.fill(array, value);
    }

    @Of(Arrays.class)
    public static int mismatch(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int found = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        Work.add(1 + (found < 0 ? aTo - aFrom : found));
        return found;
    }

    @Of(Arrays.class)
    public static int compareUnsigned(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        mismatch(a, aFrom, aTo, b, bFrom, bTo);
        return Arrays.compareUnsigned(a, aFrom, aTo, b, bFrom, bTo);
    }

    @Of(Arrays.class)
    public static boolean equals(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        if (aTo - aFrom == bTo - bFrom) {
            mismatch(a, aFrom, aTo, b, bFrom, bTo);
        }
        return Arrays.equals(a, aFrom, aTo, b, bFrom, bTo);
    }

    @Of(Arrays.class)
    public static boolean equals(Object[] a, Object[] b) {
        Work.add(1 + (a.length == b.length ? a.length : 0));
        return Arrays.equals(a, b);
    }

    @Of(List.class)
    public static boolean contains(List<?> list, Object sought) {
        int at = list.indexOf(sought);
        Work.add(1 + (at < 0 ? list.size() : at));
        return at >= 0;
    }

    @Of(List.class)
    public static Object remove(List<?> list, int at) {
        Work.add(list.size() - at);
        return list.remove(at);
    }

    @Of(List.class)
    public static void clear(List<?> list) {
        Work.add(1 + list.size());
        list.clear();
    }

    @Of(List.class)
    public static <T> boolean addAll(List<T> list, Collection<? extends T> more) {
        Work.add(1 + more.size());
        return list.addAll(more);
    }

    @Of(List.class)
    public static <T> void sort(List<T> list, Comparator<? super T> order) {
        Work.add(1 + SORT_A_KEY * list.size());
        list.sort(order);
    }

    @Of(List.class)
    public static <T> void forEach(List<T> list, Consumer<? super T> action) {
        Work.add(1 + list.size());
        list.forEach(action);
    }

    @Of(ByteBuffer.class)
    public static ByteBuffer get(ByteBuffer in, byte[] to) {
        Work.add(1 + to.length);
        return in.get(to);
    }

    @Of(ByteBuffer.class)
    public static ByteBuffer put(ByteBuffer out, byte[] bytes, int from, int length) {
        Work.span(1 + length);
        return out.put(bytes, from, length);
    }

    @Of(ByteBuffer.class)
    public static ByteBuffer put(ByteBuffer out, ByteBuffer from) {
        Work.span(1 + from.remaining());
        return out.put(from);
    }

    @Of(ByteBuffer.class)
    public static ByteBuffer allocate(int size) {
        Work.array(size);
        return ByteBuffer.allocate(size);
    }

    @Of(StringBuilder.class)
    public static StringBuilder append(StringBuilder out, String text) {
        Work.add(1 + text.length());
        return out.append(text);
    }

    @Of(StringBuilder.class)
    public static StringBuilder append(StringBuilder out, CharSequence text, int from, int to) {
        Work.span(1 + to - from);
        return out.append(text, from, to);
    }

    @Of(String.class)
    public static boolean equals(String text, Object other) {
        Work.add(1 + (other instanceof String that && that.length() == text.length() ? text.length() : 0));
        return text.equals(other);
    }

    @Of(String.class)
    public static int hashCode(String text) {
        Work.add(1 + text.length());
        return text.hashCode();
    }

    @Of(String.class)
    public static boolean startsWith(String text, String start) {
        Work.add(1 + start.length());
        return text.startsWith(start);
    }

    @Of(String.class)
    public static boolean startsWith(String text, String start, int at) {
        Work.add(1 + start.length());
        return text.startsWith(start, at);
    }

    @Of(String.class)
    public static boolean endsWith(String text, String end) {
        Work.add(1 + end.length());
        return text.endsWith(end);
    }

    @Of(String.class)
    public static boolean contains(String text, CharSequence part) {
        Work.add(1 + text.length() + part.length());
        return text.contains(part);
    }

    @Of(String.class)
    public static int indexOf(String text, int character) {
        int at = text.indexOf(character);
        Work.add(1 + (at < 0 ? text.length() : at));
        return at;
    }

    @Of(String.class)
    public static int indexOf(String text, String part, int from) {
        int at = text.indexOf(part, from);
        Work.span(1 + (at < 0 ? text.length() : at) - from + part.length());
        return at;
    }

    @Of(String.class)
    public static String replaceFirst(String text, String regex, String by) {
        Work.add(REGEX_COMPILED + REGEX_A_CHARACTER * text.length());
        return text.replaceFirst(regex, by);
    }

    @Of(String.class)
    public static String[] split(String text, String regex) {
        Work.add(REGEX_COMPILED + REGEX_A_CHARACTER * text.length());
        return text.split(regex);
    }

    @Of(Matcher.class)
    public static boolean matches(Matcher matcher) {
        return counted(matcher, matcher.matches());
    }

    @Of(Matcher.class)
    public static boolean find(Matcher matcher) {
        return counted(matcher, matcher.find());
    }

    @Of(Matcher.class)
    public static boolean lookingAt(Matcher matcher) {
        return counted(matcher, matcher.lookingAt());
    }

    /** What does not match has been looked at to its end, what does as far as it matches. */
    private static boolean counted(Matcher matcher, boolean found) {
        int end = found ? matcher.end() : matcher.regionEnd();
        Work.add(REGEX + REGEX_A_CHARACTER * (end - matcher.regionStart()));
        return found;
    }

    @Of(CharsetEncoder.class)
    public static CoderResult encode(CharsetEncoder encoder, CharBuffer from, ByteBuffer to, boolean isEnd) {
        int at = from.position();
        CoderResult result = encoder.encode(from, to, isEnd);
        Work.add(1 + from.position() - at);
        return result;
    }

    @Of(Mac.class)
    public static void init(Mac mac, java.security.Key key) throws InvalidKeyException {
        Work.add(DIGEST + key.getEncoded().length);
        mac.init(key);
    }

    @Of(Mac.class)
    public static byte[] doFinal(Mac mac, byte[] text) {
        Work.add(MAC + text.length);
        return mac.doFinal(text);
    }

    @Of(Key.class)
    public static Key digest(byte[] bytes) {
        Work.add(DIGEST + bytes.length);
        return Key.digest(bytes);
    }

    @Of(Key.class)
    public static Key child(Key key, int n) {
        Work.add((DIGEST + Key.BYTES) * Math.max(1, n));
        return key.child(n);
    }

    @Of(Key.class)
    public static Key parse(String hex) {
        Work.add(hex.length());
        try {
            return Key.parse(hex);
        } catch (IllegalArgumentException malformed) {
            Work.add(THROWN);
            throw malformed;
        }
    }
}
