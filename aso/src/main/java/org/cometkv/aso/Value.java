package org.cometkv.aso;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A datum that crosses the boundary of the sandbox: what is put, asked, answered and sent.
 *
 * <p>Immutable. There are no other kinds, no references and no cycles; how deep and large a value may be is said in
 * {@link Limits}.
 */
public sealed interface Value {

    /** The absence of a value. */
    Value NIL = Nil.NIL;

    /** Lua's {@code nil}. */
    enum Nil implements Value {
        NIL;

        @Override
        public String toString() {
            return "nil";
        }
    }

    /** A truth value. */
    enum Bool implements Value {
        FALSE,
        TRUE;

        public boolean isTrue() {
            return this == TRUE;
        }

        @Override
        public String toString() {
            return isTrue() ? "true" : "false";
        }
    }

    /** A number: Lua 5.2 has doubles only. */
    record Num(double number) implements Value {

        /** Integers without a point. */
        @Override
        public String toString() {
            return number == (long) number ? Long.toString((long) number) : Double.toString(number);
        }
    }

    /** A string: any bytes, often UTF-8 text. */
    final class Bytes implements Value {

        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Wraps the array itself: for callers that own it and never write to it again. */
        public static Bytes wrap(byte[] bytes) {
            return new Bytes(bytes);
        }

        public int length() {
            return bytes.length;
        }

        /** The bytes, shared: not to be written to. */
        public byte[] array() {
            return bytes;
        }

        /** The bytes as text; what is not UTF-8 becomes the replacement character. */
        public String utf8() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return '"' + utf8() + '"';
        }
    }

    /**
     * A table: a list part with the keys 1 to n, then further entries in order.
     *
     * <p>Two tables are equal if they hold the same entries, in whatever order.
     */
    final class Table implements Value {

        private static final Value[] NONE = {};

        private final Value[] list;
        private final Value[] pairs;

        private Table(Value[] list, Value[] pairs) {
            this.list = list;
            this.pairs = pairs;
        }

        /**
         * Wraps these arrays themselves: for callers that own them and never write to them again.
         *
         * @param list the values of the keys 1 to n, none of them nil
         * @param pairs key, value, key, value…: no key nil or NaN or twice or within the list, no value nil
         */
        public static Table wrap(Value[] list, Value[] pairs) {
            return new Table(list, pairs);
        }

        /** The list part: values of the keys 1 to n. */
        public List<Value> list() {
            return List.of(list);
        }

        public int listSize() {
            return list.length;
        }

        /** The value at {@code index + 1}. */
        public Value listed(int index) {
            return list[index];
        }

        public int pairCount() {
            return pairs.length / 2;
        }

        public Value pairKey(int index) {
            return pairs[2 * index];
        }

        public Value pairValue(int index) {
            return pairs[2 * index + 1];
        }

        /** The value of a string key, or nil. */
        public Value get(String key) {
            return get(Value.of(key));
        }

        /** The value of a key, or nil. */
        public Value get(Value key) {
            if (key instanceof Num num && num.number() >= 1 && num.number() <= list.length) {
                int index = (int) num.number();
                return index == num.number() ? list[index - 1] : NIL;
            }
            for (int i = 0; i < pairs.length; i += 2) {
                if (pairs[i].equals(key)) {
                    return pairs[i + 1];
                }
            }
            return NIL;
        }

        /** All entries in order, the list part first. */
        public Map<Value, Value> entries() {
            Map<Value, Value> entries = new LinkedHashMap<>();
            for (int i = 0; i < list.length; i++) {
                entries.put(Value.of(i + 1), list[i]);
            }
            for (int i = 0; i < pairs.length; i += 2) {
                entries.put(pairs[i], pairs[i + 1]);
            }
            return entries;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Table that && entries().equals(that.entries());
        }

        @Override
        public int hashCode() {
            return entries().hashCode();
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            for (Value value : list) {
                parts.add(value.toString());
            }
            for (int i = 0; i < pairs.length; i += 2) {
                String key = pairs[i] instanceof Bytes name ? name.utf8() : "[" + pairs[i] + "]";
                parts.add(key + " = " + pairs[i + 1]);
            }
            return "{" + String.join(", ", parts) + "}";
        }
    }

    /**
     * The text of a string value.
     *
     * @throws IllegalStateException if it is no string, or its bytes are not UTF-8
     */
    default String asText() {
        return Conversions.text(this);
    }

    /**
     * The whole number of a number value.
     *
     * @throws IllegalStateException if it is no number, has a fraction or is beyond a long
     */
    default long asLong() {
        return Conversions.integer(this);
    }

    /**
     * The number of a number value.
     *
     * @throws IllegalStateException if it is no number
     */
    default double asDouble() {
        return Conversions.number(this);
    }

    /**
     * The truth of a boolean value. Unlike in Lua, nothing else is true or false.
     *
     * @throws IllegalStateException if it is no boolean
     */
    default boolean asBoolean() {
        return Conversions.truth(this);
    }

    /**
     * The elements of a table whose keys are 1 to n, unmodifiable; of an empty table, none.
     *
     * @throws IllegalStateException if it is no table, or has other keys
     */
    default List<Value> asList() {
        return Conversions.list(this);
    }

    /**
     * The entries of a table whose keys are texts, unmodifiable and in the table's order; of an empty table, none.
     *
     * @throws IllegalStateException if it is no table, or has other keys; {@link Table#entries} has them all
     */
    default Map<String, Value> asMap() {
        return Conversions.map(this);
    }

    /**
     * The value of a Java object: null or an empty {@link java.util.Optional} is nil; a {@link CharSequence} or
     * {@link Character} a string; a {@link Boolean}; a {@link Number} that a double holds exactly; {@code byte[]}; an
     * {@link Iterable} or an array of objects a list; a {@link Map} with texts as keys a table, without its entries
     * that are nil; a value itself. So are what lists and maps hold, up to {@link Limits#VALUE_DEPTH} deep.
     *
     * @throws IllegalArgumentException if there is no such value; the message says why
     */
    static Value from(Object object) {
        return Conversions.from(object);
    }

    /** A string value: the UTF-8 bytes of the text. */
    static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A string value: a copy of these bytes. */
    static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    static Num of(double number) {
        return new Num(number);
    }

    static Bool of(boolean truth) {
        return truth ? Bool.TRUE : Bool.FALSE;
    }

    /**
     * A table of the keys 1 to n.
     *
     * @throws IllegalArgumentException if a value is nil
     */
    static Table list(Value... values) {
        for (Value value : values) {
            if (value == NIL) {
                throw new IllegalArgumentException("a list holds no nil: " + Arrays.toString(values));
            }
        }
        return new Table(values.clone(), Table.NONE);
    }

    /** A table of string keys, in the map's order; entries that are nil are left out. */
    static Table table(Map<String, Value> fields) {
        List<Value> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (value != NIL) {
                pairs.add(of(name));
                pairs.add(value);
            }
        });
        return new Table(Table.NONE, pairs.toArray(Value[]::new));
    }

    /** The empty table. */
    static Table table() {
        return new Table(Table.NONE, Table.NONE);
    }
}
