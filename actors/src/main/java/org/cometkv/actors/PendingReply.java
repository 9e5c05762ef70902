package org.cometkv.actors;

import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;

/** The pending reply of an operation, which an application holds as a stage. */
class PendingReply<R> extends CompletableFuture<R> implements ReplyListener<R> {

    private final RequestCounts counts;

    /** @param counts how it ends */
    PendingReply(RequestCounts counts) {
        this.counts = counts;
    }

    @Override
    public void done(R reply) {
        if (complete(reply)) {
            counts.ended(reply);
        }
    }

    @Override
    public void broken(NoReply reason, String message) {
        if (completeExceptionally(new CometException(code(reason), message))) {
            counts.broken.increment();
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
