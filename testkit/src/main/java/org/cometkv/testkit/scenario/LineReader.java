package org.cometkv.testkit.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/** A reader of the words and values of one line. Not thread-safe. */
final class LineReader {

    private final int line;
    private final String text;
    private int at;

    LineReader(int line, String text) {
        this.line = line;
        this.text = text;
    }

    ScenarioSyntaxException error(String what) {
        return new ScenarioSyntaxException(line, what);
    }

    boolean isAtEnd() {
        skipSpace();
        return at == text.length();
    }

    /** Nothing more may stand on the line. */
    void end() {
        if (!isAtEnd()) {
            throw error("nothing follows here, but \"" + rest() + "\" does");
        }
    }

    String rest() {
        skipSpace();
        return text.substring(at);
    }

    /** The characters up to the next space; empty at the end. */
    String word() {
        skipSpace();
        int begin = at;
        while (at < text.length() && text.charAt(at) != ' ') {
            at++;
        }
        return text.substring(begin, at);
    }

    /** Takes a word if it is the next one. */
    boolean take(String word) {
        int before = at;
        if (word().equals(word)) {
            return true;
        }
        at = before;
        return false;
    }

    /** Whether a word is the next one. */
    boolean isNext(String word) {
        int before = at;
        boolean isNext = take(word);
        at = before;
        return isNext;
    }

    /** Takes a character if it is the next one. */
    boolean take(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c) {
        if (!take(c)) {
            throw error("a " + c + " is missing before \"" + rest() + "\"");
        }
    }

    /** A whole number within bounds. */
    int number(String what, int min, int max) {
        String word = word();
        if (!word.matches("\\d{1,9}") || Integer.parseInt(word) < min || Integer.parseInt(word) > max) {
            throw error(what + " is a number from " + min + " to " + max + ", not \"" + word + "\"");
        }
        return Integer.parseInt(word);
    }

    int node() {
        return number("a node", 0, Command.NODES_MAX - 1);
    }

    /** A number of a hundred, with its sign. */
    int percent() {
        String word = word();
        if (!word.matches("\\d{1,3}%") || Integer.parseInt(word.replace("%", "")) > 100 || word.equals("0%")) {
            throw error("a share is from 1% to 100%, not \"" + word + "\"");
        }
        return Integer.parseInt(word.replace("%", ""));
    }

    /** A time that is not negative. */
    Duration duration() {
        Duration time = signedDuration();
        if (time.isNegative()) {
            throw error("time goes forward: " + DurationText.print(time) + " is below 0ms");
        }
        return time;
    }

    Duration signedDuration() {
        String word = word();
        return DurationText.parse(word)
                .orElseThrow(() -> error("a time is as 250ms, 3s, 2m or 1h, at most "
                        + DurationText.print(DurationText.MAX) + ", not \"" + word + "\""));
    }

    /** A name: a word, or in quotes. */
    String name(String what) {
        skipSpace();
        String name =
                at < text.length() && text.charAt(at) == '"' ? new String(quoted(), StandardCharsets.UTF_8) : word();
        if (name.isEmpty()) {
            throw error(what + " is missing");
        }
        return name;
    }

    /** A value, as {@link ValueText} prints it. */
    Value value() {
        return value(0);
    }

    private Value value(int depth) {
        if (depth > Limits.VALUE_DEPTH) {
            throw error("a value is at most " + Limits.VALUE_DEPTH + " tables deep");
        }
        skipSpace();
        if (at == text.length()) {
            throw error("a value is missing");
        }
        char first = text.charAt(at);
        if (first == '"') {
            return Value.Bytes.wrap(quoted());
        }
        return first == '{' ? table(depth) : scalar();
    }

    private Value scalar() {
        int begin = at;
        while (at < text.length() && " ,={}[]()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(begin, at);
        return switch (word) {
            case "nil" -> Value.NIL;
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            case "nan" -> Value.of(Double.NaN);
            case "inf" -> Value.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Value.of(Double.NEGATIVE_INFINITY);
            default -> numeral(word);
        };
    }

    private Value numeral(String word) {
        if (!word.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
            throw error("\"" + word + "\" is no value: nil, true, false, a number, \"text\" or a table");
        }
        return Value.of(Double.parseDouble(word));
    }

    private Value table(int depth) {
        expect('{');
        List<Value> list = new ArrayList<>();
        List<Value> pairs = new ArrayList<>();
        while (!take('}')) {
            if (!list.isEmpty() || !pairs.isEmpty()) {
                expect(',');
            }
            Value key = key(depth);
            Value value = value(depth + 1);
            if (value == Value.NIL) {
                throw error("a table holds no nil");
            }
            if (key == Value.NIL) {
                list.add(value);
            } else {
                pairs.add(key);
                pairs.add(value);
            }
        }
        return Value.Table.wrap(list.toArray(Value[]::new), pairs.toArray(Value[]::new));
    }

    /** The key of an entry; nil if it has none. */
    private Value key(int depth) {
        if (take('[')) {
            Value key = value(depth + 1);
            expect(']');
            expect('=');
            return key;
        }
        skipSpace();
        var name = ValueText.NAME.matcher(text).region(at, text.length());
        int before = at;
        if (name.lookingAt()) {
            at = name.end();
            if (take('=')) {
                return Value.of(name.group());
            }
        }
        at = before;
        return Value.NIL;
    }

    private byte[] quoted() {
        expect('"');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int begin = at;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                bytes.writeBytes(text.substring(begin, at).getBytes(StandardCharsets.UTF_8));
                bytes.write(escape());
                begin = at;
            } else {
                at++;
            }
        }
        bytes.writeBytes(text.substring(begin, at).getBytes(StandardCharsets.UTF_8));
        expect('"');
        return bytes.toByteArray();
    }

    private int escape() {
        String left = text.substring(at);
        if (left.matches("\\\\x[0-9a-fA-F]{2}.*")) {
            at += 4;
            return Integer.parseInt(left.substring(2, 4), 16);
        }
        at += 2;
        return switch (left.length() > 1 ? left.charAt(1) : ' ') {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'n' -> '\n';
            default -> throw error("an escape is \\\", \\\\, \\n or \\x and two hex digits, not \"" + left + "\"");
        };
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
