package org.cometkv.actors.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * The refusals of rates that one peer is still to be told, joined by key: at most one frame of them in a window of
 * time, however many requests it sends.
 *
 * <p>The first refusal after a quiet time goes at once; the next ones wait for the window to end. Not thread-safe;
 * owned by the Gateway.
 */
final class RefusalBatch {

    /** As long as a peer may be told to keep away: then it may see for itself again. */
    private static final long RETRY_MILLIS_MAX = 1_000;

    private static final long MILLIS_PER_SECOND = 1_000;

    private static final class Joined {
        final Refusal refusal;
        final long perSecond;
        final List<Long> ids = new ArrayList<>();

        Joined(Refusal refusal, long perSecond) {
            this.refusal = refusal;
            this.perSecond = perSecond;
        }
    }

    private final long windowMillis;
    private final Map<Optional<Key>, Joined> waiting = new LinkedHashMap<>();
    private int ids;
    private long nextMillis;

    RefusalBatch(long windowMillis, long nowMillis) {
        this.windowMillis = windowMillis;
        this.nextMillis = nowMillis;
    }

    /**
     * One more.
     *
     * @param key empty if the peer itself is over its rate
     * @param perSecond the rate that it is over
     */
    void add(Optional<Key> key, long id, Refusal refusal, long perSecond) {
        Joined joined = waiting.get(key);
        if (joined == null) {
            joined = new Joined(refusal, perSecond);
            waiting.put(key, joined);
        }
        joined.ids.add(id);
        ids++;
    }

    /** Whether they may be told now; also when one frame holds no more of them. */
    boolean isDue(long nowMillis) {
        return !waiting.isEmpty() && (nowMillis >= nextMillis || ids >= Wire.ITEMS_MAX);
    }

    /** When they may be told. */
    long dueMillis() {
        return nextMillis;
    }

    /**
     * What to tell the peer now.
     *
     * <p>Where many were refused, they cannot all come back when the first one could: each takes its turn at the rate.
     */
    List<Wire.Item> take(long nowMillis) {
        List<Wire.Item> items = new ArrayList<>(waiting.size());
        waiting.forEach((key, joined) -> {
            long turns = joined.ids.size() * MILLIS_PER_SECOND / joined.perSecond;
            long retryMillis = Math.max(joined.refusal.retryAfterMillis().orElse(1), Math.min(turns, RETRY_MILLIS_MAX));
            Refusal refusal = Refusal.retry(joined.refusal.reason(), joined.refusal.message(), retryMillis);
            for (int from = 0; from < joined.ids.size(); from += Wire.ITEMS_MAX) {
                int to = Math.min(joined.ids.size(), from + Wire.ITEMS_MAX);
                items.add(new Wire.Refusals(key, refusal, joined.ids.subList(from, to)));
            }
        });
        waiting.clear();
        ids = 0;
        nextMillis = nowMillis + windowMillis;
        return items;
    }
}
