package org.cometkv.actors.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cometkv.routing.Key;

/** A writer of the canonical encoding: fields, each after its length. Not thread-safe. */
final class FieldWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FieldWriter(String domain) {
        field(domain.getBytes(StandardCharsets.US_ASCII));
    }

    FieldWriter field(byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return this;
    }

    FieldWriter field(Identity identity) {
        return field(identity.bytes());
    }

    FieldWriter field(Key key) {
        return field(key.bytes());
    }

    FieldWriter octet(int value) {
        return field(new byte[] {(byte) value});
    }

    FieldWriter integer(int value) {
        return field(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    FieldWriter number(long value) {
        return field(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    byte[] message() {
        return out.toByteArray();
    }

    /** A message and the signature over it: how a signed thing travels. */
    static byte[] sealed(byte[] message, byte[] signature) {
        return ByteBuffer.allocate(message.length + signature.length)
                .put(message)
                .put(signature)
                .array();
    }
}
