package org.cometkv.actors.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * One other node, as the Gateway knows it: what waits to be sent to it, what is out, what it may ask and has refused.
 *
 * <p>Items that wait together travel together in one frame: a remote message sent alone costs twenty times the CPU of
 * one in a batch. Not thread-safe; owned by the Gateway.
 */
final class Peer {

    private final Contact contact;
    private final Network.Link link;
    private final RoundTripEstimate roundTrip;
    private final SendWindow window;
    private final PeerBackoff denials;
    private final PeerRateLimiter rate;
    private final RefusalBatch refusals;
    private final ArrayDeque<OutboundMessage> due = new ArrayDeque<>();
    private boolean isScheduled;

    /** A peer that nothing was sent to yet. */
    Peer(Contact contact, Network.Link link, CometSettings settings, long nowNanos) {
        CometSettings.Requests requests = settings.requests();
        PeerSettings limits = settings.peers();
        this.contact = contact;
        this.link = link;
        this.roundTrip = new RoundTripEstimate(
                requests.answerMin().toMillis(), requests.answerMax().toMillis());
        this.window = new SendWindow(limits.window());
        this.denials = new PeerBackoff(limits.refusals().keysMax());
        this.rate = PeerRateLimiter.ofPeer(limits.rate(), nowNanos);
        this.refusals = new RefusalBatch(limits.refusals().window().toMillis(), Clock.millis(nowNanos));
    }

    Contact contact() {
        return contact;
    }

    RoundTripEstimate roundTrip() {
        return roundTrip;
    }

    /** What this node asks of it. */
    SendWindow window() {
        return window;
    }

    /** What it has refused for a while. */
    PeerBackoff denials() {
        return denials;
    }

    /** What it may ask of this node. */
    PeerRateLimiter rate() {
        return rate;
    }

    /** What this node has refused it. */
    RefusalBatch refusals() {
        return refusals;
    }

    /** How many items are to be sent next. */
    int due() {
        return due.size();
    }

    /** Adds an item to what is sent next. */
    void add(OutboundMessage item) {
        due.add(item);
    }

    /** True if nothing was to be sent to it before, so that a flush is due. */
    boolean schedule() {
        boolean isFirst = !isScheduled;
        isScheduled = true;
        return isFirst;
    }

    /** The flush that was due has come. */
    void scheduled() {
        isScheduled = false;
    }

    /** Sends everything that is due, in frames of at most so many bytes, or of a single item that is larger. */
    void flush(Contact self, long clock, int frameBytes) {
        List<Wire.Item> items = new ArrayList<>();
        int bytes = 0;
        while (!due.isEmpty()) {
            OutboundMessage next = due.poll();
            boolean isFull = bytes + next.bytes > frameBytes || items.size() == Wire.ITEMS_MAX;
            if (isFull && !items.isEmpty()) {
                link.send(new Wire.Frame(self, clock, items, bytes));
                items = new ArrayList<>();
                bytes = 0;
            }
            items.add(next.item);
            bytes += next.bytes;
        }
        if (!items.isEmpty()) {
            link.send(new Wire.Frame(self, clock, items, bytes));
        }
    }
}
