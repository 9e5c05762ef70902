package org.cometkv.actors.peers;

import org.cometkv.actors.requests.RequestTable;
import org.cometkv.actors.wire.Wire;

/** A message to a peer, from the moment it is to be sent until nobody waits for its reply. Owned by the Gateway. */
final class OutboundMessage implements RequestTable.Sent {

    /** Where it is. */
    enum State {
        /** In the queue of its peer's window. */
        WAITING,
        /** Sent, or about to be; it takes up room in its peer's window if it is a request. */
        OUT,
        /** Its peer works on it: it takes up no room any more. */
        RECEIVED,
        /** Nobody waits for it any more, or it was never sent. */
        OVER
    }

    Wire.Item item;
    final int bytes;
    final Peer peer;
    State state = State.OVER;
    /** When it was to be sent. */
    long offeredMillis;
    /** When it left the queue; what is waited for before is this node's own doing and no round trip. */
    long sentMillis;
    /** Which life of its window it takes up room in; see {@link SendWindow#suspect}. */
    int windowLife;

    OutboundMessage(Peer peer, Wire.Item item, int bytes) {
        this.peer = peer;
        this.item = item;
        this.bytes = bytes;
    }

    @Override
    public long sentMillis() {
        return sentMillis;
    }

    /** What waits for a suspect counts as well: its turn may never come. */
    @Override
    public boolean hasLeft() {
        return state != State.WAITING || peer.window(item).isSuspect();
    }

    /** It leaves its queue: what it may still wait for elsewhere is less by what it waited there. */
    void leaves() {
        if (item instanceof Wire.Change change) {
            item = change.after(sentMillis - offeredMillis);
        }
    }
}
