package org.cometkv.actors.requests;

/** A listener to an operation for whose end nobody waits. */
record Unheard<R>() implements ReplyListener<R> {

    static <R> Unheard<R> of() {
        return new Unheard<>();
    }

    @Override
    public void done(R reply) {
        // Nobody waits for it.
    }

    @Override
    public void broken(NoReply reason, String message) {
        // Nobody waits for it.
    }
}
