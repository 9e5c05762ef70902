package org.cometkv.aso.lua.work;

import java.util.Locale;

/**
 * The work of the sandbox in one part of an object's life, and the units that pay for it.
 *
 * @param script the file that made it do so
 * @param part the event, or the part of it
 * @param number of the event, from 1
 * @param work as {@link Work} counts it; of arrays that were made, only elements beyond the bytes charged for them
 * @param units fuel charged, or what stands for it where nobody is charged
 */
public record Measured(String script, Part part, int number, long work, long units) {

    /** A kind of thing that is done, and who pays for it. */
    public enum Part {
        /** A script is compiled, in a lane of its own: {@link #COMPILED_A_BYTE} units for each of its bytes. */
        COMPILE,
        /** An object is made: the chunk's fuel. */
        CREATE,
        /** An event that no limit cut short: its fuel. */
        EVENT,
        /** The same event, cut short by less fuel or allocation, and undone: its fuel. */
        CUT,
        /** From one yield to the next: what was charged in it. */
        SLICE,
        /** From the begin or the last wait to the next wait, with what it commits: what was charged in it. */
        WAIT,
        /** A get that no handler answers: its fuel. */
        UNHANDLED,
        /** The state is written: a unit for each {@link #WRITTEN_A_UNIT} bytes of the live size and of the image. */
        ENCODE,
        /** A stored state is read: the chunk's fuel, and a unit for each of its bytes. */
        RESTORE,
        /** All of the state as data: a unit for each {@link #WRITTEN_A_UNIT} bytes of the live size and of the data. */
        DATA
    }

    /** Bytes of a state that stand for a unit of fuel when it is written, which no event pays. */
    public static final int WRITTEN_A_UNIT = 4;

    /** Units for a byte of a script that is compiled, which no event pays: the longest may take 20 ms. */
    public static final int COMPILED_A_BYTE = 20;

    /** Work above a constant for each unit. */
    public double ratio(long constant) {
        return Math.max(0, work - constant) / (double) Math.max(1, units);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%10d work %8d units  %-9s %3d  %s", work, units, part, number, script);
    }
}
