package org.cometkv.actors.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.cometkv.aso.Caller;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;

/** An input of messages from the wire. Not thread-safe. */
abstract class WireInput extends Input {

    private List<Caller> callers = List.of();

    WireInput(ByteBuffer bytes) {
        super(bytes);
    }

    /** An object of a type that has an id and is the wanted one or a subtype. */
    abstract <T> T tagged(Class<T> wanted);

    /** An item within its length; {@link Wire.Unread} if it is of an unknown kind or not as its kind is written. */
    abstract Wire.Item enclosed();

    /** The callers at the head of this frame, for its items. */
    final void callers(List<Caller> all) {
        callers = all;
    }

    /** The caller at that place among them, counted from 1. */
    final Caller caller(int place) {
        if (place > callers.size()) {
            throw new MalformedInput("the frame has no caller " + place);
        }
        return callers.get(place - 1);
    }
}
