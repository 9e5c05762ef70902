package org.cometkv.actors.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cometkv.routing.Key;

/**
 * A reader of the canonical encoding of a signed thing from outside; a declared length is held against its bound and
 * against what is left before anything is allocated. Every method throws IllegalArgumentException for what cannot
 * have been written. Not thread-safe.
 */
final class FieldReader {

    /** Length of an Ed25519 signature in bytes. */
    static final int SIGNATURE_BYTES = 64;

    private static final int DOMAIN_BYTES_MAX = 32;

    private final ByteBuffer in;

    FieldReader(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw new IllegalArgumentException("it has " + bytes.length + " bytes; the limit is " + most);
        }
        in = ByteBuffer.wrap(bytes);
    }

    String domain() {
        return new String(field(1, DOMAIN_BYTES_MAX), StandardCharsets.ISO_8859_1);
    }

    byte[] field(int least, int most) {
        int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (length < least || length > most || length > in.remaining()) {
            throw new IllegalArgumentException("at byte " + in.position() + ": a field of " + length + " bytes; it has "
                    + least + " to " + most + " and " + in.remaining() + " are left");
        }
        byte[] field = new byte[length];
        in.get(field);
        return field;
    }

    Identity identity() {
        return Identity.of(field(Identity.BYTES, Identity.BYTES));
    }

    Key key() {
        return Key.of(field(Key.BYTES, Key.BYTES));
    }

    int octet() {
        return field(1, 1)[0] & 0xff;
    }

    int integer() {
        return ByteBuffer.wrap(field(Integer.BYTES, Integer.BYTES)).getInt();
    }

    long number() {
        return ByteBuffer.wrap(field(Long.BYTES, Long.BYTES)).getLong();
    }

    /** The signature, which is the rest. */
    byte[] signature() {
        if (in.remaining() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "a signature has " + SIGNATURE_BYTES + " bytes and " + in.remaining() + " are left");
        }
        byte[] signature = new byte[SIGNATURE_BYTES];
        in.get(signature);
        return signature;
    }
}
