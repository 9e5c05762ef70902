package org.cometkv.actors.trust;

import java.nio.charset.StandardCharsets;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.routing.Key;

/**
 * A reader of the canonical encoding of a signed thing from outside; a declared length is held against its bound and
 * against what is left before anything is allocated. Every method throws IllegalArgumentException for what cannot have
 * been written. Not thread-safe.
 */
final class FieldReader {

    /** Length of an Ed25519 signature in bytes. */
    static final int SIGNATURE_BYTES = 64;

    private static final int DOMAIN_BYTES_MAX = 32;

    private final Input in;

    FieldReader(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw new MalformedInput("it has " + bytes.length + " bytes; the limit is " + most);
        }
        in = new Input(bytes);
    }

    String domain() {
        return new String(field(1, DOMAIN_BYTES_MAX), StandardCharsets.ISO_8859_1);
    }

    byte[] field(int least, int most) {
        return in.raw(length(least, most));
    }

    Identity identity() {
        return Identity.of(field(Identity.BYTES, Identity.BYTES));
    }

    Key key() {
        return PartyCodec.key(fieldOf(Key.BYTES));
    }

    int octet() {
        return fieldOf(1).octet();
    }

    int integer() {
        return fieldOf(Integer.BYTES).half();
    }

    long number() {
        return fieldOf(Long.BYTES).word();
    }

    /** The signature, which is the rest. */
    byte[] signature() {
        byte[] signature = in.raw(SIGNATURE_BYTES);
        in.end();
        return signature;
    }

    private Input fieldOf(int bytes) {
        length(bytes, bytes);
        return in;
    }

    private int length(int least, int most) {
        int length = in.half();
        if (length < least || length > most) {
            throw new MalformedInput("a field of " + length + " bytes; it has " + least + " to " + most);
        }
        return length;
    }
}
