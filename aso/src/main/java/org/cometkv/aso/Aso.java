package org.cometkv.aso;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An active storage object as a user describes it: a script and the fields it begins with.
 *
 * <p>Immutable; {@code with} returns a changed copy. Sizes are checked by the node that takes the put.
 */
public final class Aso {

    private final Script script;
    private final Map<String, Value> fields;

    private Aso(Script script, Map<String, Value> fields) {
        this.script = script;
        this.fields = fields;
    }

    /** An object with handlers. */
    public static Aso script(String lua) {
        return new Aso(Script.of(lua), Map.of());
    }

    /** An object with handlers. */
    public static Aso script(Script script) {
        return new Aso(script, Map.of());
    }

    /** A passive value: no script, no cost beyond its bytes. */
    public static Aso value(Value value) {
        return new Aso(Script.NONE, Map.of()).with("value", value);
    }

    /** A passive value: a text. */
    public static Aso value(String text) {
        return value(Value.of(text));
    }

    /** The same object with this field of {@code aso} set once its script has run. */
    public Aso with(String field, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Aso(script, changed);
    }

    public Aso with(String field, String value) {
        return with(field, Value.of(value));
    }

    public Aso with(String field, double value) {
        return with(field, Value.of(value));
    }

    /** The same object with this many replicas, 1 to {@link Policy#REPLICAS_MAX}. */
    public Aso replicas(int replicas) {
        return with("replicas", replicas);
    }

    public Script script() {
        return script;
    }

    /** The fields that overlay {@code aso}, in the order they were given. */
    public Value.Table fields() {
        return Value.table(fields);
    }
}
