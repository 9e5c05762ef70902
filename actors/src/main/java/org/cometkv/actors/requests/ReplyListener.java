package org.cometkv.actors.requests;

/** Where the end of an {@link Operation} goes; told once, by the Gateway. */
public interface ReplyListener<R> {

    void done(R reply);

    void broken(NoReply reason, String message);
}
