package org.cometkv.actors.peers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.actors.context.DeadlineTask;

/**
 * A watch over the peers that owe an answer: for each from which nothing at all came for a while it asks for a look
 * whether its process is still there. What it owes may take its time; that it has ended is known at once then, and not
 * only when the cluster's failure detector has waited long enough.
 *
 * <p>Costs nothing while nobody is asked. Not thread-safe; owned by the Gateway.
 */
final class SilenceWatch {

    /** Longer than a peer that has nothing else to do takes, and far less than the failure detector waits. */
    static final long PATIENCE_MILLIS = 250;

    /** From one look at a peer that goes on to be silent to the next. */
    static final long AGAIN_MILLIS = 1_000;

    private final Consumer<Peer> look;
    private final Set<Peer> watched = new LinkedHashSet<>();
    private long dueMillis = DeadlineTask.NEVER;

    /** @param look looks whether the peer's process is there */
    SilenceWatch(Consumer<Peer> look) {
        this.look = look;
    }

    /** A request leaves for the peer. */
    void asked(Peer peer, long nowMillis) {
        if (watched.add(peer)) {
            watch(peer, nowMillis, PATIENCE_MILLIS);
        }
    }

    /** The peer is gone. */
    void forget(Peer peer) {
        watched.remove(peer);
    }

    /** When the next look is due. */
    long nextDue() {
        return watched.isEmpty() ? DeadlineTask.NEVER : dueMillis;
    }

    /** Lets time pass. */
    void advance(long nowMillis) {
        if (nowMillis < nextDue()) {
            return;
        }
        dueMillis = DeadlineTask.NEVER;
        for (Peer peer : List.copyOf(watched)) {
            if (nowMillis < peer.silentUntilMillis) {
                dueMillis = Math.min(dueMillis, peer.silentUntilMillis);
            } else if (peer.out() == 0) {
                watched.remove(peer);
            } else if (peer.heardMillis >= peer.watchedMillis) {
                watch(peer, nowMillis, PATIENCE_MILLIS);
            } else {
                watch(peer, nowMillis, AGAIN_MILLIS);
                look.accept(peer);
            }
        }
    }

    private void watch(Peer peer, long nowMillis, long patienceMillis) {
        peer.watchedMillis = nowMillis;
        peer.silentUntilMillis = nowMillis + patienceMillis;
        dueMillis = Math.min(dueMillis, peer.silentUntilMillis);
    }
}
