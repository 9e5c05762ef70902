package org.cometkv.testkit.fuel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of fuel figures: a line for each handler of each test class, sorted, so that a change of one shows as a change
 * of one line.
 */
record FuelFile(Path path) {

    /** Test classes of one build share a file, and may end at the same time. */
    private static final Object LOCK = new Object();

    /** The figures of a test class by handler; empty if the file has none of it. */
    Optional<SortedMap<String, FuelFigures>> figures(String test) {
        SortedMap<String, FuelFigures> figures = new TreeMap<>();
        lines().forEach((name, text) -> {
            if (name.startsWith(test + " ")) {
                figures.put(name.substring(test.length() + 1), parse(name, text));
            }
        });
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures);
    }

    /** Writes the figures of a test class in place of those that the file has of it. */
    void write(String test, Map<String, FuelFigures> figures) {
        synchronized (LOCK) {
            SortedMap<String, String> lines = lines();
            lines.keySet().removeIf(name -> name.startsWith(test + " "));
            figures.forEach((handler, of) -> lines.put(test + " " + handler, of.toString()));
            List<String> texts = lines.entrySet().stream()
                    .map(line -> line.getKey() + " " + line.getValue())
                    .toList();
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, texts);
            } catch (IOException e) {
                throw new UncheckedIOException("the fuel snapshot " + path + " cannot be written", e);
            }
        }
    }

    private FuelFigures parse(String name, String text) {
        return FuelFigures.parse(text)
                .orElseThrow(() -> new IllegalStateException(
                        "the fuel snapshot " + path + " has a line that is none: " + name + " " + text));
    }

    /** The figures of each test class and handler, as text. */
    private SortedMap<String, String> lines() {
        SortedMap<String, String> lines = new TreeMap<>();
        if (!Files.exists(path)) {
            return lines;
        }
        try {
            for (String line : Files.readAllLines(path)) {
                int test = line.indexOf(' ');
                int handler = line.indexOf(' ', test + 1);
                if (handler < 0) {
                    throw new IllegalStateException("the fuel snapshot " + path + " has a line that is none: " + line);
                }
                lines.put(line.substring(0, handler), line.substring(handler + 1));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the fuel snapshot " + path + " cannot be read", e);
        }
    }
}
