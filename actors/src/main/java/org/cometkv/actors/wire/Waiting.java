package org.cometkv.actors.wire;

/** The node that waits because of an item that could not be read. */
public enum Waiting {
    NOBODY,
    /** It is a request: its sender waits for the reply. */
    SENDER,
    /** It is a reply: this node waits for it. */
    RECEIVER
}
