package org.cometkv.actors;

import java.util.concurrent.CompletableFuture;

/** A promise to an application. */
class Future<R> extends CompletableFuture<R> implements Promise<R> {

    @Override
    public void done(R reply) {
        complete(reply);
    }

    @Override
    public void broken(CometException.Code code, String message) {
        completeExceptionally(new CometException(code, message));
    }
}
