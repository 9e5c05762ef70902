package org.cometkv.aso.lua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The size of a random test: few cases, or many with {@code -Dcomet.fuzz.full=true}.
 *
 * @param cases how many cases are tried
 * @param seed where their choices begin; another one with {@code -Dcomet.fuzz.seed=N}
 */
record FuzzSize(int cases, long seed) {

    private static final long SEED = 1;

    static FuzzSize of(int few, int many) {
        return new FuzzSize(Boolean.getBoolean("comet.fuzz.full") ? many : few, Long.getLong("comet.fuzz.seed", SEED));
    }

    /** Writes what was tried to {@code target/fuzz-NAME.txt}. */
    void report(String name, String format, Object... counts) {
        try {
            Files.writeString(
                    Path.of("target", "fuzz-" + name + ".txt"),
                    "seed " + seed + ": " + String.format(Locale.ROOT, format, counts) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
