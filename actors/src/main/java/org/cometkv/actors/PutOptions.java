package org.cometkv.actors;

import java.util.OptionalInt;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Policy;

/** The options of a put. Immutable; the methods return changed copies. */
public final class PutOptions {

    /** A put on whatever there is, acknowledged as configured. */
    public static final PutOptions DEFAULT = new PutOptions(Wire.Condition.ALWAYS, OptionalInt.empty());

    private final Wire.Condition condition;
    private final OptionalInt acks;

    private PutOptions(Wire.Condition condition, OptionalInt acks) {
        this.condition = condition;
        this.acks = acks;
    }

    /** Only where the key is empty; otherwise it is refused as {@code OCCUPIED}. */
    public static PutOptions ifAbsent() {
        return new PutOptions(Wire.Condition.IF_ABSENT, OptionalInt.empty());
    }

    /** The same, only where the key is occupied. */
    PutOptions ifPresent() {
        return new PutOptions(Wire.Condition.IF_PRESENT, acks);
    }

    /**
     * Acknowledged when so many owners stored it, or all where there are fewer.
     *
     * @throws IllegalArgumentException if not within 1 to {@link Policy#REPLICAS_MAX}
     */
    public PutOptions acks(int owners) {
        if (owners < 1 || owners > Policy.REPLICAS_MAX) {
            throw new IllegalArgumentException("acks is " + owners + "; it must be 1 to " + Policy.REPLICAS_MAX);
        }
        return new PutOptions(condition, OptionalInt.of(owners));
    }

    Wire.Condition condition() {
        return condition;
    }

    OptionalInt acks() {
        return acks;
    }
}
