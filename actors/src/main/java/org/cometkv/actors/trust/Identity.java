package org.cometkv.actors.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.cometkv.routing.Key;

/** An Ed25519 public key: the name of an author, an issuer or an operator. Immutable. */
public final class Identity {

    /** Length of a public key in bytes. */
    public static final int BYTES = 32;

    static final String ALGORITHM = "Ed25519";

    /** What the writer's name of an author begins with; other parties may have no such name. */
    private static final String WRITER = "ed25519:";

    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /*
     * The y coordinates of the points of small order: under such a key one signature can fit many messages, so that a
     * changed byte might go unseen.
     */
    private static final Set<BigInteger> SMALL = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

    private final byte[] bytes;

    private Identity(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The identity of a public key in its 32 bytes, as RFC 8032 writes them.
     *
     * @throws IllegalArgumentException if there are not 32 bytes, or they spell no usable key
     */
    public static Identity of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a public key has " + BYTES + " bytes, not " + bytes.length);
        }
        BigInteger y = y(bytes);
        if (y.compareTo(PRIME) >= 0 || SMALL.contains(y)) {
            throw new IllegalArgumentException(HexFormat.of().formatHex(bytes) + " is no usable Ed25519 public key");
        }
        return new Identity(bytes.clone());
    }

    /** @throws IllegalArgumentException if the text is neither 64 hexadecimal digits nor 32 bytes in Base64 */
    public static Identity parse(String text) {
        if (text.matches("[0-9a-fA-F]{64}")) {
            return of(HexFormat.of().parseHex(text));
        }
        try {
            return of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no public key: it must be 64 hexadecimal digits, or 32 bytes in Base64", e);
        }
    }

    /** @throws IllegalArgumentException if it is a key of another curve */
    static Identity of(EdECPublicKey key) {
        byte[] bytes = new byte[BYTES];
        byte[] y = key.getPoint().getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, BYTES); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            bytes[BYTES - 1] |= (byte) 0x80;
        }
        return of(bytes);
    }

    /** Whether a party with this name must prove it by a signature. */
    public static boolean isWriter(String name) {
        return name.startsWith(WRITER);
    }

    /** The name under which the author puts objects. */
    public String writer() {
        return WRITER + this;
    }

    /** The author's key of this salt. */
    public Key key(byte[] salt) {
        return Key.owned(bytes, salt);
    }

    /** The 32 bytes, a new array. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The first eight digits, for messages. */
    public String brief() {
        return toString().substring(0, 8);
    }

    /** Whether the holder of the secret key signed this message. */
    boolean signed(byte[] message, byte[] signature) {
        try {
            java.security.Signature verifier = java.security.Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // No point of the curve, or no signature at all: what a stranger sent.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        boolean isOdd = bytes[BYTES - 1] < 0;
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(isOdd, y(bytes))));
    }

    private static BigInteger y(byte[] littleEndian) {
        byte[] y = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            y[i] = littleEndian[BYTES - 1 - i];
        }
        y[0] &= 0x7f;
        return new BigInteger(1, y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** All 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
