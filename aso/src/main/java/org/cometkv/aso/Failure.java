package org.cometkv.aso;

import java.util.Optional;

/**
 * A handler or script that went wrong; the object is as it was before.
 *
 * @param limit the broken limit; empty for an error of the script
 * @param message the script's own message, or what the limit was
 */
public record Failure(Optional<Limit> limit, String message) {

    /** An error that the script raised. */
    public static Failure script(String message) {
        return new Failure(Optional.empty(), message);
    }

    /** A broken limit. */
    public static Failure limit(Limit limit, String message) {
        return new Failure(Optional.of(limit), message);
    }

    /** The failure of a result that did not end well. */
    public static Failure of(Result result) {
        if (result instanceof Result.Faulted faulted) {
            return script(faulted.message());
        }
        if (result instanceof Result.Exceeded exceeded) {
            return limit(exceeded.limit(), exceeded.message());
        }
        throw new IllegalArgumentException("not a failure: " + result);
    }
}
