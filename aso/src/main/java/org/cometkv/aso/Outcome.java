package org.cometkv.aso;

import java.util.List;

/**
 * One event's end: its result, the effects to perform now, and what it cost.
 *
 * @param effects in the order recorded; empty unless the event ended well
 */
public record Outcome(Result result, List<Effect> effects, Usage usage) {

    /** Whether the event's changes were kept. */
    public boolean isCommitted() {
        return result instanceof Result.Completed
                || result instanceof Result.Refused
                || result instanceof Result.Redirected;
    }
}
