package org.cometkv.actors.conduct;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The quota of bytes that a node holds. Thread-safe. */
public final class ByteQuota {

    private final long max;
    private final AtomicLong bytes = new AtomicLong();

    public ByteQuota(long max) {
        this.max = max;
    }

    /** Why there is no room for so many bytes in place of others; empty if there is. */
    public Optional<String> refusal(int replaced, int size) {
        long held = bytes.get();
        return held - replaced + size > max
                ? Optional.of("the object has " + size + " bytes and this node holds " + held + "; the limit is " + max
                        + " bytes")
                : Optional.empty();
    }

    /** Takes room for so many bytes in place of others; or says why there is none, and nothing is taken. */
    public Optional<String> exchange(int replaced, int size) {
        // Of several at a time each first takes and then looks, so that together they are never over.
        if (bytes.addAndGet(size - replaced) <= max || size <= replaced) {
            return Optional.empty();
        }
        bytes.addAndGet(replaced - size);
        return refusal(replaced, size);
    }

    /** Whether objects grew over the limit; what they hold is theirs, but nothing more is taken. */
    public Optional<String> overgrown() {
        long held = bytes.get();
        return held > max
                ? Optional.of("this node holds " + held + " bytes; the limit is " + max + " bytes")
                : Optional.empty();
    }

    /** Whether more is held than may be. */
    public boolean isOver() {
        return bytes.get() > max;
    }

    public void enter(int size) {
        bytes.addAndGet(size);
    }

    public void leave(int size) {
        bytes.addAndGet(-size);
    }
}
