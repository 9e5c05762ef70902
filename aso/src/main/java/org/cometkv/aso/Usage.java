package org.cometkv.aso;

/**
 * What an event cost.
 *
 * @param fuel units of work
 * @param allocated bytes charged for allocation
 * @param live charged heap bytes of the state after the event
 */
public record Usage(int fuel, int allocated, int live) {

    /** Of an answer that no handler gave. */
    public static final Usage NONE = new Usage(0, 0, 0);
}
