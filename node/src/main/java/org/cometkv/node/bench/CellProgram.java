package org.cometkv.node.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The program of a JVM that measures cells: reads their names, one a line, and prints the figures of each. */
final class CellProgram {

    /** The line after the figures of a cell. */
    static final String END = "";

    private static final String QUICK = "quick";
    private static final String FULL = "full";

    private CellProgram() {}

    /** The arguments that measure cells of a work. */
    static String[] arguments(String work, Pace pace) {
        return new String[] {work, pace.equals(Pace.QUICK) ? QUICK : FULL};
    }

    public static void main(String[] args) throws IOException {
        Work work = Work.all().get(args[0]);
        Pace pace = args[1].equals(QUICK) ? Pace.QUICK : Pace.FULL;
        BufferedReader cells = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String cell = cells.readLine(); cell != null; cell = cells.readLine()) {
            work.measure(cell, pace).print(System.out);
            System.out.println(END);
            System.out.flush();
        }
    }
}
