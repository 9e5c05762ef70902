package org.cometkv.actors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
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

    /** The table that it has a place in; null while it has none. */
    private PendingReplies table;

    private int place;
    private long enteredNanos;

    /** 1 once an end was chosen. It is counted before it is told: whoever reads the reply finds it counted. */
    private volatile int ended;

    /** @param counts how it ends */
    PendingReply(RequestCounts counts) {
        this.counts = counts;
    }

    /** It is about to have this place in the table. */
    void entering(PendingReplies itsTable, int itsPlace, long nowNanos) {
        table = itsTable;
        place = itsPlace;
        enteredNanos = nowNanos;
    }

    /** When it had its place, by the node's clock. */
    long enteredNanos() {
        return enteredNanos;
    }

    /** How long after the node's deadline the table ends it: whoever keeps it ends it by that deadline. */
    Duration grace() {
        return PendingReplies.GRACE;
    }

    /** Nobody ended it in time. */
    void late() {
        broken(NoReply.LATE, "the request was not answered in time");
    }

    @Override
    public void done(R reply) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            ended();
            counts.ended(reply);
            complete(reply);
        }
    }

    @Override
    public void broken(NoReply reason, String message) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            ended();
            counts.broken.increment();
            completeExceptionally(new CometException(code(reason), message));
        }
    }

    /** An end was chosen and is told next. */
    void ended() {
        if (table != null) {
            table.leave(place);
        }
    }

    /** It ends with this exception. */
    final void brokenBy(CometException why) {
        if (ENDED.compareAndSet(this, 0, 1)) {
            ended();
            counts.broken.increment();
            completeExceptionally(why);
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
