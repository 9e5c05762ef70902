package org.cometkv.aso.lua.text;

/**
 * The random numbers of one object: xorshift64*, one word that is stored beside the state.
 *
 * <p>A restored copy goes on where the original was. Not thread-safe; owned by the object.
 */
public final class RandomState {

    private static final long MULTIPLIER = 0x2545F4914F6CDD1DL;
    // Xorshift never leaves zero; any other word does.
    private static final long INSTEAD_OF_ZERO = 0x9E3779B97F4A7C15L;

    private long word;

    /** The numbers that follow a stored word, or any seed. */
    public RandomState(long word) {
        this.word = word == 0 ? INSTEAD_OF_ZERO : word;
    }

    /** The word to store. */
    public long word() {
        return word;
    }

    /** The next number, 0 or more and less than 1, in steps of 2^-53. */
    public double next() {
        word ^= word >>> 12;
        word ^= word << 25;
        word ^= word >>> 27;
        return (word * MULTIPLIER >>> 11) * 0x1p-53;
    }
}
