package org.cometkv.node.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ByteCount;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.node.json.ValueJson;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * A caller as {@code --caller} describes it: a JSON object with the fields that a script reads, all of them optional.
 *
 * <p>{@code key} and {@code node} are a name or 64 hexadecimal digits, {@code coordinates} is an object of {@code x},
 * {@code y} and {@code height}, and {@code inbox} is true for a caller that handed one over.
 */
final class CallerJson {

    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("id", "ip", "port", "coordinates", "writer", "key", "inbox", "node"));

    private static final int PORT_MAX = 65_535;

    private final Value.Table fields;

    private CallerJson(Value.Table fields) {
        this.fields = fields;
    }

    /**
     * The caller that this text describes; what it leaves out is as in {@code otherwise}.
     *
     * @throws IllegalArgumentException if the text is not JSON, not an object, or has a field that is none of a caller
     *     or too long for one
     */
    static Caller parse(String json, Caller otherwise) {
        if (!(ValueJson.parse(json) instanceof Value.Table fields) || fields.listSize() > 0) {
            throw new IllegalArgumentException("a caller is a JSON object");
        }
        for (Map.Entry<Value, Value> field : fields.entries().entrySet()) {
            if (!(field.getKey() instanceof Value.Bytes name) || !FIELDS.contains(name.utf8())) {
                throw new IllegalArgumentException(
                        "a caller has no field " + field.getKey() + "; it has " + String.join(", ", FIELDS));
            }
        }
        Caller caller = new CallerJson(fields).caller(otherwise);
        // Throws for a caller that could not be part of a message or of a state.
        PartyCodec.caller(new ByteCount(), caller);
        return caller;
    }

    private Caller caller(Caller otherwise) {
        NodeId node = text("node").map(CallerJson::point).map(NodeId::new).orElse(otherwise.node());
        return new Caller(
                text("id").orElse(otherwise.id()),
                text("ip").orElse(otherwise.ip()),
                port(otherwise.port()),
                coordinates().or(otherwise::coordinates),
                text("writer").orElse(otherwise.writer()),
                text("key").map(CallerJson::point).or(otherwise::key),
                inbox(node).or(otherwise::inbox),
                node,
                Optional.empty());
    }

    private Optional<String> text(String name) {
        Value value = fields.get(name);
        if (value == Value.NIL) {
            return Optional.empty();
        }
        if (value instanceof Value.Bytes bytes) {
            return Optional.of(bytes.utf8());
        }
        throw new IllegalArgumentException("a caller's " + name + " is a text, not " + value);
    }

    private static double number(Value.Table table, String name) {
        if (table.get(name) instanceof Value.Num num) {
            return num.number();
        }
        throw new IllegalArgumentException("a caller's " + name + " is a number, not " + table.get(name));
    }

    private int port(int otherwise) {
        if (fields.get("port") == Value.NIL) {
            return otherwise;
        }
        double port = number(fields, "port");
        if (port != Math.rint(port) || port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException(
                    "a caller's port is a whole number from 0 to " + PORT_MAX + ", not " + fields.get("port"));
        }
        return (int) port;
    }

    private Optional<Coordinates> coordinates() {
        Value value = fields.get("coordinates");
        if (value == Value.NIL) {
            return Optional.empty();
        }
        if (value instanceof Value.Table table) {
            return Optional.of(new Coordinates(number(table, "x"), number(table, "y"), number(table, "height")));
        }
        throw new IllegalArgumentException("a caller's coordinates are an object of x, y and height, not " + value);
    }

    private Optional<Inbox> inbox(NodeId node) {
        Value value = fields.get("inbox");
        if (value == Value.NIL || value == Value.Bool.FALSE) {
            return Optional.empty();
        }
        if (value == Value.Bool.TRUE) {
            return Optional.of(new Inbox(node, 0, 1));
        }
        throw new IllegalArgumentException("a caller's inbox is true or false, not " + value);
    }

    private static Key point(String text) {
        return text.matches("[0-9a-fA-F]{64}") ? Key.parse(text) : Key.of(text);
    }
}
