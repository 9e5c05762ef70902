package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

/** Refusals of rates and loads: who is over them, how they are joined, and how long they hold at the one refused. */
class RefusalBatchTest {

    private static final Optional<Key> KEY = Optional.of(Replicas.KEY);
    private static final Optional<Key> OTHER = Optional.of(Key.of("other"));
    private static final Refusal LIMITED = Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 3);

    private final RefusalBatch joined = new RefusalBatch(10, 100);
    private final PeerBackoff denials = new PeerBackoff(2);

    @Test
    void theFirstRefusal_isDueAtOnce_andTheNextOnesWhenTheWindowEnds() {
        assertThat(joined.isDue(100)).isFalse();
        joined.add(KEY, 1, LIMITED, 1_000);
        assertThat(joined.isDue(100)).isTrue();
        joined.take(100);

        joined.add(KEY, 2, LIMITED, 1_000);
        assertThat(joined.isDue(109)).isFalse();
        assertThat(joined.isDue(110)).isTrue();
    }

    @Test
    void refusals_areJoinedByKey() {
        joined.add(KEY, 1, LIMITED, 1_000);
        joined.add(OTHER, 2, LIMITED, 1_000);
        joined.add(KEY, 3, LIMITED, 1_000);

        assertThat(joined.take(100))
                .containsExactly(
                        new Wire.Refusals(KEY, LIMITED, java.util.List.of(1L, 3L)),
                        new Wire.Refusals(OTHER, LIMITED, java.util.List.of(2L)));
        assertThat(joined.take(100)).as("all were taken").isEmpty();
    }

    @Test
    void manyRefused_areToldToComeBackAsTheRateAllowsThem_withinASecond() {
        for (int id = 0; id < 500; id++) {
            joined.add(KEY, id, LIMITED, 10_000);
            joined.add(OTHER, id, LIMITED, 100);
        }

        assertThat(joined.take(100))
                .extracting(item ->
                        ((Wire.Refusals) item).refusal().retryAfterMillis().getAsLong())
                .containsExactly(50L, 1_000L);
    }

    @Test
    void asManyAsAFrameHolds_areDueBeforeTheWindowEnds() {
        joined.take(100);
        for (int id = 1; id < Wire.ITEMS_MAX; id++) {
            joined.add(KEY, id, LIMITED, 1_000);
        }
        assertThat(joined.isDue(101)).isFalse();

        joined.add(KEY, 0, LIMITED, 1_000);
        assertThat(joined.isDue(101)).isTrue();
    }

    @Test
    void moreThanAMessageHolds_travelInSeveral() {
        for (int id = 0; id <= Wire.ITEMS_MAX; id++) {
            joined.add(KEY, id, LIMITED, 1_000_000);
        }

        assertThat(joined.take(100))
                .extracting(item -> ((Wire.Refusals) item).ids().size())
                .containsExactly(Wire.ITEMS_MAX, 1);
    }

    @Test
    void aDenial_holdsForItsTime_andItsKey() {
        denials.note(KEY, LIMITED, 100);

        assertThat(denials.refusal(KEY.get(), 101)).hasValue(Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 2));
        assertThat(denials.refusal(OTHER.get(), 101)).isEmpty();
        assertThat(denials.refusal(KEY.get(), 102)).isPresent();
        assertThat(denials.refusal(KEY.get(), 103)).isEmpty();
    }

    @Test
    void aDenialOfEverything_holdsForEveryKey() {
        denials.note(Optional.empty(), LIMITED, 100);

        assertThat(denials.refusal(KEY.get(), 102)).isPresent();
        assertThat(denials.refusal(OTHER.get(), 103)).isEmpty();
    }

    @Test
    void denialsAtTheirLimit_hold_andOneMoreForgetsTheOldest() {
        denials.note(KEY, LIMITED, 100);
        denials.note(OTHER, LIMITED, 100);
        denials.note(KEY, LIMITED, 100);
        assertThat(denials.refusal(OTHER.get(), 101)).isPresent();

        denials.note(Optional.of(Key.of("third")), LIMITED, 100);

        assertThat(denials.refusal(OTHER.get(), 101)).isEmpty();
        assertThat(denials.refusal(KEY.get(), 101)).isPresent();
    }

    @Test
    void aRefusalWithoutATimeToRetry_isNoDenial() {
        denials.note(KEY, Refusal.of(Refusal.Reason.NOT_ALLOWED, "never"), 100);

        assertThat(denials.refusal(KEY.get(), 100)).isEmpty();
    }

    @Test
    void aPeerAtItsBurst_passes_andOneMoreIsRefusedUntilThereIsRoom() {
        PeerRateLimiter rate = PeerRateLimiter.ofPeer(new PeerSettings.Rate(1_000, 3, 1_024, 1 << 20), 0);
        for (int i = 0; i < 3; i++) {
            assertThat(rate.request(0)).isEmpty();
        }

        assertThat(rate.request(0))
                .hasValue(Refusal.retry(
                        Refusal.Reason.RATE_LIMITED,
                        "a node takes 1000 requests/s and a burst of 3 from each other node",
                        1));
        assertThat(rate.request(1_000_000)).isEmpty();
        assertThat(rate.bytes(1 << 20, 0)).isEmpty();
        assertThat(rate.bytes(1_024, 0))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.retryAfterMillis()).hasValue(1_000));
        assertThat(rate.bytes(1_024, 1_000_000_000)).isEmpty();
    }

    @Test
    void load_isShedInItsOrder() {
        LoadShedder load = new LoadShedder(new PeerSettings.Load(5, 10, 20, 30, 1_000));
        Wire.Request lookup = new Wire.FindNode(1, Replicas.KEY);
        Wire.Request get = new Wire.Get(1, Replicas.KEY, Replicas.caller(), Value.NIL);
        Wire.Request remove = new Wire.Remove(1, Replicas.KEY, Replicas.version(1), Replicas.caller(), Value.NIL);

        Wire.Request repair = new Wire.CompareKeys(1, Replicas.node(1).id(), 0);

        assertThat(load.refusal(repair, 4, 0)).isEmpty();
        assertThat(load.refusal(repair, 5, 0)).isPresent();
        assertThat(load.refusal(lookup, 9, 0)).isEmpty();
        assertThat(load.refusal(lookup, 10, 0)).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUSY);
            assertThat(refusal.retryAfterMillis()).hasValue(50);
            assertThat(refusal.message()).contains("10 requests of its peers in progress");
        });
        assertThat(load.refusal(get, 19, 0)).isEmpty();
        assertThat(load.refusal(get, 20, 0)).isPresent();
        assertThat(load.refusal(remove, 29, 999)).isEmpty();
        assertThat(load.refusal(remove, 30, 0)).isPresent();
        assertThat(load.refusal(remove, 0, 1_000))
                .hasValueSatisfying(refusal -> assertThat(refusal.message()).contains("1000 bytes"));
    }
}
