package org.cometkv.actors.conduct;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The quota of what a node holds: bytes in all, objects and bytes of each writer. Thread-safe. */
public final class ByteQuota {

    private final long max;
    private final WriterQuota writers;
    private final AtomicLong bytes = new AtomicLong();

    /** @param writerObjectsMax of each writer, as of the bytes */
    public ByteQuota(long max, long writerObjectsMax, long writerBytesMax) {
        this.max = max;
        this.writers = new WriterQuota(writerObjectsMax, writerBytesMax);
    }

    /** Why there is no room for a charge in place of another; empty if there is. */
    public Optional<String> refusal(Optional<Charge> replaced, Charge charge) {
        int more = charge.bytes() - replaced.map(Charge::bytes).orElse(0);
        return full(charge, more).or(() -> ofWriter(replaced, charge));
    }

    private Optional<String> full(Charge charge, int more) {
        long held = bytes.get();
        return held + more > max
                ? Optional.of("the object has " + charge.bytes() + " bytes and this node holds " + held
                        + "; the limit is " + max + " bytes")
                : Optional.empty();
    }

    private Optional<String> ofWriter(Optional<Charge> replaced, Charge charge) {
        Optional<Charge> own = replaced.filter(before -> before.writer().equals(charge.writer()));
        int more = charge.bytes() - own.map(Charge::bytes).orElse(0);
        return writers.refusal(charge.writer(), own.isPresent() ? 0 : 1, more);
    }

    /** Takes room for a charge in place of another; or says why there is none, and nothing is taken. */
    public Optional<String> exchange(Charge replaced, Charge charge) {
        Optional<String> refusal = ofWriter(Optional.of(replaced), charge);
        if (refusal.isPresent()) {
            return refusal;
        }
        int more = charge.bytes() - replaced.bytes();
        // Of several at a time each first takes and then looks, so that together they are never over.
        // What shrinks makes room, however full the node is.
        if (bytes.addAndGet(more) > max && more > 0) {
            bytes.addAndGet(-more);
            return full(charge, more);
        }
        writers.add(replaced.writer(), -1, -replaced.bytes());
        writers.add(charge.writer(), 1, charge.bytes());
        return Optional.empty();
    }

    /** Whether objects grew over a limit; what they hold is theirs, but nothing more is taken. */
    public Optional<String> overgrown(String writer) {
        long held = bytes.get();
        return held > max
                ? Optional.of("this node holds " + held + " bytes; the limit is " + max + " bytes")
                : writers.overgrown(writer);
    }

    /** Whether over three quarters of what may be held are. */
    public boolean isNearlyFull() {
        return bytes.get() > max / 4 * 3;
    }

    /** Whether more is held than may be. */
    public boolean isOver() {
        return bytes.get() > max;
    }

    /** One object or value more. */
    public void enter(Charge charge) {
        bytes.addAndGet(charge.bytes());
        writers.add(charge.writer(), 1, charge.bytes());
    }

    /** One object of the writer has so many bytes more, or less. */
    public void grow(String writer, int more) {
        bytes.addAndGet(more);
        writers.add(writer, 0, more);
    }

    /** One object or value less. */
    public void leave(Charge charge) {
        bytes.addAndGet(-charge.bytes());
        writers.add(charge.writer(), -1, -charge.bytes());
    }
}
