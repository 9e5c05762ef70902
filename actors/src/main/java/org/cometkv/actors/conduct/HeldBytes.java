package org.cometkv.actors.conduct;

import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Value;

/**
 * The prices of what a node holds, in bytes of heap as its quotas count them. The same on every machine.
 *
 * <p>A value costs its heap, an object its actor and what it is put with; as its state grows it is charged for more,
 * see Supervision.
 */
public final class HeldBytes {

    /** Slot, header, key, places in the directory, the index and the table of what is hosted; by their fields. */
    private static final int VALUE = 448;

    /** Actor, mailbox, Lua state and schedule of an object; DESIGN 16 asks for 2.2 KB at most, its script included. */
    private static final int OBJECT = 2_048;

    private HeldBytes() {}

    /** The charge for what a put or copy brings. */
    public static Charge charge(Wire.Change change) {
        return change instanceof Wire.Copy copy
                ? charge(copy.image())
                : new Charge(change.caller().writer(), of(change));
    }

    /** The charge for what an image brings. */
    public static Charge charge(Image image) {
        return new Charge(image.header().writer(), of(image));
    }

    /** The price of what a put or copy brings. */
    public static int of(Wire.Change change) {
        if (change instanceof Wire.Copy copy) {
            return of(copy.image());
        }
        Wire.Put put = (Wire.Put) change;
        return put.isPassive() ? of(put.value()) : OBJECT + put.script().length() + WireSize.of(put.fields());
    }

    /** The price of a passive value. */
    public static int of(Value value) {
        return VALUE + (int) Math.min(ValueHeap.of(value), Integer.MAX_VALUE / 2);
    }

    /** The price of an object that sleeps with this record in memory. */
    public static int asleep(byte[] record) {
        return VALUE + record.length;
    }

    /** The price of an object that sleeps on disk alone. */
    public static int asleep() {
        return VALUE;
    }

    /** The price of what an image brings, of a passive value about. */
    public static int of(Image image) {
        int base = image.isPassive() ? VALUE : OBJECT + image.script().length();
        return base + image.state().length;
    }
}
