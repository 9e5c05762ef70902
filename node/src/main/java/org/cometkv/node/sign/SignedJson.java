package org.cometkv.node.sign;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.RaisedLimit;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedContent;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserMistake;
import org.cometkv.routing.Key;

/** The JSON of keys, grants and signed objects: readable, and whole, so that a changed letter breaks the signature. */
final class SignedJson {

    private static final String KEY = "comet-key";
    private static final String GRANT = "comet-grant";
    static final String OBJECT = "comet-object";
    static final String REMOVE = "comet-remove";

    /** The end of the years with four digits: what follows has another form, and no use. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** An object with the key that it is signed for. */
    record SignedObject(Key key, Aso aso) {}

    private SignedJson() {}

    static Value key(SigningKey key) {
        return table(Map.entry("kind", Value.of(KEY)), entry("public", key.identity()), entry("secret", key.seed()));
    }

    static SigningKey readKey(String file) {
        SignedFile json = SignedFile.read(file, KEY);
        Identity identity = json.read("public", Identity::parse);
        try {
            return SigningKey.of(json.hex("secret"), identity);
        } catch (IllegalArgumentException mistake) {
            throw json.wrong("secret", mistake.getMessage());
        }
    }

    static Value grant(Grant grant) {
        Map<String, Value> limits = new LinkedHashMap<>();
        grant.rights().limits().forEach((limit, bound) -> limits.put(limit.label(), Value.of(bound)));
        return table(
                Map.entry("kind", Value.of(GRANT)),
                entry("issuer", grant.issuer()),
                entry("author", grant.author()),
                entry("prefix", grant.prefix()),
                Map.entry("keys", Value.of(grant.rights().keys())),
                Map.entry("depth", Value.of(grant.rights().depth())),
                Map.entry("fanout", Value.of(grant.rights().fanout())),
                Map.entry("limits", Value.table(limits)),
                entry("expires", Instant.ofEpochMilli(grant.expiresAtMillis())),
                entry("signature", grant.signature()));
    }

    static Grant readGrant(String file) {
        return grant(SignedFile.read(file, GRANT));
    }

    static Value object(Key key, Aso aso) {
        ObjectSignature signature = aso.signature().orElseThrow();
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(OBJECT));
        fields.put("key", Value.of(key.toString()));
        fields.put("script", Value.of(aso.script().text()));
        fields.put("fields", aso.fields());
        putSignature(fields, signature);
        return Value.table(fields);
    }

    /** The remove of what is under a key. */
    static Value remove(ObjectSignature signature) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(REMOVE));
        fields.put("key", Value.of(signature.content().key().toString()));
        putSignature(fields, signature);
        return Value.table(fields);
    }

    private static void putSignature(Map<String, Value> fields, ObjectSignature signature) {
        fields.put("author", Value.of(signature.author().toString()));
        fields.put("serial", Value.of(signature.serial()));
        if (signature.salt().length > 0) {
            fields.put("salt", Value.of(HexFormat.of().formatHex(signature.salt())));
        }
        signature.grant().ifPresent(grant -> fields.put("grant", grant(grant)));
        fields.put("signature", Value.of(HexFormat.of().formatHex(signature.bytes())));
    }

    /** Reads a signed object, whose signature is genuine. */
    static SignedObject readObject(String file) {
        return object(SignedFile.read(file, OBJECT));
    }

    static SignedObject object(SignedFile json) {
        if (!(json.fields().get("script") instanceof Value.Bytes text)) {
            throw json.wrong("script", "it must be a text");
        }
        Key key = json.read("key", Key::parse);
        Aso aso = Aso.script(text.length() == 0 ? Script.NONE : Script.of(text.array()));
        Value.Table fields = json.table("fields");
        for (Map.Entry<Value, Value> field : fields.entries().entrySet()) {
            if (!(field.getKey() instanceof Value.Bytes name)) {
                throw json.wrong("fields", "their names must be texts");
            }
            aso = aso.with(name.utf8(), field.getValue());
        }
        return new SignedObject(
                key, aso.signed(signature(json, CanonicalForm.object(key, aso.script(), aso.fields()))));
    }

    /** Reads the signature of an object or a remove, which is genuine. */
    static ObjectSignature readSignature(String file) {
        SignedFile json = SignedFile.read(file, OBJECT, REMOVE);
        return json.text("kind").equals(REMOVE)
                ? remove(json)
                : object(json).aso().signature().orElseThrow();
    }

    static ObjectSignature remove(SignedFile json) {
        return signature(json, CanonicalForm.remove(json.read("key", Key::parse), Value.NIL));
    }

    private static ObjectSignature signature(SignedFile json, SignedContent content) {
        Optional<Grant> grant = json.has("grant")
                ? Optional.of(grant(new SignedFile(json.name() + " (grant)", json.table("grant"))))
                : Optional.empty();
        try {
            ObjectSignature signature = new ObjectSignature(
                    json.read("author", Identity::parse),
                    content,
                    json.whole("serial"),
                    json.has("salt") ? json.hex("salt") : new byte[0],
                    grant,
                    json.hex("signature"));
            signature.forgery().ifPresent(why -> {
                throw new UserMistake(ExitCode.REFUSED, json.name() + ": " + why + ".");
            });
            return signature;
        } catch (IllegalArgumentException mistake) {
            throw new UserMistake(ExitCode.USAGE, json.name() + " is wrong: " + mistake.getMessage() + ".");
        }
    }

    /** The limit of this name. */
    static RaisedLimit limit(String label) {
        return Arrays.stream(RaisedLimit.values())
                .filter(limit -> limit.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no limit '" + label
                        + "' that a grant raises; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(RaisedLimit.values())
                                        .map(RaisedLimit::label)
                                        .toList())));
    }

    private static Grant grant(SignedFile json) {
        Map<RaisedLimit, Integer> limits = new EnumMap<>(RaisedLimit.class);
        SignedFile bounds = new SignedFile(json.name() + " (limits)", json.table("limits"));
        try {
            for (Value label : bounds.fields().entries().keySet()) {
                String name = label instanceof Value.Bytes bytes ? bytes.utf8() : label.toString();
                limits.put(limit(name), Math.toIntExact(bounds.whole(name)));
            }
            Rights rights = new Rights(
                    json.truth("keys"),
                    Math.toIntExact(json.whole("depth")),
                    Math.toIntExact(json.whole("fanout")),
                    limits);
            return new Grant(
                    json.read("issuer", Identity::parse),
                    json.read("author", Identity::parse),
                    json.read("prefix", KeyPrefix::parse),
                    rights,
                    json.read("expires", SignedJson::instant).toEpochMilli(),
                    json.hex("signature"));
        } catch (IllegalArgumentException | ArithmeticException mistake) {
            throw new UserMistake(ExitCode.USAGE, json.name() + " is wrong: " + mistake.getMessage() + ".");
        }
    }

    /** An instant, or the beginning of a day in UTC. */
    static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text.matches("\\d{4}-\\d{2}-\\d{2}") ? text + "T00:00:00Z" : text);
            if (!instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeParseException mistake) {
            // Said below, as for a date that is out of range.
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no date: it must be like 2027-01-01 or 2027-01-01T12:00:00Z, at most " + LAST);
    }

    private static Map.Entry<String, Value> entry(String name, Object text) {
        return Map.entry(name, Value.of(text.toString()));
    }

    private static Map.Entry<String, Value> entry(String name, byte[] bytes) {
        return Map.entry(name, Value.of(HexFormat.of().formatHex(bytes)));
    }

    @SafeVarargs
    private static Value table(Map.Entry<String, Value>... entries) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : entries) {
            fields.put(entry.getKey(), entry.getValue());
        }
        return Value.table(fields);
    }
}
