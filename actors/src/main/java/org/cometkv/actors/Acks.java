package org.cometkv.actors;

import java.util.function.IntUnaryOperator;
import org.cometkv.aso.Policy;

/**
 * The number of owners that must have stored a put, or taken an update, before it is acknowledged. The first owner
 * that is not suspect is always among them, because readers ask that one; suspect owners count as owners.
 *
 * <p>Immutable. With fewer acknowledgements than a majority a put can be lost with the nodes that have it. It goes on
 * to the other owners all the same.
 */
public final class Acks {

    private static final Acks ONE = new Acks(owners -> 1);
    private static final Acks MAJORITY = new Acks(owners -> owners / 2 + 1);
    private static final Acks ALL = new Acks(owners -> owners);

    private final IntUnaryOperator needed;

    private Acks(IntUnaryOperator needed) {
        this.needed = needed;
    }

    /** Of any one owner. */
    public static Acks one() {
        return ONE;
    }

    /** Of more than half of the owners, however many the object has. */
    public static Acks majority() {
        return MAJORITY;
    }

    /** Of all owners, however many the object has. */
    public static Acks all() {
        return ALL;
    }

    /**
     * Of so many owners, or of all where there are fewer.
     *
     * @param owners 1 to 20
     * @throws IllegalArgumentException if not within these bounds
     */
    public static Acks of(int owners) {
        if (owners < 1 || owners > Policy.REPLICAS_MAX) {
            throw new IllegalArgumentException("acks is " + owners + "; it must be 1 to " + Policy.REPLICAS_MAX);
        }
        return new Acks(there -> Math.min(owners, there));
    }

    /** How many of so many owners, 1 or more, must have it. */
    int needed(int owners) {
        return needed.applyAsInt(owners);
    }
}
