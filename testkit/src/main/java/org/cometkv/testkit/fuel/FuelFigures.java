package org.cometkv.testkit.fuel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fuel of one handler in a run of a test class.
 *
 * @param events how many there were
 * @param median of an even number of events, the lower one
 */
record FuelFigures(int events, int median, int highest) {

    private static final Pattern TEXT = Pattern.compile("events (\\d+) median (\\d+) highest (\\d+)");

    /** The figures of these events, one at least. */
    static FuelFigures of(List<Integer> fuel) {
        List<Integer> sorted = fuel.stream().sorted().toList();
        return new FuelFigures(sorted.size(), sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }

    /** The figures that {@link #toString} wrote; empty if it is another text. */
    static Optional<FuelFigures> parse(String text) {
        Matcher figures = TEXT.matcher(text);
        return figures.matches()
                ? Optional.of(new FuelFigures(
                        Integer.parseInt(figures.group(1)),
                        Integer.parseInt(figures.group(2)),
                        Integer.parseInt(figures.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "events " + events + " median " + median + " highest " + highest;
    }
}
