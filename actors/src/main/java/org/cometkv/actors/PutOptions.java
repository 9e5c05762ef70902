package org.cometkv.actors;

import java.time.Duration;
import java.util.Optional;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Terms;

/**
 * The options of a put or an update. Immutable; each method returns a changed copy, and the last call of one stands.
 *
 * @see Comet#put(String, Aso, PutOptions)
 * @see Comet#update(String, org.cometkv.aso.Value, PutOptions)
 */
public final class PutOptions {

    /**
     * On whatever there is, acknowledged as {@code comet.replication.acks} says, within {@code comet.requests.timeout}.
     */
    public static final PutOptions DEFAULT =
            new PutOptions(Optional.empty(), false, Optional.empty(), Optional.empty(), Terms.Saved.AS_CONFIGURED);

    private final Optional<Acks> acks;
    private final boolean isForEmptyKey;
    private final Optional<ObjectSignature> signature;
    private final Optional<Duration> timeout;
    private final Terms.Saved saved;

    private PutOptions(
            Optional<Acks> acks,
            boolean isForEmptyKey,
            Optional<ObjectSignature> signature,
            Optional<Duration> timeout,
            Terms.Saved saved) {
        this.acks = acks;
        this.isForEmptyKey = isForEmptyKey;
        this.signature = signature;
        this.timeout = timeout;
        this.saved = saved;
    }

    /** Acknowledged when so many owners have it. */
    public PutOptions acks(Acks owners) {
        return new PutOptions(Optional.of(owners), isForEmptyKey, signature, timeout, saved);
    }

    /**
     * Acknowledged when so many owners have it: short for {@link Acks#of}.
     *
     * @param owners 1 to 20
     * @throws IllegalArgumentException if not within these bounds
     */
    public PutOptions acks(int owners) {
        return acks(Acks.of(owners));
    }

    /**
     * Only where the key is empty; otherwise the put is refused as {@code OCCUPIED}. The first owner decides, and a
     * majority of all owners must have it at least, whatever {@link #acks(Acks)} says. One that fails is taken back. It
     * contradicts an update, which is of an occupied key: that throws.
     */
    public PutOptions ifAbsent() {
        return new PutOptions(acks, true, signature, timeout, saved);
    }

    /**
     * In the name of the author who signed what is put, under its key. It contradicts an object that is signed already:
     * that throws.
     */
    public PutOptions signature(ObjectSignature made) {
        return new PutOptions(acks, isForEmptyKey, Optional.of(made), timeout, saved);
    }

    /** On the disks of the owners by then, where they have one. */
    public PutOptions durability(Durability when) {
        return new PutOptions(acks, isForEmptyKey, signature, timeout, when.saved());
    }

    /**
     * Ends by then, with the code TIMEOUT at the latest.
     *
     * @param time 10 ms or more; a call with more than {@code comet.requests.timeout} throws
     * @throws IllegalArgumentException if it is below
     */
    public PutOptions timeout(Duration time) {
        return new PutOptions(acks, isForEmptyKey, signature, CallTimeout.of(time), saved);
    }

    Optional<Acks> acks() {
        return acks;
    }

    boolean isForEmptyKey() {
        return isForEmptyKey;
    }

    Optional<ObjectSignature> signature() {
        return signature;
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    Terms.Saved saved() {
        return saved;
    }
}
