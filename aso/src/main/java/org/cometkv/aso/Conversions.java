package org.cometkv.aso;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversions between values and Java types: exact, or an exception whose sentence names the value. */
final class Conversions {

    /** Characters of a value in a message; a message is read by people. */
    private static final int SHOWN_MAX = 80;

    private static final double TWO_TO_63 = 0x1p63;

    private Conversions() {}

    static String text(Value value) {
        if (!(value instanceof Value.Bytes bytes)) {
            throw isNo("text", value);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.array()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(
                    "the value is no text: its " + bytes.length() + " bytes are not UTF-8; take Value.Bytes.array()",
                    e);
        }
    }

    static long integer(Value value) {
        double number = number(value);
        // The cast alone would take what is beyond a long for the nearest long.
        if (number != Math.rint(number) || number < -TWO_TO_63 || number >= TWO_TO_63) {
            throw new IllegalStateException("the number " + number + " is no long; take asDouble()");
        }
        return (long) number;
    }

    static double number(Value value) {
        if (value instanceof Value.Num num) {
            return num.number();
        }
        throw isNo("number", value);
    }

    static boolean truth(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.isTrue();
        }
        throw isNo("boolean", value);
    }

    static List<Value> list(Value value) {
        if (!(value instanceof Value.Table table)) {
            throw isNo("list", value);
        }
        if (table.pairCount() > 0) {
            throw new IllegalStateException(
                    "the table is no list: it has the key " + shown(table.pairKey(0)) + "; take asMap() or entries()");
        }
        return table.list();
    }

    static Map<String, Value> map(Value value) {
        if (!(value instanceof Value.Table table)) {
            throw isNo("map", value);
        }
        Map<String, Value> map = new LinkedHashMap<>();
        table.entries().forEach((key, entry) -> {
            if (!(key instanceof Value.Bytes)) {
                throw new IllegalStateException(
                        "the table is no map of texts: it has the key " + shown(key) + "; take asList() or entries()");
            }
            map.put(text(key), entry);
        });
        return Collections.unmodifiableMap(map);
    }

    /** The value of a Java object. */
    static Value from(Object object) {
        return from(object, 0);
    }

    private static Value from(Object object, int depth) {
        if (object == null) {
            return Value.NIL;
        }
        if (object instanceof Value value) {
            return value;
        }
        if (object instanceof CharSequence || object instanceof Character) {
            return Value.of(object.toString());
        }
        if (object instanceof Boolean truth) {
            return Value.of(truth.booleanValue());
        }
        if (object instanceof Number number) {
            return Value.of(exact(number));
        }
        if (object instanceof byte[] bytes) {
            return Value.of(bytes);
        }
        if (object instanceof Optional<?> optional) {
            return from(optional.orElse(null), depth);
        }
        return table(object, depth);
    }

    private static Value table(Object object, int depth) {
        if (depth >= Limits.VALUE_DEPTH) {
            throw new IllegalArgumentException(
                    "no value is nested more than " + Limits.VALUE_DEPTH + " deep; this object is, or contains itself");
        }
        if (object instanceof Object[] array) {
            return list(Arrays.asList(array), depth);
        }
        if (object instanceof Iterable<?> elements) {
            return list(elements, depth);
        }
        if (object instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        throw new IllegalArgumentException("no value can be made of a "
                + object.getClass().getName() + "; take a text, a boolean, a number, bytes, a list or a map");
    }

    private static Value list(Iterable<?> elements, int depth) {
        List<Value> values = new ArrayList<>();
        for (Object element : elements) {
            values.add(from(element, depth + 1));
        }
        return Value.list(values.toArray(Value[]::new));
    }

    private static Value map(Map<?, ?> map, int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (!(key instanceof CharSequence)) {
                throw new IllegalArgumentException("a map's keys are texts; this one has " + key);
            }
            fields.put(key.toString(), from(entry, depth + 1));
        });
        return Value.table(fields);
    }

    private static double exact(Number number) {
        double value = number.doubleValue();
        if (number instanceof Double || number instanceof Float) {
            return value;
        }
        boolean isExact = Double.isFinite(value) && new BigDecimal(value).compareTo(decimal(number)) == 0;
        if (!isExact) {
            throw new IllegalArgumentException(
                    "the number " + number + " is no double, as every number of a value is; take its text");
        }
        return value;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger integer ? new BigDecimal(integer) : new BigDecimal(number.toString());
    }

    private static IllegalStateException isNo(String kind, Value value) {
        return new IllegalStateException("the value is no " + kind + ": " + shown(value));
    }

    private static String shown(Value value) {
        String text = value.toString();
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
