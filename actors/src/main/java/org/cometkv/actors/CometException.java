package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;

/**
 * A failure of a request to which no answer can be had, or what {@code orElseThrow} of a reply throws where that is not
 * what the caller hoped for. What a user can expect to meet is a reply.
 */
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
        START,
        /** Only by {@code orElseThrow}: nothing is under the key. */
        NOT_FOUND,
        /** Only by {@code orElseThrow}: the object or a node said no; {@link #refusal} has the reason. */
        REFUSED,
        /** Only by {@code orElseThrow}: the script or a handler went wrong. */
        FAILED
    }

    private final Code code;

    /** Lost if the exception is serialized; null if there was none. */
    private final transient Refusal refusal;

    CometException(Code code, String message) {
        this(code, message, (Refusal) null);
    }

    private CometException(Code code, String message, Refusal refusal) {
        super(message);
        this.code = code;
        this.refusal = refusal;
    }

    CometException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.refusal = null;
    }

    static CometException refused(Refusal refusal) {
        return new CometException(Code.REFUSED, "refused as " + refusal.reason() + ": " + refusal.message(), refusal);
    }

    static CometException failed(Failure failure) {
        return new CometException(Code.FAILED, "failed: " + failure.message());
    }

    static CometException notFound(int asked) {
        return new CometException(
                Code.NOT_FOUND,
                "nothing is under the key; " + (asked == 1 ? "1 node was asked" : asked + " nodes were asked"));
    }

    /** What is broken. */
    public Code code() {
        return code;
    }

    /** The refusal that an {@code orElseThrow} met, with its reason and when to try again; empty for other codes. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }
}
