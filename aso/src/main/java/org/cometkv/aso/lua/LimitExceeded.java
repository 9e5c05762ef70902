package org.cometkv.aso.lua;

import org.cometkv.aso.Limit;

/**
 * A broken limit on its way to the call gate, the one place that catches it.
 *
 * <p>An {@code Error}, so that no handler of exceptions, a script's {@code pcall} least of all, mistakes it for a
 * fault; without a stack trace, because scripts decide how often it is made.
 */
final class LimitExceeded extends Error {

    private static final long serialVersionUID = 1L;

    private final Limit limit;

    private final boolean isOfRequest;

    LimitExceeded(Limit limit, String message) {
        this(limit, message, false);
    }

    private LimitExceeded(Limit limit, String message, boolean isOfRequest) {
        super(message, null, false, false);
        this.limit = limit;
        this.isOfRequest = isOfRequest;
    }

    /** The same, broken by what came with the event, before the handler began. */
    LimitExceeded ofRequest() {
        return new LimitExceeded(limit, getMessage(), true);
    }

    boolean isOfRequest() {
        return isOfRequest;
    }

    Limit limit() {
        return limit;
    }
}
