package org.cometkv.node.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of one cell by name; they cross from its JVM as lines of a name, a space and a number. */
final class CellFigures {

    /** CPU nanoseconds of an operation in the best sample. */
    static final String CPU = "cpu";

    /** Wall-clock nanoseconds of an operation in the best sample. */
    static final String WALL = "wall";

    /** Wall-clock seconds that all samples took. */
    static final String SECONDS = "seconds";

    /** The share of those seconds in which the collector stopped the world. */
    static final String COLLECTING = "collecting";

    static final String FUEL = "fuel";
    static final String BYTES = "bytes";

    private final Map<String, Double> figures = new LinkedHashMap<>();

    CellFigures with(String name, double figure) {
        figures.put(name, figure);
        return this;
    }

    /** @throws IllegalStateException if the cell did not tell this */
    double get(String name) {
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalStateException("the cell told " + figures + ", which has no " + name);
        }
        return figure;
    }

    Map<String, Double> figures() {
        return figures;
    }

    void print(PrintStream out) {
        figures.forEach((name, figure) -> out.println(name + " " + figure));
    }

    static CellFigures parse(List<String> lines) {
        CellFigures measured = new CellFigures();
        for (String line : lines) {
            int space = line.indexOf(' ');
            measured.with(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        }
        return measured;
    }
}
