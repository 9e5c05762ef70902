package org.cometkv.aso;

import java.util.Optional;

/** One call of a handler. */
public sealed interface Event {

    /** The name of the handler that answers it, in Lua. */
    String handler();

    /** First stored on this replica. */
    record Put(Caller caller) implements Event {
        @Override
        public String handler() {
            return "onPut";
        }
    }

    /** A read; {@code request} is any value the reader sent. */
    record Get(Caller caller, Value request) implements Event {
        @Override
        public String handler() {
            return "onGet";
        }
    }

    /**
     * A put on an occupied key.
     *
     * @param value the newcomer's {@code value} field
     * @param object the newcomer's data
     */
    record Update(Caller caller, Value value, Value object) implements Event {
        @Override
        public String handler() {
            return "onUpdate";
        }
    }

    /** A remove. */
    record Remove(Caller caller, Value request) implements Event {
        @Override
        public String handler() {
            return "onRemove";
        }
    }

    /** A client subscribes. */
    record Subscribe(Caller caller, Value request) implements Event {
        @Override
        public String handler() {
            return "onSubscribe";
        }
    }

    /** The period elapsed (no name), or a named timer fired. */
    record Timer(Optional<String> name) implements Event {
        @Override
        public String handler() {
            return "onTimer";
        }
    }
}
