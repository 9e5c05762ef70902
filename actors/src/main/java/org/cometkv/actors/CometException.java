package org.cometkv.actors;

/** A failure of a request to which no answer can be had. What a user can expect to meet is a reply. */
public final class CometException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is broken; stable. */
    public enum Code {
        /** Too few nodes answered in time; what was asked may or may not have happened. */
        TIMEOUT,
        /** No node that could answer is known, or no seed node answers. */
        UNREACHABLE,
        /** The node is closed or was removed from its cluster. */
        CLOSED,
        /** The node cannot be started as configured. */
        START
    }

    private final Code code;

    CometException(Code code, String message) {
        super(message);
        this.code = code;
    }

    CometException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
