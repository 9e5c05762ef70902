package org.cometkv.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The seeds that failed, kept in a file until they pass: one line each, the test and the seed.
 *
 * <p>The file is {@code comet-failed-seeds.txt} in the build's directory, or what {@code comet.test.failures} names.
 */
record KeptSeeds(Path file) {

    private static final String FILE = "comet-failed-seeds.txt";

    /** Those of this build. */
    static KeptSeeds ofBuild() {
        String given = System.getProperty("comet.test.failures", "");
        if (!given.isEmpty()) {
            return new KeptSeeds(Path.of(given));
        }
        Path maven = Path.of("target");
        Path gradle = Path.of("build");
        Path directory = Files.isDirectory(maven) ? maven : Files.isDirectory(gradle) ? gradle : Path.of("");
        return new KeptSeeds(directory.resolve(FILE));
    }

    /** Those of a test, the oldest first. */
    List<Long> of(Method test) {
        String prefix = prefix(test);
        return lines().stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Long.parseLong(line.substring(prefix.length())))
                .toList();
    }

    void failed(Method test, long seed) {
        // One file for all tests, some of which may run in parallel.
        synchronized (KeptSeeds.class) {
            List<String> lines = new ArrayList<>(lines());
            if (!lines.contains(prefix(test) + seed)) {
                lines.add(prefix(test) + seed);
                write(lines);
            }
        }
    }

    void passed(Method test, long seed) {
        synchronized (KeptSeeds.class) {
            List<String> lines = new ArrayList<>(lines());
            if (lines.remove(prefix(test) + seed)) {
                write(lines);
            }
        }
    }

    private static String prefix(Method test) {
        return test.getDeclaringClass().getName() + "#" + test.getName() + " ";
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the seeds that failed cannot be read from " + file, e);
        }
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the seeds that failed cannot be written to " + file, e);
        }
    }
}
