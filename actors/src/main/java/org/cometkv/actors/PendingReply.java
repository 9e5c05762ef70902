package org.cometkv.actors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;

/** The pending reply of an operation, which an application holds as a stage. */
class PendingReply<R> extends CompletableFuture<R> implements ReplyListener<R> {

    private static final VarHandle ENDED;

    static {
        try {
            ENDED = MethodHandles.lookup().findVarHandle(PendingReply.class, "ended", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RequestCounts counts;

    /** 1 once an end was chosen. It is counted before it is told: whoever reads the reply finds it counted. */
    private volatile int ended;

    /** @param counts how it ends */
    PendingReply(RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    public void done(R reply) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            counts.ended(reply);
            complete(reply);
        }
    }

    @Override
    public void broken(NoReply reason, String message) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            counts.broken.increment();
            completeExceptionally(new CometException(code(reason), message));
        }
    }

    private static CometException.Code code(NoReply reason) {
        return switch (reason) {
            case LATE -> CometException.Code.TIMEOUT;
            case NOBODY_KNOWN -> CometException.Code.UNREACHABLE;
            case CLOSED -> CometException.Code.CLOSED;
        };
    }
}
