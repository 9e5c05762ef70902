package org.cometkv.actors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Signer;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * An active storage object as a user describes it: a script and the fields it begins with.
 *
 * <p>Immutable; {@code with} returns a changed copy. Sizes are checked by the node that takes the put.
 */
public final class Aso {

    private final Script script;
    private final Map<String, Value> fields;
    private final Optional<ObjectSignature> signature;

    private Aso(Script script, Map<String, Value> fields, Optional<ObjectSignature> signature) {
        this.script = script;
        this.fields = fields;
        this.signature = signature;
    }

    /** An object with handlers. */
    public static Aso script(String lua) {
        return script(Script.of(lua));
    }

    /** An object with handlers. */
    public static Aso script(Script script) {
        return new Aso(script, Map.of(), Optional.empty());
    }

    /**
     * An object whose script is a file on the class path: of the thread's context class loader, or where Comet is.
     *
     * @param path as {@code com/example/counter.lua}, with or without a slash before it
     * @throws IllegalArgumentException if there is no such file, or it has over 1 MiB; nodes take at most 128 KiB
     */
    public static Aso resource(String path) {
        return script(ScriptResource.read(path));
    }

    /** A passive value: no script, no cost beyond its bytes. */
    public static Aso value(Value value) {
        return script(Script.NONE).with("value", value);
    }

    /** A passive value: a text. */
    public static Aso value(String text) {
        return value(Value.of(text));
    }

    /**
     * The same object with this field of {@code aso} set once its script has run.
     *
     * @throws IllegalStateException if the object is signed: another field needs another signature
     */
    public Aso with(String field, Value value) {
        if (signature.isPresent()) {
            throw new IllegalStateException("field '" + field + "' is set after the object was signed; sign it last");
        }
        Map<String, Value> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Aso(script, changed, Optional.empty());
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

    /**
     * The same object, signed for this key: it can be put under no other, and changed in nothing.
     *
     * @throws IllegalArgumentException if the serial is not positive, or the grant or the key is not the author's
     */
    public Aso signed(Signer author, Key key) {
        return signed(author.sign(CanonicalForm.object(key, script, fields())));
    }

    /** The same, for the key of a name. */
    public Aso signed(Signer author, String key) {
        return signed(author, Key.of(key));
    }

    /** The same object with a signature made elsewhere; the node that takes the put judges it. */
    public Aso signed(ObjectSignature made) {
        return new Aso(script, fields, Optional.of(made));
    }

    public Optional<ObjectSignature> signature() {
        return signature;
    }

    public Script script() {
        return script;
    }

    /** The fields that overlay {@code aso}, in the order they were given. */
    public Value.Table fields() {
        return Value.table(fields);
    }
}
