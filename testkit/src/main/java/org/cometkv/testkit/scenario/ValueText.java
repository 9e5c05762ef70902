package org.cometkv.testkit.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.cometkv.aso.Value;

/**
 * The text of a value, as Lua writes it: {@code nil}, {@code true}, {@code 1.5}, {@code "text"}, {@code {1, 2, a = 3}}.
 *
 * <p>The text of a value is the same on every JDK, and reads back to the same value; bytes that are no text are
 * {@code \xNN}.
 */
public final class ValueText {

    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Digits that tell any two doubles apart. */
    private static final int DIGITS_MAX = 17;

    private ValueText() {}

    /** The text of a value. */
    public static String print(Value value) {
        StringBuilder text = new StringBuilder();
        print(value, text);
        return text.toString();
    }

    private static void print(Value value, StringBuilder text) {
        if (value instanceof Value.Bytes bytes) {
            quote(bytes.array(), text);
        } else if (value instanceof Value.Num num) {
            text.append(number(num.number()));
        } else if (value instanceof Value.Table table) {
            table(table, text);
        } else {
            text.append(value);
        }
    }

    private static void table(Value.Table table, StringBuilder text) {
        text.append('{');
        String comma = "";
        for (int i = 0; i < table.listSize(); i++) {
            text.append(comma);
            print(table.listed(i), text);
            comma = ", ";
        }
        for (int i = 0; i < table.pairCount(); i++) {
            text.append(comma);
            key(table.pairKey(i), text);
            text.append(" = ");
            print(table.pairValue(i), text);
            comma = ", ";
        }
        text.append('}');
    }

    private static void key(Value key, StringBuilder text) {
        if (key instanceof Value.Bytes name
                && isText(name.array())
                && NAME.matcher(name.utf8()).matches()) {
            text.append(name.utf8());
            return;
        }
        text.append('[');
        print(key, text);
        text.append(']');
    }

    /** The shortest decimal that reads back as the same number. */
    static String number(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == (long) number && Math.abs(number) < 1e15) {
            boolean isNegativeZero = number == 0 && 1 / number < 0;
            return isNegativeZero ? "-0" : Long.toString((long) number);
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < DIGITS_MAX; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.toString();
            }
        }
        return exact.round(new MathContext(DIGITS_MAX)).toString();
    }

    /** A text in quotes. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        quote(text.getBytes(StandardCharsets.UTF_8), quoted);
        return quoted.toString();
    }

    private static void quote(byte[] bytes, StringBuilder text) {
        boolean isText = isText(bytes);
        String chars = new String(bytes, isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        text.append('"');
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c < ' ' || c == 127 || !isText && c > 127) {
                text.append(String.format("\\x%02x", (int) c));
            } else if (Character.isISOControl(c) || isSeparator(c)) {
                escapeText(c, text);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** Characters that some readers of lines take for the end of one. */
    private static boolean isSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    private static void escapeText(char c, StringBuilder text) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format("\\x%02x", b & 0xff));
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
