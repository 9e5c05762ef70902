package org.cometkv.actors.seam;

import java.io.IOException;

/** A failure of a {@link Store}; the message is a sentence for the operator. */
public final class StoreFailure extends IOException {

    private static final long serialVersionUID = 1;

    /** What the failure means for the store. */
    public enum Kind {
        /** There is no room: nothing was written, and it may be tried again. */
        FULL,
        /** What is read is not what was written. */
        DAMAGED,
        /** The disk does not answer as it must: whether what was written last is kept is unknown. */
        BROKEN
    }

    private final Kind kind;

    public StoreFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public StoreFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
