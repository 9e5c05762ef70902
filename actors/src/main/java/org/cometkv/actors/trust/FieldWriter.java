package org.cometkv.actors.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.routing.Key;

/** A writer of the canonical encoding: fields, each after its length. Not thread-safe. */
final class FieldWriter {

    private final ByteOutput out = new ByteOutput();

    FieldWriter(String domain) {
        field(domain.getBytes(StandardCharsets.US_ASCII));
    }

    FieldWriter field(byte[] bytes) {
        out.half(bytes.length);
        out.raw(bytes);
        return this;
    }

    FieldWriter field(Identity identity) {
        return field(identity.bytes());
    }

    FieldWriter field(Key key) {
        out.half(Key.BYTES);
        PartyCodec.key(out, key);
        return this;
    }

    FieldWriter octet(int value) {
        out.half(1);
        out.octet(value);
        return this;
    }

    FieldWriter integer(int value) {
        out.half(Integer.BYTES);
        out.half(value);
        return this;
    }

    FieldWriter number(long value) {
        out.half(Long.BYTES);
        out.word(value);
        return this;
    }

    byte[] message() {
        return out.toBytes();
    }

    /** A message and the signature over it: how a signed thing travels. */
    static byte[] sealed(byte[] message, byte[] signature) {
        return ByteBuffer.allocate(message.length + signature.length)
                .put(message)
                .put(signature)
                .array();
    }
}
