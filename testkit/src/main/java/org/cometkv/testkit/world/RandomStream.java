package org.cometkv.testkit.world;

/**
 * A stream of random numbers that is a function of its seed: SplitMix64 (Steele, Lea and Flood, 2014), the same on
 * every JDK. Not thread-safe.
 */
public final class RandomStream {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    /** The stream of this seed; those of neighbouring seeds have nothing in common. */
    public RandomStream(long seed) {
        this.origin = mix(seed + STEP);
        this.state = origin;
    }

    /** Another stream, which depends on this one's seed and the name alone, and not on what was drawn of this one. */
    public RandomStream fork(String name) {
        long hash = origin;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i)) + STEP;
        }
        return new RandomStream(hash);
    }

    public long next() {
        state += STEP;
        return mix(state);
    }

    /** A number of 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) below((long) bound);
    }

    /** A number of 0 to {@code bound - 1}. */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is " + bound + "; it is 1 or more");
        }
        return (next() >>> 1) % bound;
    }

    /** True with this probability, of 0 to 1. */
    public boolean happens(double probability) {
        return probability > 0 && (next() >>> 11) * 0x1.0p-53 < probability;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
