package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    private static final long ASKED = 1_000;
    private static final long DUE = ASKED + SilenceWatch.PATIENCE_MILLIS;

    private final List<Peer> looked = new ArrayList<>();
    private final SilenceWatch watch = new SilenceWatch(looked::add);
    private final Peer peer = PeerSamples.peer(frame -> {});
    private OutboundMessage request;

    @Test
    void peerOfWhichNothingComes_isLookedFor_onceItsTimeIsOver() {
        ask();

        watch.advance(DUE - 1);
        assertThat(looked).isEmpty();
        watch.advance(DUE);

        assertThat(looked).containsExactly(peer);
    }

    @Test
    void peerThatIsSilentStill_isLookedForAgain_afterALongerTime() {
        ask();
        watch.advance(DUE);

        assertThat(watch.nextDue()).isEqualTo(DUE + SilenceWatch.AGAIN_MILLIS);
        watch.advance(DUE + SilenceWatch.AGAIN_MILLIS);

        assertThat(looked).containsExactly(peer, peer);
    }

    @Test
    void peerOfWhichAnythingCame_isNotLookedFor_andWatchedOn() {
        ask();
        peer.heardMillis = ASKED + 1;

        watch.advance(DUE);

        assertThat(looked).isEmpty();
        assertThat(watch.nextDue()).isEqualTo(DUE + SilenceWatch.PATIENCE_MILLIS);
        watch.advance(DUE + SilenceWatch.PATIENCE_MILLIS);
        assertThat(looked).containsExactly(peer);
    }

    @Test
    void peerThatOwesNothing_isWatchedNoMore() {
        ask();
        peer.window().over(request, ASKED + 1, next -> {});

        watch.advance(DUE);

        assertThat(looked).isEmpty();
        assertThat(watch.nextDue()).isEqualTo(DeadlineTask.NEVER);
    }

    @Test
    void forgottenPeer_isWatchedNoMore() {
        ask();

        watch.forget(peer);
        watch.advance(DUE);

        assertThat(looked).isEmpty();
        assertThat(watch.nextDue()).isEqualTo(DeadlineTask.NEVER);
    }

    private void ask() {
        request = new OutboundMessage(peer, new Wire.Fetch(1, Key.of("key")), 100);
        peer.window().offer(request, ASKED);
        watch.asked(peer, ASKED);
    }
}
