package org.cometkv.node.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;

/** A reader of values from one JSON text. Not thread-safe; used once by {@link ValueJson#parse}. */
final class ValueJsonReader implements AutoCloseable {

    private static final Value[] NONE = {};

    private final JsonParser json;
    private int depth;

    ValueJsonReader(JsonParser json) {
        this.json = json;
    }

    /** The one value of the text, after which there is nothing but space. */
    Value readOnly() throws IOException {
        if (json.nextToken() == null) {
            throw new IllegalArgumentException("the JSON text is empty");
        }
        Value value = read();
        if (json.nextToken() != null) {
            throw mistake("there is more after the end of the value");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** The name of a place in a message; empty where the parser knows none, as of a number that is too long for it. */
    static String at(JsonLocation place) {
        return place == null ? "" : "at line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }

    private Value read() throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> text(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NULL -> Value.NIL;
            default -> throw new IllegalStateException("no value begins with " + json.currentToken());
        };
    }

    private Value readArray() throws IOException {
        enter();
        List<Value> list = new ArrayList<>();
        List<Value> pairs = new ArrayList<>();
        boolean hasHole = false;
        for (int index = 1; json.nextToken() != JsonToken.END_ARRAY; index++) {
            Value value = read();
            if (value == Value.NIL) {
                hasHole = true;
            } else if (hasHole) {
                pairs.add(Value.of(index));
                pairs.add(value);
            } else {
                list.add(value);
            }
        }
        depth--;
        return Value.Table.wrap(list.toArray(Value[]::new), pairs.toArray(Value[]::new));
    }

    private Value readObject() throws IOException {
        enter();
        List<Value> pairs = new ArrayList<>();
        List<String> base64 = new ArrayList<>();
        int members = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            members++;
            String name = json.currentName();
            Value key = text(name);
            if (json.nextToken() == JsonToken.VALUE_STRING && name.equals(ValueJson.BASE64)) {
                base64.add(json.getText());
            }
            Value value = read();
            if (value != Value.NIL) {
                pairs.add(key);
                pairs.add(value);
            }
        }
        depth--;
        return members == 1 && base64.size() == 1
                ? base64(base64.get(0))
                : Value.Table.wrap(NONE, pairs.toArray(Value[]::new));
    }

    private void enter() {
        depth++;
        if (depth > Limits.VALUE_DEPTH) {
            throw mistake("the value is nested deeper than " + Limits.VALUE_DEPTH);
        }
    }

    private Value number() throws IOException {
        double number = Double.parseDouble(json.getText());
        if (Double.isInfinite(number)) {
            throw mistake("the number is too large for a double");
        }
        return Value.of(number);
    }

    /** Strict: a lone surrogate has no UTF-8, and a question mark in its place would be another text. */
    private Value text(String text) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return Value.Bytes.wrap(bytes);
        } catch (CharacterCodingException loneSurrogate) {
            throw mistake("the text holds half of a surrogate pair");
        }
    }

    private Value base64(String text) {
        try {
            return Value.Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw mistake("the member base64 is not Base64 (" + notBase64.getMessage() + ")");
        }
    }

    private IllegalArgumentException mistake(String sentence) {
        return new IllegalArgumentException(at(json.currentTokenLocation()) + sentence);
    }
}
