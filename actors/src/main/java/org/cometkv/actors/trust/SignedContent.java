package org.cometkv.actors.trust;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cometkv.routing.Key;

/**
 * The digests that a signature is about.
 *
 * @param key the key of the object
 * @param script the digest of its script
 * @param fields the digest of the fields it begins with, or of the request of a remove
 */
public record SignedContent(Purpose purpose, Key key, Key script, Key fields) {

    /** What a signature is for; each has a domain of its own. */
    public enum Purpose {
        OBJECT("comet-object-1"),
        REMOVE("comet-remove-1");

        private final String domain;

        Purpose(String domain) {
            this.domain = domain;
        }

        String domain() {
            return domain;
        }

        static Purpose of(String domain) {
            for (Purpose purpose : values()) {
                if (purpose.domain.equals(domain)) {
                    return purpose;
                }
            }
            throw new IllegalArgumentException(
                    "a signature is for " + OBJECT.domain + " or " + REMOVE.domain + ", not for something else");
        }
    }

    private static final byte[] FIELDS = "comet-fields-1".getBytes(StandardCharsets.US_ASCII);

    /**
     * The digests of what is signed.
     *
     * @param script the text; empty for a passive value and a remove
     * @param fields the canonical encoding of the fields or the request
     */
    public static SignedContent of(Purpose purpose, Key key, byte[] script, byte[] fields) {
        return new SignedContent(purpose, key, scriptDigest(script), digest(FIELDS, fields));
    }

    /** The digest of a script's text. */
    public static Key scriptDigest(byte[] text) {
        return digest("comet-script-1".getBytes(StandardCharsets.US_ASCII), text);
    }

    /** What is not as it was signed; empty if nothing. */
    public Optional<String> difference(SignedContent signed) {
        if (purpose != signed.purpose) {
            return Optional.of("the signature is for another request: " + signed.purpose.domain);
        }
        if (!key.equals(signed.key)) {
            return Optional.of("the signature is for another key, " + signed.key);
        }
        if (!script.equals(signed.script)) {
            return Optional.of("the script is not the one that was signed");
        }
        if (!fields.equals(signed.fields)) {
            return Optional.of(
                    purpose == Purpose.OBJECT
                            ? "the fields are not those that were signed"
                            : "the request is not the one that was signed");
        }
        return Optional.empty();
    }

    private static Key digest(byte[] domain, byte[] bytes) {
        return Key.digest(new FieldWriter(new String(domain, StandardCharsets.US_ASCII))
                .field(bytes)
                .message());
    }
}
