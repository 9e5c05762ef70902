package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/** A sender that keeps what it is to send, for the tests of the table of requests. */
public final class SentRequests implements RequestTable.Sender<SentRequests.Sent> {

    /** A request that was handed over; it left if the sender was not full. */
    public record Sent(Contact to, long id, boolean hasLeft) implements RequestTable.Sent {
        @Override
        public long sentMillis() {
            return 0;
        }
    }

    public final List<Sent> sent = new ArrayList<>();
    public final List<Wire.Request> items = new ArrayList<>();
    public final List<Sent> over = new ArrayList<>();
    public boolean isBroken;
    public boolean isFull;

    @Override
    public Sent send(Contact replica, Wire.Request request, long nowMillis) {
        breakIfBroken();
        Sent out = new Sent(replica, request.id(), !isFull);
        sent.add(out);
        items.add(request);
        return out;
    }

    @Override
    public long timeoutMillis(Contact replica) {
        return 100;
    }

    @Override
    public void over(Sent request, long nowMillis) {
        breakIfBroken();
        over.add(request);
    }

    private void breakIfBroken() {
        if (isBroken) {
            throw new IllegalStateException("a bug, injected");
        }
    }
}
