package org.cometkv.testkit.world;

import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The seed, virtual time and node of whatever runs, in SLF4J's MDC: {@code comet.seed}, {@code comet.time} and
 * {@code comet.node}. Not thread-safe; owned by a {@link World}.
 */
final class LogContext {

    private static final String SEED = "comet.seed";
    private static final String TIME = "comet.time";
    private static final String NODE = "comet.node";

    /** Whoever logs nothing at all needs no context, which costs a fifth of a step. */
    private final boolean isUsed = LoggerFactory.getLogger("org.cometkv").isErrorEnabled();

    private final String seed;
    private long shownNanos;
    private Domain shownDomain;

    LogContext(long seed) {
        this.seed = Long.toString(seed);
    }

    /** Whether it has to know whose each task is. */
    boolean isUsed() {
        return isUsed;
    }

    /** A task of this domain runs now; it may be null. */
    void set(long nanos, Domain domain) {
        // A typed actor that logs clears the MDC after its message.
        boolean isNew = MDC.get(SEED) == null;
        if (isNew) {
            MDC.put(SEED, seed);
        }
        if (isNew || nanos != shownNanos) {
            shownNanos = nanos;
            MDC.put(TIME, World.instant(nanos));
        }
        if (isNew || domain != shownDomain) {
            shownDomain = domain;
            MDC.put(NODE, domain == null ? "" : domain.name());
        }
    }

    /** Nothing of the world runs. */
    void clear() {
        if (isUsed) {
            MDC.remove(SEED);
            MDC.remove(TIME);
            MDC.remove(NODE);
        }
    }
}
