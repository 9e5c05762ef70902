package org.cometkv.actors;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * The requests to one peer that are out, and behind them those that wait until some are answered. Artery drops what it
 * cannot send without a word, so that no more may be out than it surely holds.
 *
 * <p>Both are bounded by count and bytes. A request larger than the whole window goes when nothing else is out. Not
 * thread-safe; owned by the Gateway.
 */
final class Window {

    /** What becomes of a request. */
    enum Verdict {
        GOES,
        WAITS,
        /** Neither window nor queue has room: it was not taken. */
        FULL
    }

    private final PeerSettings.Window settings;
    private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
    private int out;
    private long outBytes;
    private int waiting;
    private long waitingBytes;

    Window(PeerSettings.Window settings) {
        this.settings = settings;
    }

    int out() {
        return out;
    }

    int waiting() {
        return waiting;
    }

    Verdict offer(Outgoing request, long nowMillis) {
        if (waiting == 0 && hasRoom(request)) {
            send(request, nowMillis);
            return Verdict.GOES;
        }
        if (waiting >= settings.queueRequests() || waitingBytes + request.bytes > settings.queueBytes()) {
            return Verdict.FULL;
        }
        request.state = Outgoing.State.WAITING;
        waiting++;
        waitingBytes += request.bytes;
        sweep();
        queue.add(request);
        return Verdict.WAITS;
    }

    /** It is over: its room is free for others, and if it waits still it is never sent. */
    void over(Outgoing request, long nowMillis, Consumer<Outgoing> goes) {
        if (request.state == Outgoing.State.WAITING) {
            request.state = Outgoing.State.OVER;
            left(request);
        } else {
            silent(request, nowMillis, goes);
        }
    }

    /** Its peer has not answered in time: its room is free for others, but if it waits still it may yet go. */
    void silent(Outgoing request, long nowMillis, Consumer<Outgoing> goes) {
        if (request.state != Outgoing.State.OUT) {
            return;
        }
        request.state = Outgoing.State.OVER;
        out--;
        outBytes -= request.bytes;
        while (!queue.isEmpty()) {
            Outgoing next = queue.peek();
            if (next.state == Outgoing.State.WAITING) {
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

    private boolean hasRoom(Outgoing request) {
        return out < settings.requests() && (out == 0 || outBytes + request.bytes <= settings.bytes());
    }

    private void send(Outgoing request, long nowMillis) {
        request.state = Outgoing.State.OUT;
        request.sentMillis = nowMillis;
        out++;
        outBytes += request.bytes;
    }

    private void left(Outgoing request) {
        waiting--;
        waitingBytes -= request.bytes;
    }

    /** Those that are over go from the queue when their turn comes; not before, unless they are the most of it. */
    private void sweep() {
        if (queue.size() > 2 * waiting + 64) {
            queue.removeIf(each -> each.state != Outgoing.State.WAITING);
        }
    }
}
