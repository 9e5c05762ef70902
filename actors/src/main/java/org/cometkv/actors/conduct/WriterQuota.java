package org.cometkv.actors.conduct;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quota of objects and bytes that a node holds of each writer. Thread-safe.
 *
 * <p>Of a writer of whom nothing is held nothing is kept.
 */
final class WriterQuota {

    private record Held(long objects, long bytes) {

        static final Held NOTHING = new Held(0, 0);

        /** Both together; null if that is nothing. */
        Held plus(Held more) {
            Held sum = new Held(objects + more.objects, bytes + more.bytes);
            return sum.equals(NOTHING) ? null : sum;
        }
    }

    private final long objectsMax;
    private final long bytesMax;
    private final Map<String, Held> byWriter = new ConcurrentHashMap<>();

    WriterQuota(long objectsMax, long bytesMax) {
        this.objectsMax = objectsMax;
        this.bytesMax = bytesMax;
    }

    /** So much more is held of the writer, or less. */
    void add(String writer, int objects, int bytes) {
        if (objects != 0 || bytes != 0) {
            byWriter.merge(writer, new Held(objects, bytes), Held::plus);
        }
    }

    /** Why no more may be held of the writer than this in addition; empty if it may. */
    Optional<String> refusal(String writer, int objects, long bytes) {
        Held held = byWriter.getOrDefault(writer, Held.NOTHING);
        if (objects > 0 && held.objects + objects > objectsMax) {
            return Optional.of("this node holds " + held.objects + " objects of \"" + writer
                    + "\"; the limit of each writer is " + objectsMax);
        }
        return bytes > 0 && held.bytes + bytes > bytesMax ? Optional.of(tooMany(writer, held)) : Optional.empty();
    }

    /** Whether objects of the writer grew over its bytes. */
    Optional<String> overgrown(String writer) {
        Held held = byWriter.getOrDefault(writer, Held.NOTHING);
        return held.bytes > bytesMax ? Optional.of(tooMany(writer, held)) : Optional.empty();
    }

    private String tooMany(String writer, Held held) {
        return "this node holds " + held.bytes + " bytes of \"" + writer + "\"; the limit of each writer is " + bytesMax
                + " bytes";
    }
}
