package org.cometkv.actors.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;

/**
 * One other node, as the Gateway knows it: what waits to be sent to it, what is out, what it may ask and has refused.
 *
 * <p>Items that wait together travel together in one frame: a remote message sent alone costs twenty times the CPU of
 * one in a batch. Its parts are made when they are first used: most nodes that a node knows have nothing to do with it
 * for now. Not thread-safe; owned by the Gateway.
 */
final class Peer {

    private final Contact contact;
    private final Network.Link link;
    private final CometSettings settings;
    private final long madeNanos;
    // Null until it is used.
    private RoundTripEstimate roundTrip;
    private SendWindow window;
    private SendWindow upkeep;
    private SendWindow repair;
    private PeerBackoff denials;
    private PeerRateLimiter rate;
    private RefusalBatch refusals;
    private ArrayDeque<OutboundMessage> due;
    private boolean isScheduled;
    /** When a frame of it came last. */
    long heardMillis = Long.MIN_VALUE;
    /** Since when the {@link SilenceWatch} waits to hear from it, and until when without a look. */
    long watchedMillis;

    long silentUntilMillis;

    /** A peer that nothing was sent to yet. */
    Peer(Contact contact, Network.Link link, CometSettings settings, long nowNanos) {
        this.contact = contact;
        this.link = link;
        this.settings = settings;
        this.madeNanos = nowNanos;
    }

    Contact contact() {
        return contact;
    }

    RoundTripEstimate roundTrip() {
        if (roundTrip == null) {
            CometSettings.Requests requests = settings.requests();
            roundTrip = new RoundTripEstimate(
                    requests.answerMin().toMillis(), requests.answerMax().toMillis());
        }
        return roundTrip;
    }

    /** What this node asks of it. */
    SendWindow window() {
        if (window == null) {
            window = new SendWindow(settings.peers().window());
        }
        return window;
    }

    /** What this node asks of it to keep replicas alike, or else. */
    SendWindow window(Wire.Item item) {
        if (!(item instanceof Wire.Upkeep asked)) {
            return window();
        }
        return asked.isOfRepair() ? repair() : upkeep();
    }

    private SendWindow upkeep() {
        if (upkeep == null) {
            upkeep = new SendWindow(settings.peers().upkeep());
        }
        return upkeep;
    }

    private SendWindow repair() {
        if (repair == null) {
            repair = new SendWindow(settings.peers().repair());
        }
        return repair;
    }

    /** The peer is suspect, or is not any more. */
    void suspect(boolean isSuspect, long nowMillis, Consumer<OutboundMessage> goes) {
        window().suspect(isSuspect, nowMillis, goes);
        if (upkeep != null) {
            upkeep.suspect(isSuspect, nowMillis, goes);
        }
        if (repair != null) {
            repair.suspect(isSuspect, nowMillis, goes);
        }
    }

    /** Requests to it that are out. */
    int out() {
        return out(window) + out(upkeep) + out(repair);
    }

    private static int out(SendWindow window) {
        return window == null ? 0 : window.out();
    }

    /** Requests to it that wait until some of these are answered. */
    int waiting() {
        return waiting(window) + waiting(upkeep) + waiting(repair);
    }

    private static int waiting(SendWindow window) {
        return window == null ? 0 : window.waiting();
    }

    /** What it has refused for a while. */
    PeerBackoff denials() {
        if (denials == null) {
            denials = new PeerBackoff(settings.peers().refusals().keysMax());
        }
        return denials;
    }

    /** What it may ask of this node. */
    PeerRateLimiter rate() {
        if (rate == null) {
            rate = PeerRateLimiter.ofPeer(settings.peers().rate(), madeNanos);
        }
        return rate;
    }

    /** What this node has refused it. */
    RefusalBatch refusals() {
        if (refusals == null) {
            refusals = new RefusalBatch(settings.peers().refusals().window().toMillis(), Clock.millis(madeNanos));
        }
        return refusals;
    }

    /** Whether it may be told now what this node has refused it. */
    boolean isRefusalDue(long nowMillis) {
        return refusals != null && refusals.isDue(nowMillis);
    }

    /** How many items are to be sent next. */
    int due() {
        return due == null ? 0 : due.size();
    }

    /** Adds an item to what is sent next. */
    void add(OutboundMessage item) {
        if (due == null) {
            due = new ArrayDeque<>();
        }
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
        while (due() > 0) {
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
