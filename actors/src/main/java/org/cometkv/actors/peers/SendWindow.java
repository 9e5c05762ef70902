package org.cometkv.actors.peers;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.cometkv.actors.settings.PeerSettings;

/**
 * The requests to one peer that are out, and behind them those that wait until some are answered. Artery drops what it
 * cannot send without a word, so that no more may be out than it surely holds.
 *
 * <p>Both are bounded by count and bytes. A request larger than the whole window goes when nothing else is out. Not
 * thread-safe; owned by the Gateway.
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

    SendWindow(PeerSettings.Window settings) {
        this.settings = settings;
    }

    int out() {
        return out;
    }

    int waiting() {
        return waiting;
    }

    Verdict offer(OutboundMessage request, long nowMillis) {
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

    /** It is over: its room is free for others, and if it waits still it is never sent. */
    void over(OutboundMessage request, long nowMillis, Consumer<OutboundMessage> goes) {
        if (request.state == OutboundMessage.State.WAITING) {
            request.state = OutboundMessage.State.OVER;
            left(request);
        } else {
            silent(request, nowMillis, goes);
        }
    }

    /** Its peer has not answered in time: its room is free for others, but if it waits still it may yet go. */
    void silent(OutboundMessage request, long nowMillis, Consumer<OutboundMessage> goes) {
        if (request.state != OutboundMessage.State.OUT) {
            return;
        }
        request.state = OutboundMessage.State.OVER;
        out--;
        outBytes -= request.bytes;
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
        return out < settings.requests() && (out == 0 || outBytes + request.bytes <= settings.bytes());
    }

    private void send(OutboundMessage request, long nowMillis) {
        request.state = OutboundMessage.State.OUT;
        request.sentMillis = nowMillis;
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
