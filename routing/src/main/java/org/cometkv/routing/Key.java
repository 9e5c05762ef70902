package org.cometkv.routing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A point of the 256-bit key space, held as four big-endian words.
 *
 * <p>Immutable. Ordered as an unsigned number.
 */
public record Key(long a, long b, long c, long d) implements Comparable<Key> {

    /** Length of a key in bytes. */
    public static final int BYTES = 32;

    /** Longest name that {@link #of(String)} takes, in bytes of UTF-8. */
    public static final int NAME_BYTES_MAX = 1024;

    /** The deepest {@link #child(int)} of a key: the bound of the original Comet. */
    public static final int CHILD_MAX = 5;

    /** Longest salt of an owned key, in bytes. */
    public static final int SALT_BYTES_MAX = 64;

    /** The length of the public keys that own keys: Ed25519. */
    public static final int OWNER_BYTES = 32;

    /*
     * An owned key is known by its last word, so that every node refuses an unsigned put on it, also where it is still
     * empty. The last and not the first: distances are decided by leading bits, and owned keys must spread over all
     * nodes as others do. 64 bits, so that no name is ever hashed to one by chance; 192 bits of digest are left, far
     * more than finding a second owner for a key could take.
     */
    private static final long OWNED = 0x63_6f_6d_65_74_2d_6f_77L;
    private static final byte[] OWNED_DOMAIN = "comet-owned-key-1".getBytes(StandardCharsets.US_ASCII);

    /**
     * The key of a name: SHA-256 of its UTF-8 text.
     *
     * @throws IllegalArgumentException if the name is empty, longer than {@link #NAME_BYTES_MAX} bytes, or no Unicode
     * text
     */
    public static Key of(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        if (text.length == 0) {
            throw new IllegalArgumentException("the key is empty; a key has 1 to " + NAME_BYTES_MAX + " bytes");
        }
        if (text.length > NAME_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the key has " + text.length + " bytes; the limit is " + NAME_BYTES_MAX + " bytes");
        }
        // The encoder writes '?' for half a surrogate pair: without this, different names would share a key.
        if (!new String(text, StandardCharsets.UTF_8).equals(name)) {
            throw new IllegalArgumentException("the key has an unpaired surrogate; a key is Unicode text");
        }
        return digest(text);
    }

    /**
     * A key that belongs to a public key: only its owner can put, update and remove what is there.
     *
     * <p>The first 24 bytes of the SHA-256 of {@code "comet-owned-key-1"}, the public key and the salt, then the 8
     * bytes {@code "comet-ow"}. The domain and the public key have fixed lengths, so that nothing is ambiguous.
     *
     * @param salt tells the owner's keys apart; may be empty
     * @throws IllegalArgumentException if the public key has not {@link #OWNER_BYTES} bytes, or the salt more than
     *     {@link #SALT_BYTES_MAX}
     */
    public static Key owned(byte[] publicKey, byte[] salt) {
        if (publicKey.length != OWNER_BYTES) {
            throw new IllegalArgumentException("a public key has " + OWNER_BYTES + " bytes, not " + publicKey.length);
        }
        if (salt.length > SALT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "the salt has " + salt.length + " bytes; the limit is " + SALT_BYTES_MAX + " bytes");
        }
        Key digest = digest(ByteBuffer.allocate(OWNED_DOMAIN.length + OWNER_BYTES + salt.length)
                .put(OWNED_DOMAIN)
                .put(publicKey)
                .put(salt)
                .array());
        return new Key(digest.a, digest.b, digest.c, OWNED);
    }

    /** Whether the key belongs to somebody, who must sign whatever is done to what it holds. */
    public boolean isOwned() {
        return d == OWNED;
    }

    /**
     * The key that these 32 bytes spell.
     *
     * @throws IllegalArgumentException if there are not exactly 32 bytes
     */
    public static Key of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Key(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /**
     * Parses the form of {@link #toString()}: 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text has another length or another character
     */
    public static Key parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a key in hex has " + 2 * BYTES + " digits, not " + hex.length());
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /**
     * The n-th derived key: SHA-256 applied n times to this one.
     *
     * @throws IllegalArgumentException if {@code n} is not within 1 to {@link #CHILD_MAX}
     */
    public Key child(int n) {
        if (n < 1 || n > CHILD_MAX) {
            throw new IllegalArgumentException("a child key is numbered 1 to " + CHILD_MAX + ", not " + n);
        }
        Key key = this;
        for (int i = 0; i < n; i++) {
            key = digest(key.bytes());
        }
        return key;
    }

    /** The 32 bytes of this key, a new array. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** The bit at {@code index}, counted from the most significant, 0 to 255. */
    boolean bit(int index) {
        long word = switch (index >>> 6) {
            case 0 -> a;
            case 1 -> b;
            case 2 -> c;
            default -> d;
        };
        return (word << (index & 63)) < 0;
    }

    @Override
    public int compareTo(Key other) {
        int order = Long.compareUnsigned(a, other.a);
        if (order == 0) {
            order = Long.compareUnsigned(b, other.b);
        }
        if (order == 0) {
            order = Long.compareUnsigned(c, other.c);
        }
        return order != 0 ? order : Long.compareUnsigned(d, other.d);
    }

    @Override
    public int hashCode() {
        // Keys are digests: any word is as good as a mix, but ids chosen by hand may share the leading ones.
        long mixed = a ^ b ^ c ^ d;
        return (int) (mixed ^ mixed >>> 32);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && a == key.a && b == key.b && c == key.c && d == key.d;
    }

    /** All 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The key at the SHA-256 of these bytes. */
    public static Key digest(byte[] bytes) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
