package org.cometkv.actors.trust;

import java.util.Arrays;
import java.util.Optional;
import org.cometkv.routing.Key;

/**
 * An author's signature of an object or a remove, with the grant it relies on.
 *
 * @param serial rises with each that the author signs for a key; 1 or more
 * @param salt of an owned key; empty for other keys; shared, not to be written to
 * @param bytes Ed25519 over all the rest; shared, not to be written to
 */
public record ObjectSignature(
        Identity author, SignedContent content, long serial, byte[] salt, Optional<Grant> grant, byte[] bytes) {

    /** Longest encoding of a signature. */
    public static final int BYTES_MAX = 1_024;

    /** @throws IllegalArgumentException if a part has a length or a number that it cannot have */
    public ObjectSignature {
        if (serial < 1) {
            throw new IllegalArgumentException("serial is " + serial + "; it must be 1 or more");
        }
        if (salt.length > Key.SALT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the salt has " + salt.length + " bytes; the limit is " + Key.SALT_BYTES_MAX + " bytes");
        }
        if (bytes.length != FieldReader.SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "a signature has " + FieldReader.SIGNATURE_BYTES + " bytes, not " + bytes.length);
        }
    }

    /**
     * Reads {@link #encode}.
     *
     * @throws IllegalArgumentException if the bytes are no signature; whether it is genuine is another question
     */
    public static ObjectSignature decode(byte[] encoded) {
        FieldReader in = new FieldReader(encoded, BYTES_MAX);
        SignedContent.Purpose purpose = SignedContent.Purpose.of(in.domain());
        Identity author = in.identity();
        SignedContent content = new SignedContent(purpose, in.key(), in.key(), in.key());
        return new ObjectSignature(
                author, content, in.number(), in.field(0, Key.SALT_BYTES_MAX), grant(in), in.signature());
    }

    /** The signature as it travels. */
    public byte[] encode() {
        return FieldWriter.sealed(message(author, content, serial, salt, grant), bytes);
    }

    /** What shows that the author did not sign this or may not rely on the grant; empty if nothing does. */
    public Optional<String> forgery() {
        if (!author.signed(message(author, content, serial, salt, grant), bytes)) {
            return Optional.of("the author " + author.brief() + " did not sign it as it is");
        }
        if (content.key().isOwned() ? !content.key().equals(author.key(salt)) : salt.length > 0) {
            return Optional.of(
                    content.key().isOwned()
                            ? "the key does not belong to the author " + author.brief() + " with this salt"
                            : "there is a salt and the key is no owned key");
        }
        return grant.flatMap(this::misuse);
    }

    private Optional<String> misuse(Grant given) {
        if (!given.author().equals(author)) {
            return Optional.of("the grant is for the author " + given.author().brief() + ", not for " + author.brief());
        }
        if (!given.prefix().contains(content.key())) {
            return Optional.of("the grant is for keys that begin with \"" + given.prefix()
                    + "\", and the object's key is " + content.key());
        }
        return given.isGenuine()
                ? Optional.empty()
                : Optional.of("the issuer " + given.issuer().brief() + " did not sign the grant as it is");
    }

    static byte[] message(Identity author, SignedContent content, long serial, byte[] salt, Optional<Grant> grant) {
        return new FieldWriter(content.purpose().domain())
                .field(author)
                .field(content.key())
                .field(content.script())
                .field(content.fields())
                .number(serial)
                .field(salt)
                .field(grant.map(Grant::encode).orElse(new byte[0]))
                .message();
    }

    private static Optional<Grant> grant(FieldReader in) {
        byte[] encoded = in.field(0, Grant.BYTES_MAX);
        return encoded.length == 0 ? Optional.empty() : Optional.of(Grant.decode(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectSignature that
                && author.equals(that.author)
                && content.equals(that.content)
                && serial == that.serial
                && Arrays.equals(salt, that.salt)
                && grant.equals(that.grant)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
