package org.cometkv.aso;

import org.cometkv.routing.Key;

/** How an event ended. */
public sealed interface Result {

    /** It ended well with this value; for {@code onUpdate}, {@code true} means: the newcomer replaces this object. */
    record Completed(Value value) implements Result {}

    /** It ended well with {@code false}, a "no" of the object to a put, update, remove or subscription. */
    record Refused(String reason) implements Result {}

    /** It ended well with {@code comet.redirect}: the subscriber is to ask the object under that key. */
    record Redirected(Key key) implements Result {}

    /** It raised an error or gave something that cannot be sent; the state is as before. */
    record Faulted(String message) implements Result {}

    /**
     * It broke a limit; the state is as before.
     *
     * @param isWithoutHandler whether no handler did, but what came with the event, or a value too large to answer
     */
    record Exceeded(Limit limit, String message, boolean isWithoutHandler) implements Result {

        /** A limit that a handler broke. */
        public Exceeded(Limit limit, String message) {
            this(limit, message, false);
        }
    }
}
