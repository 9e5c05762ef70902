package org.cometkv.actors.trust;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.cometkv.routing.Key;

/**
 * An issuer's permission for an author's objects: rights on the keys of a prefix, until an instant.
 *
 * @param signature the issuer's, over all the rest; shared, not to be written to
 */
public record Grant(
        Identity issuer, Identity author, KeyPrefix prefix, Rights rights, long expiresAtMillis, byte[] signature) {

    private static final String DOMAIN = "comet-grant-1";
    private static final RaisedLimit[] RAISES = RaisedLimit.values();
    private static final int RAISE_BYTES = 1 + Integer.BYTES;
    private static final int PREFIX_BYTES = Short.BYTES + Key.BYTES;

    /** Longest encoding of a grant. */
    static final int BYTES_MAX = 400;

    /** @throws IllegalArgumentException if the signature has not 64 bytes */
    public Grant {
        if (signature.length != FieldReader.SIGNATURE_BYTES) {
            throw new IllegalArgumentException(
                    "a signature has " + FieldReader.SIGNATURE_BYTES + " bytes, not " + signature.length);
        }
    }

    /** A grant that its issuer signs. */
    public static Grant issue(SigningKey issuer, Identity author, KeyPrefix prefix, Rights rights, Instant expiresAt) {
        long expiry = expiresAt.toEpochMilli();
        byte[] message = message(issuer.identity(), author, prefix, rights, expiry);
        return new Grant(issuer.identity(), author, prefix, rights, expiry, issuer.sign(message));
    }

    /**
     * Reads {@link #encode}.
     *
     * @throws IllegalArgumentException if the bytes are no grant; whether its issuer signed it is another question
     */
    public static Grant decode(byte[] bytes) {
        FieldReader in = new FieldReader(bytes, BYTES_MAX);
        if (!in.domain().equals(DOMAIN)) {
            throw new IllegalArgumentException("it is no grant");
        }
        return new Grant(
                in.identity(),
                in.identity(),
                prefix(in.field(PREFIX_BYTES, PREFIX_BYTES)),
                new Rights(flag(in.octet()), in.octet(), in.integer(), limits(in)),
                in.number(),
                in.signature());
    }

    /** The grant as it travels. */
    public byte[] encode() {
        return FieldWriter.sealed(message(), signature);
    }

    /** Whether its issuer signed it as it is. */
    boolean isGenuine() {
        return issuer.signed(message(), signature);
    }

    /** Whether it has ended. */
    public boolean isExpired(long nowMillis) {
        return nowMillis >= expiresAtMillis;
    }

    private byte[] message() {
        return message(issuer, author, prefix, rights, expiresAtMillis);
    }

    private static byte[] message(Identity issuer, Identity author, KeyPrefix prefix, Rights rights, long expiry) {
        ByteBuffer start = ByteBuffer.allocate(PREFIX_BYTES);
        start.putShort((short) prefix.bits()).put(prefix.start().bytes());
        ByteBuffer limits = ByteBuffer.allocate(RAISE_BYTES * rights.limits().size());
        rights.limits()
                .forEach((limit, bound) -> limits.put((byte) limit.ordinal()).putInt(bound));
        return new FieldWriter(DOMAIN)
                .field(issuer)
                .field(author)
                .field(start.array())
                .octet(rights.keys() ? 1 : 0)
                .octet(rights.depth())
                .integer(rights.fanout())
                .field(limits.array())
                .number(expiry)
                .message();
    }

    private static KeyPrefix prefix(byte[] field) {
        int bits = ByteBuffer.wrap(field).getShort();
        return new KeyPrefix(Key.of(Arrays.copyOfRange(field, Short.BYTES, field.length)), bits);
    }

    private static boolean flag(int octet) {
        if (octet > 1) {
            throw new IllegalArgumentException("a flag is 0 or 1, not " + octet);
        }
        return octet == 1;
    }

    private static Map<RaisedLimit, Integer> limits(FieldReader in) {
        ByteBuffer field = ByteBuffer.wrap(in.field(0, RAISE_BYTES * RAISES.length));
        Map<RaisedLimit, Integer> limits = new EnumMap<>(RaisedLimit.class);
        int last = -1;
        while (field.remaining() >= RAISE_BYTES) {
            int number = field.get();
            if (number <= last || number >= RAISES.length) {
                throw new IllegalArgumentException("limits are numbered 0 to " + (RAISES.length - 1)
                        + " and stand in order; " + number + " follows " + last);
            }
            limits.put(RAISES[number], field.getInt());
            last = number;
        }
        if (field.hasRemaining()) {
            throw new IllegalArgumentException("the limits of a grant end midway");
        }
        return limits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grant that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
