package org.cometkv.aso.lua.metering;

import org.cometkv.aso.Limit;

/**
 * The fuel and the bytes of allocation that an event may still spend.
 *
 * <p>{@link #fuel} is the rest of the current slice, {@link #reserve} what the event has beyond it. Library functions
 * only subtract: fuel may go below zero between a charge and the loop's next look, so that a slice never ends inside a
 * function half done. A charge that the whole event cannot pay ends it at once.
 *
 * <p>A class with open fields and final methods, because the interpreter subtracts with each instruction. Not
 * thread-safe; owned by what runs the event.
 */
public class Budget {

    /** Units of work left in this slice; below zero where a charge went into the reserve. */
    public int fuel;

    /** Units of work left to later slices. */
    public int reserve;

    /** Bytes that may still be allocated. */
    public int allocation;

    /** A budget of the host's own work, which no script pays. */
    public static Budget unbounded() {
        Budget budget = new Budget();
        budget.fuel = budget.allocation = Integer.MAX_VALUE;
        return budget;
    }

    /** Spends units of work; charged before the work is done. */
    public final void charge(long units) {
        long left = fuel - units;
        if (left < -(long) reserve) {
            throw outOfFuel();
        }
        fuel = (int) left;
    }

    /** Spends bytes of allocation; charged before the bytes are allocated. */
    public final void allocate(long bytes) {
        long left = allocation - bytes;
        if (left < 0) {
            throw new LimitExceeded(Limit.ALLOCATION, "the event allocated too much memory");
        }
        allocation = (int) left;
    }

    /** The same for a number of bytes that is surely small: the form for the paths that every event takes. */
    public final void allocateSmall(int bytes) {
        int left = allocation - bytes;
        if (left < 0) {
            allocate(bytes);
        }
        allocation = left;
    }

    /** The end of an event that cannot pay for its next instruction. */
    public static LimitExceeded outOfFuel() {
        return new LimitExceeded(Limit.FUEL, "the event ran out of fuel");
    }
}
