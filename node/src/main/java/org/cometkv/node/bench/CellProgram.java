package org.cometkv.node.bench;

/** The program of a cell's JVM: measures the one cell and prints its figures. */
final class CellProgram {

    private static final String QUICK = "quick";
    private static final String FULL = "full";

    private CellProgram() {}

    /** The arguments that measure a cell. */
    static String[] arguments(String work, String cell, Pace pace) {
        return new String[] {work, cell, pace.equals(Pace.QUICK) ? QUICK : FULL};
    }

    public static void main(String[] args) {
        Pace pace = args[2].equals(QUICK) ? Pace.QUICK : Pace.FULL;
        Work.all().get(args[0]).measure(args[1], pace).print(System.out);
    }
}
