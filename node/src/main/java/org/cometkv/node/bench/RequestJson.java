package org.cometkv.node.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Value;

/** The request in a case's header: JSON of lists, objects, texts and numbers. */
final class RequestJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Value[] NONE = {};

    private RequestJson() {}

    /** @throws IllegalArgumentException if the text is no such JSON */
    static Value parse(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            Value value = read(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("text behind the JSON value: " + text);
            }
            return value;
        } catch (IOException malformed) {
            throw new IllegalArgumentException("no JSON: " + text, malformed);
        }
    }

    private static Value read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_ARRAY -> Value.Table.wrap(elements(json, JsonToken.END_ARRAY), NONE);
            case START_OBJECT -> Value.Table.wrap(NONE, elements(json, JsonToken.END_OBJECT));
            case FIELD_NAME, VALUE_STRING -> Value.of(json.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(json.getDoubleValue());
            default -> throw new IllegalArgumentException("a request has no " + json.currentToken());
        };
    }

    /** The items inside of brackets; of an object, each name before its value. */
    private static Value[] elements(JsonParser json, JsonToken end) throws IOException {
        List<Value> elements = new ArrayList<>();
        while (json.nextToken() != end) {
            elements.add(read(json));
        }
        return elements.toArray(NONE);
    }
}
