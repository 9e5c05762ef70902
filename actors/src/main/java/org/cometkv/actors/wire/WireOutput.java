package org.cometkv.actors.wire;

import java.util.List;
import org.cometkv.aso.Caller;
import org.cometkv.aso.codec.Output;

/** An output of messages to the wire; the mirror of {@link WireInput}, method by method. Not thread-safe. */
interface WireOutput extends Output {

    /**
     * An object of a type that has an id, after that id.
     *
     * @throws IllegalArgumentException if its class has none
     */
    void tagged(Object object);

    /** An object as {@link #tagged}, after its length in 4 bytes: a reader that does not know it goes on behind it. */
    void enclosed(Object object);

    /** The callers at the head of this frame, for its items. */
    void callers(List<Caller> callers);

    /** The place of this very caller among them, counted from 1; or 0. */
    int caller(Caller caller);
}
