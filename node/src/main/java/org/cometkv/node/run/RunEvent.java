package org.cometkv.node.run;

import java.util.Map;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Value;

/** The events that {@code comet run --event} makes, by the name of their handler, and which options feed them. */
enum RunEvent {
    ON_GET("onGet", true, true) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            return new Event.Get(caller, request);
        }
    },
    ON_PUT("onPut", true, false) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            return new Event.Put(caller);
        }
    },
    ON_UPDATE("onUpdate", true, false) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            Value.Table newcomer = value == Value.NIL ? Value.table() : Value.table(Map.of("value", value));
            return new Event.Update(caller, value, newcomer);
        }
    },
    ON_REMOVE("onRemove", true, true) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            return new Event.Remove(caller, request);
        }
    },
    ON_TIMER("onTimer", false, true) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            if (request == Value.NIL) {
                return new Event.Timer(Optional.empty());
            }
            if (request instanceof Value.Bytes name) {
                return new Event.Timer(Optional.of(name.utf8()));
            }
            throw new IllegalArgumentException("the request of onTimer is the timer's name, not " + request);
        }
    },
    ON_SUBSCRIBE("onSubscribe", true, true) {
        @Override
        Event event(Caller caller, Value request, Value value) {
            return new Event.Subscribe(caller, request);
        }
    };

    private final String handler;
    private final boolean takesCaller;
    private final boolean takesRequest;

    RunEvent(String handler, boolean takesCaller, boolean takesRequest) {
        this.handler = handler;
        this.takesCaller = takesCaller;
        this.takesRequest = takesRequest;
    }

    /**
     * An event of this kind.
     *
     * @param value what a newcomer brings; other events have their value in the object
     * @throws IllegalArgumentException if the request is none for this event
     */
    abstract Event event(Caller caller, Value request, Value value);

    boolean takesCaller() {
        return takesCaller;
    }

    boolean takesRequest() {
        return takesRequest;
    }

    /** The handler's name: what {@code --event} is given. */
    @Override
    public String toString() {
        return handler;
    }
}
