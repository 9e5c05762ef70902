package org.cometkv.actors;

import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;

/** The pending reply of an operation, which an application holds as a stage. */
class PendingReply<R> extends CompletableFuture<R> implements ReplyListener<R> {

    @Override
    public void done(R reply) {
        complete(reply);
    }

    @Override
    public void broken(NoReply reason, String message) {
        completeExceptionally(new CometException(code(reason), message));
    }

    private static CometException.Code code(NoReply reason) {
        return switch (reason) {
            case LATE -> CometException.Code.TIMEOUT;
            case NOBODY_KNOWN -> CometException.Code.UNREACHABLE;
            case CLOSED -> CometException.Code.CLOSED;
        };
    }
}
