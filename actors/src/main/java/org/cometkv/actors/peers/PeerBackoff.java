package org.cometkv.actors.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * The refusals of one peer that still hold: until then this node refuses such requests by itself, at once, and sends
 * nothing.
 *
 * <p>Bounded: where there are too many keys, the one that was refused the longest ago is asked again. Not thread-safe;
 * owned by the Gateway.
 */
final class PeerBackoff {

    private record Denial(Refusal refusal, long untilMillis) {}

    private final Map<Key, Denial> byKey;
    private Denial ofAll = new Denial(null, Long.MIN_VALUE);

    PeerBackoff(int keysMax) {
        byKey = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Denial> eldest) {
                return size() > keysMax;
            }
        };
    }

    /** The peer refuses what is about the key, or everything, for as long as the refusal says. */
    void note(Optional<Key> key, Refusal refusal, long nowMillis) {
        if (refusal.retryAfterMillis().isEmpty()) {
            return;
        }
        Denial denial =
                new Denial(refusal, nowMillis + refusal.retryAfterMillis().getAsLong());
        if (key.isEmpty()) {
            ofAll = denial;
        } else {
            byKey.remove(key.get());
            byKey.put(key.get(), denial);
        }
    }

    /** What the peer would say to a request about this key, with the time that is left; empty if it may be asked. */
    Optional<Refusal> refusal(Key key, long nowMillis) {
        if (nowMillis < ofAll.untilMillis()) {
            return Optional.of(left(ofAll, nowMillis));
        }
        if (byKey.isEmpty()) {
            return Optional.empty();
        }
        Denial denial = byKey.get(key);
        if (denial == null) {
            return Optional.empty();
        }
        if (nowMillis >= denial.untilMillis()) {
            byKey.remove(key);
            return Optional.empty();
        }
        return Optional.of(left(denial, nowMillis));
    }

    private static Refusal left(Denial denial, long nowMillis) {
        return Refusal.retry(denial.refusal().reason(), denial.refusal().message(), denial.untilMillis() - nowMillis);
    }
}
