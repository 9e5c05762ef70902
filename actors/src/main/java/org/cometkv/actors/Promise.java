package org.cometkv.actors;

/** Where the end of an {@link Operation} goes; told once, by the Gateway. */
interface Promise<R> {

    void done(R reply);

    void broken(NoReply reason, String message);
}
