package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Value;

/** Requests of the hostile set, written as JSON: strings without escapes, and no surprises in between. */
final class JsonValue {

    private final String text;
    private int at;

    private JsonValue(String text) {
        this.text = text;
    }

    static Value parse(String text) {
        JsonValue json = new JsonValue(text);
        Value value = json.value();
        if (json.at != text.length()) {
            throw new IllegalArgumentException("text behind the JSON value: " + text.substring(json.at));
        }
        return value;
    }

    private Value value() {
        switch (text.charAt(at)) {
            case '[':
                return Value.Table.wrap(items(']').toArray(Value[]::new), new Value[0]);
            case '{':
                return Value.Table.wrap(new Value[0], items('}').toArray(Value[]::new));
            case '"':
                return string();
            default:
                return word();
        }
    }

    /** The items of a list, or keys and values in turn. */
    private List<Value> items(char end) {
        List<Value> items = new ArrayList<>();
        at++;
        while (text.charAt(at) != end) {
            items.add(value());
            if (text.charAt(at) == ',' || text.charAt(at) == ':') {
                at++;
            }
        }
        at++;
        return items;
    }

    private Value string() {
        int end = text.indexOf('"', at + 1);
        Value string = Value.of(text.substring(at + 1, end));
        at = end + 1;
        return string;
    }

    private Value word() {
        int start = at;
        while (at < text.length() && ",:]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> Value.NIL;
            case "true", "false" -> Value.of(Boolean.parseBoolean(word));
            default -> Value.of(Double.parseDouble(word));
        };
    }
}
