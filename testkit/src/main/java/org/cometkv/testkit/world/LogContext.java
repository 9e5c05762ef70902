package org.cometkv.testkit.world;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * The seed, virtual time and node of whatever runs, in SLF4J's MDC: {@code comet.seed}, {@code comet.time} and
 * {@code comet.node}. Not thread-safe; owned by a {@link World}.
 */
final class LogContext {

    private static final String SEED = "comet.seed";
    private static final String TIME = "comet.time";
    private static final String NODE = "comet.node";

    private final Map<String, String> values = new HashMap<>();
    private long shownNanos = -1;

    LogContext(long seed) {
        values.put(SEED, Long.toString(seed));
    }

    /** A task of this domain runs now; it may be null. Set for each, because typed actors clear the MDC after each. */
    void set(long nanos, Domain domain) {
        if (nanos != shownNanos) {
            shownNanos = nanos;
            values.put(TIME, World.instant(nanos));
        }
        if (domain == null) {
            values.remove(NODE);
        } else {
            values.put(NODE, domain.name());
        }
        MDC.setContextMap(values);
    }

    /** Nothing of the world runs. */
    void clear() {
        MDC.clear();
    }
}
