package org.cometkv.testkit.fuel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fuel that the handlers of a test class used, beside what a file says that they used: {@code
 * src/test/fuel.snapshot}, committed with the tests, a line for each handler with its events, median and highest fuel.
 *
 * <p>When a snapshot is closed, its figures are written if the file has none of that class, or with
 * {@code -Dcomet.fuel=write}; with {@code -Dcomet.fuel=check} a figure that changed fails. Fuel is exact, so any change
 * is one of the script, of the test or of the price list. Count whole test classes: a part of one has fewer events.
 *
 * <p>Thread-safe.
 */
public final class FuelSnapshot implements AutoCloseable {

    /** The system property that says what is done with the file: {@code write}, {@code check} or nothing. */
    public static final String PROPERTY = "comet.fuel";

    private static final Path FILE = Path.of("src", "test", "fuel.snapshot");

    private final String test;
    private final FuelFile file;
    private final Map<String, List<Integer>> fuel = new TreeMap<>();

    private FuelSnapshot(String test, FuelFile file) {
        this.test = test;
        this.file = file;
    }

    /** A snapshot of a test class, in the file of its module, which is the working directory of its tests. */
    public static FuelSnapshot of(Class<?> test) {
        return of(test, FILE);
    }

    /** A snapshot of a test class in a file of its own choice. */
    public static FuelSnapshot of(Class<?> test, Path file) {
        return new FuelSnapshot(test.getName(), new FuelFile(file));
    }

    /** Counts an event. */
    public synchronized void count(String handler, int used) {
        if (handler.isBlank() || handler.contains(" ")) {
            throw new IllegalArgumentException("a handler's name has no blanks, unlike \"" + handler + "\"");
        }
        fuel.computeIfAbsent(handler, name -> new ArrayList<>()).add(used);
    }

    /** Writes or checks the file, as {@link #PROPERTY} says. */
    @Override
    public void close() {
        close(System.getProperty(PROPERTY, ""));
    }

    synchronized void close(String mode) {
        boolean isCheck = mode.equals("check");
        if (!isCheck && !mode.equals("write") && !mode.isEmpty()) {
            throw new IllegalArgumentException("-D" + PROPERTY + " is write or check, not \"" + mode + "\"");
        }
        if (isCheck) {
            List<String> changes = changes();
            if (!changes.isEmpty()) {
                throw new AssertionError(String.join("\n", changes) + "\nIf that is meant, run " + test + " with -D"
                        + PROPERTY + "=write and commit " + file.path() + ".");
            }
        } else if (!mode.isEmpty() || file.figures(test).isEmpty()) {
            file.write(test, figures());
        }
    }

    private SortedMap<String, FuelFigures> figures() {
        SortedMap<String, FuelFigures> figures = new TreeMap<>();
        fuel.forEach((handler, used) -> figures.put(handler, FuelFigures.of(used)));
        return figures;
    }

    private List<String> changes() {
        SortedMap<String, FuelFigures> now = figures();
        SortedMap<String, FuelFigures> before = file.figures(test).orElseGet(TreeMap::new);
        SortedSet<String> handlers = new TreeSet<>(now.keySet());
        handlers.addAll(before.keySet());
        List<String> changes = new ArrayList<>();
        for (String handler : handlers) {
            String old = before.containsKey(handler) ? before.get(handler).toString() : "not there";
            String used = now.containsKey(handler) ? now.get(handler).toString() : "not there";
            if (!old.equals(used)) {
                changes.add("The fuel of " + handler + " changed: it was " + old + ", it is " + used + ".");
            }
        }
        return changes;
    }
}
