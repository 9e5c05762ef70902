package org.cometkv.aso;

import java.util.Optional;

/** One call of a handler. */
public sealed interface Event {

    /** The name of the handler that answers it, in Lua: {@code onGet} for a {@code Get}. */
    default String handler() {
        return "on" + getClass().getSimpleName();
    }

    /** An event that a request brings about: its caller, and any value that came with it. */
    interface OfRequest {
        Caller caller();

        Value request();
    }

    /** First stored on this replica. */
    record Put(Caller caller) implements Event {}

    /** A read; {@code request} is any value the reader sent. */
    record Get(Caller caller, Value request) implements Event, OfRequest {}

    /**
     * A put on an occupied key.
     *
     * @param value the newcomer's {@code value} field
     * @param object the newcomer's data
     */
    record Update(Caller caller, Value value, Value object) implements Event {}

    /** A remove. */
    record Remove(Caller caller, Value request) implements Event, OfRequest {}

    /** A client subscribes. */
    record Subscribe(Caller caller, Value request) implements Event, OfRequest {}

    /** The period elapsed (no name), or a named timer fired. */
    record Timer(Optional<String> name) implements Event {}
}
