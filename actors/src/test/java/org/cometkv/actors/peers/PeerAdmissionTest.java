package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** In which order a node asks what of a peer's request: who fails at one question has spent what came before only. */
class PeerAdmissionTest {

    private static final int BURST_BYTES = 1 << 20;

    private final CometSettings settings =
            CometSettings.of(ConfigFactory.parseString("""
                    comet.peers {
                      rate { requests-per-second = 1000, requests-burst = 3 }
                      rate { bytes-per-second = 1MiB, bytes-burst = 1MiB }
                      load { repairs = 1, lookups = 1, gets = 1, changes = 1 }
                    }
                    """).withFallback(ConfigFactory.load()));
    private final Peer peer = new Peer(Replicas.node(1), frame -> {}, settings, 0);
    private final PeerAdmission admission = new PeerAdmission(null, settings);

    @Test
    void whatMayComeIn_isInProgress() {
        assertThat(decide(1, arrival(10))).isInstanceOf(InboundRequests.Asked.class);

        assertThat(admission.serving().inProgress()).isOne();
        assertThat(admission.serving().bytesInProgress()).isEqualTo(10);
    }

    @Test
    void bytesOverThePeersRate_refuseTheirFrame_andSpendNoRequest() {
        arrival(BURST_BYTES);
        PeerAdmission.Arrival over = arrival(1);
        for (int id = 1; id <= 10; id++) {
            assertThat(refusalOfRate(decide(id, over)).message()).contains("bytes/s");
        }

        assertThat(decide(1, arrival(0))).isInstanceOf(InboundRequests.Asked.class);
        assertThat(decide(1, arrival(0))).isInstanceOf(PeerAdmission.Repeated.class);
        assertThat(decide(1, arrival(0))).isInstanceOf(PeerAdmission.Repeated.class);
        assertThat(refusalOfRate(decide(1, arrival(0))).message()).contains("requests/s");
    }

    @Test
    void requestsOverThePeersRate_areRefused_beforeTheyAreLookedUp() {
        for (int i = 0; i < 3; i++) {
            decide(1, arrival(1));
        }

        assertThat(refusalOfRate(decide(1, arrival(1))).retryAfterMillis()).hasValue(1);
        assertThat(admission.serving().inProgress()).isOne();
    }

    @Test
    void oneThatCameBefore_isKnown_howeverMuchThereIsToDo() {
        InboundRequests.Asked first = (InboundRequests.Asked) decide(1, arrival(1));

        assertThat(decide(2, arrival(1)))
                .isInstanceOfSatisfying(
                        PeerAdmission.Busy.class,
                        busy -> assertThat(busy.refusal().reason()).isEqualTo(Refusal.Reason.BUSY));
        assertThat(decide(1, arrival(1)))
                .isInstanceOfSatisfying(
                        PeerAdmission.Repeated.class,
                        repeated -> assertThat(repeated.before()).isSameAs(first));
    }

    @Test
    void oneThatWasRefusedForTheLoad_isServedWhenItComesAgain() {
        InboundRequests.Asked first = (InboundRequests.Asked) decide(1, arrival(1));
        assertThat(decide(2, arrival(1))).isInstanceOf(PeerAdmission.Busy.class);
        admission.serving().ended(first);

        assertThat(decide(2, arrival(1))).isInstanceOf(InboundRequests.Asked.class);
    }

    /** A frame of one item. */
    private PeerAdmission.Arrival arrival(int bytes) {
        return new PeerAdmission.Arrival(peer.contact(), true, peer.rate(), bytes, 1, 0);
    }

    private PeerAdmission.Decision decide(long id, PeerAdmission.Arrival arrival) {
        Wire.Get get = new Wire.Get(id, Replicas.KEY, Replicas.caller(), Value.NIL);
        return admission.decide(get, arrival.bytesEach, arrival);
    }

    private static Refusal refusalOfRate(PeerAdmission.Decision decision) {
        assertThat(decision).isInstanceOf(PeerAdmission.OverRate.class);
        return ((PeerAdmission.OverRate) decision).refusal();
    }
}
