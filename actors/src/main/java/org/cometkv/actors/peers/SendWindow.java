package org.cometkv.actors.peers;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.cometkv.actors.settings.PeerSettings;

/**
 * The requests to one peer that are out, and behind them those that wait until some are answered. Artery drops what it
 * cannot send without a word, so that no more may be out than it surely holds.
 *
 * <p>Both are bounded by count and bytes. A request larger than the whole window goes when nothing else is out. To a
 * suspect peer a few go only. Not thread-safe; owned by the Gateway.
 */
final class SendWindow {

    /** What becomes of a request. */
    enum Verdict {
        GOES,
        WAITS,
        /** Neither window nor queue has room: it was not taken. */
        FULL
    }

    private final PeerSettings.Window settings;
    private final ArrayDeque<OutboundMessage> queue = new ArrayDeque<>();
    private int out;
    private long outBytes;
    private int waiting;
    private long waitingBytes;
    /** Counts the suspicions: what was out before one takes up no room any more. */
    private int life;

    private boolean isSuspect;

    SendWindow(PeerSettings.Window settings) {
        this.settings = settings;
    }

    int out() {
        return out;
    }

    int waiting() {
        return waiting;
    }

    boolean isSuspect() {
        return isSuspect;
    }

    /** The peer is suspect: nothing that is out is counted on, and a few requests go to find out. Or it is not now. */
    void suspect(boolean isItSuspect, long nowMillis, Consumer<OutboundMessage> goes) {
        if (isItSuspect == isSuspect) {
            return;
        }
        isSuspect = isItSuspect;
        if (isSuspect) {
            life++;
            out = 0;
            outBytes = 0;
        }
        letGo(nowMillis, goes);
    }

    Verdict offer(OutboundMessage request, long nowMillis) {
        request.offeredMillis = nowMillis;
        if (waiting == 0 && hasRoom(request)) {
            send(request, nowMillis);
            return Verdict.GOES;
        }
        if (waiting >= settings.queueRequests() || waitingBytes + request.bytes > settings.queueBytes()) {
            return Verdict.FULL;
        }
        request.state = OutboundMessage.State.WAITING;
        waiting++;
        waitingBytes += request.bytes;
        sweep();
        queue.add(request);
        return Verdict.WAITS;
    }

    /**
     * The peer works on it: its room is free for others. Handlers that ask each other's nodes, and wait for that, would
     * wait for each other for ever where the windows are full of requests to them.
     */
    void received(OutboundMessage request, long nowMillis, Consumer<OutboundMessage> goes) {
        if (request.state == OutboundMessage.State.OUT) {
            request.state = OutboundMessage.State.RECEIVED;
            free(request, nowMillis, goes);
        }
    }

    /**
     * It is over, answered or not: its room is free for others, and if it waits still it is never sent. One that is not
     * answered in time keeps its room until then: it may be in Artery's queue.
     */
    void over(OutboundMessage request, long nowMillis, Consumer<OutboundMessage> goes) {
        OutboundMessage.State was = request.state;
        request.state = OutboundMessage.State.OVER;
        if (was == OutboundMessage.State.WAITING) {
            left(request);
        } else if (was == OutboundMessage.State.OUT) {
            free(request, nowMillis, goes);
        }
    }

    private void free(OutboundMessage request, long nowMillis, Consumer<OutboundMessage> goes) {
        if (request.windowLife == life) {
            out--;
            outBytes -= request.bytes;
            letGo(nowMillis, goes);
        }
    }

    private void letGo(long nowMillis, Consumer<OutboundMessage> goes) {
        while (!queue.isEmpty()) {
            OutboundMessage next = queue.peek();
            if (next.state == OutboundMessage.State.WAITING) {
                if (!hasRoom(next)) {
                    return;
                }
                left(next);
                send(next, nowMillis);
                goes.accept(next);
            }
            queue.poll();
        }
    }

    private boolean hasRoom(OutboundMessage request) {
        int most = isSuspect ? settings.probes() : settings.requests();
        return out < most && (out == 0 || outBytes + request.bytes <= settings.bytes());
    }

    private void send(OutboundMessage request, long nowMillis) {
        request.state = OutboundMessage.State.OUT;
        request.sentMillis = nowMillis;
        request.windowLife = life;
        out++;
        outBytes += request.bytes;
    }

    private void left(OutboundMessage request) {
        waiting--;
        waitingBytes -= request.bytes;
    }

    /** Those that are over go from the queue when their turn comes; not before, unless they are the most of it. */
    private void sweep() {
        if (queue.size() > 2 * waiting + 64) {
            queue.removeIf(each -> each.state != OutboundMessage.State.WAITING);
        }
    }
}
