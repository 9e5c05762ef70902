package org.cometkv.actors.trust;

import java.util.HexFormat;
import org.cometkv.routing.Key;

/**
 * The part of the key space whose keys begin with the same bits.
 *
 * @param start the first key of it: zeros behind the prefix
 * @param bits 0 (all keys) to 256 (one key)
 */
public record KeyPrefix(Key start, int bits) {

    /** Every key. */
    public static final KeyPrefix ALL = new KeyPrefix(new Key(0, 0, 0, 0), 0);

    private static final int BITS_MAX = 8 * Key.BYTES;
    private static final int DIGIT_BITS = 4;

    /** @throws IllegalArgumentException if the bits are out of range or something stands behind them */
    public KeyPrefix {
        if (bits < 0 || bits > BITS_MAX) {
            throw new IllegalArgumentException("a key prefix has " + bits + " bits; it must have 0 to " + BITS_MAX);
        }
        if (!start.equals(cut(start, bits))) {
            throw new IllegalArgumentException("a key prefix of " + bits + " bits is zero behind them");
        }
    }

    /** The prefix of a key. */
    public static KeyPrefix of(Key key, int bits) {
        return new KeyPrefix(cut(key, bits), bits);
    }

    /**
     * Parses 0 to 64 hexadecimal digits, four bits each, with {@code /bits} behind them where it is not all of them.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static KeyPrefix parse(String text) {
        if (!text.matches("[0-9a-fA-F]{0,64}(/[0-9]{1,3})?")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no key prefix: it must be 0 to 64 hexadecimal digits, or digits/bits");
        }
        int slash = text.indexOf('/');
        String digits = slash < 0 ? text : text.substring(0, slash);
        int bits = slash < 0 ? DIGIT_BITS * digits.length() : Integer.parseInt(text.substring(slash + 1));
        return new KeyPrefix(Key.parse(digits + "0".repeat(2 * Key.BYTES - digits.length())), bits);
    }

    public boolean contains(Key key) {
        return cut(key, bits).equals(start);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        int digits = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
        String hex = HexFormat.of().formatHex(start.bytes()).substring(0, digits);
        return bits % DIGIT_BITS == 0 ? hex : hex + "/" + bits;
    }

    private static Key cut(Key key, int bits) {
        return new Key(
                key.a() & mask(bits),
                key.b() & mask(bits - Long.SIZE),
                key.c() & mask(bits - 2 * Long.SIZE),
                key.d() & mask(bits - 3 * Long.SIZE));
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
    }
}
