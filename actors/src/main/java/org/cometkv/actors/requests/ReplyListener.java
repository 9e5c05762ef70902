package org.cometkv.actors.requests;

/** The receiver of the end of an {@link Operation}; told once, by the Gateway. */
public interface ReplyListener<R> {

    void done(R reply);

    void broken(NoReply reason, String message);
}
