package org.cometkv.actors.wire;

import org.cometkv.routing.Key;

/**
 * A digest of what one node holds in a range of keys, of those that it and another node own.
 *
 * @param range the keys that begin with these {@link #BITS} bits
 * @param hash of the keys and what is held under them, whatever their order; 0 if that is nothing
 * @param keys how many there are
 */
public record RangeDigest(int range, long hash, int keys) {

    /** Bytes of one on the wire, about. */
    public static final int BYTES = 11;

    /** Bits of a key that name its range. */
    public static final int BITS = 12;

    /** Ranges that there are. */
    public static final int RANGES = 1 << BITS;

    /** The range of a key. */
    public static int range(Key key) {
        return (int) (key.a() >>> (Long.SIZE - BITS));
    }

    /** The lowest key of a range. */
    public static Key firstKey(int range) {
        return new Key((long) range << (Long.SIZE - BITS), 0, 0, 0);
    }

    /** A hash of a key and what is held under it: sums of them tell whether two nodes hold the same. */
    public static long hash(Key key, KeyDigest digest) {
        if (digest == KeyDigest.NOTHING) {
            return 0;
        }
        return HashMixing.mixed((key.a() ^ Long.rotateLeft(key.d(), 23)) * 0x9E3779B97F4A7C15L + digest.hash());
    }

    /** A digest of one key more. */
    public RangeDigest with(long keyHash) {
        return new RangeDigest(range, hash + keyHash, keys + 1);
    }

    /** A hash of all ranges that hold something, for one comparison of everything. */
    public static long combine(long hash, RangeDigest next) {
        return hash + next.hash * (2L * next.range + 1);
    }
}
