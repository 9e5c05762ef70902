package org.cometkv.aso.lua.metering;

import org.cometkv.aso.Limit;

/**
 * A broken limit on its way to the call gate, the one place that catches it.
 *
 * <p>An {@code Error}, so that no handler of exceptions, a script's {@code pcall} least of all, mistakes it for a
 * fault; without a stack trace, because scripts decide how often it is made.
 */
public final class LimitExceeded extends Error {

    private static final long serialVersionUID = 1L;

    public final Limit limit;
    public final boolean isWithoutHandler;

    public LimitExceeded(Limit limit, String message) {
        this(limit, message, false);
    }

    private LimitExceeded(Limit limit, String message, boolean isWithoutHandler) {
        super(message, null, false, false);
        this.limit = limit;
        this.isWithoutHandler = isWithoutHandler;
    }

    /** The same, broken before a handler began, or where there is none. */
    public LimitExceeded withoutHandler() {
        return new LimitExceeded(limit, getMessage(), true);
    }
}
