package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.peers.SendWindow.Verdict.FULL;
import static org.cometkv.actors.peers.SendWindow.Verdict.GOES;
import static org.cometkv.actors.peers.SendWindow.Verdict.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private final Peer peer = PeerSamples.peer(frame -> {});
    private final SendWindow window = new SendWindow(new PeerSettings.Window(3, 100, 2, 50, 1));
    private final List<OutboundMessage> gone = new ArrayList<>();

    @Test
    void requestsAtTheLimit_go_andOneMoreWaits() {
        assertThat(window.offer(request(1), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        assertThat(window.out()).isEqualTo(3);
        assertThat(window.waiting()).isOne();
    }

    @Test
    void bytesAtTheLimit_go_andOneMoreWaits() {
        assertThat(window.offer(request(60), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(40), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
    }

    @Test
    void aRequestLargerThanTheWindow_goesAlone() {
        OutboundMessage large = request(1_000);
        assertThat(window.offer(large, 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        over(large);

        assertThat(gone).hasSize(1);
        assertThat(window.offer(request(1_000), 0)).isEqualTo(FULL);
    }

    @Test
    void aRequestThatItsPeerWorksOn_makesRoom_andNoMoreWhenItIsOver() {
        OutboundMessage first = request(1);
        window.offer(first, 0);
        fill(2);
        window.offer(request(1), 0);
        window.offer(request(1), 0);

        window.received(first, 0, gone::add);
        over(first);

        assertThat(gone).hasSize(1);
        assertThat(window.out()).isEqualTo(3);
    }

    @Test
    void theQueueAtItsLimit_takes_andOneMoreIsRefused() {
        fill(3);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        assertThat(window.offer(request(1), 0)).isEqualTo(FULL);
        assertThat(window.waiting()).isEqualTo(2);
    }

    @Test
    void theBytesOfTheQueueAtTheirLimit_areTaken_andOneMoreIsRefused() {
        fill(3);
        assertThat(window.offer(request(50), 0)).isEqualTo(WAITS);
        assertThat(window.offer(request(1), 0)).isEqualTo(FULL);
    }

    @Test
    void aReply_letsTheNextGo_inOrder() {
        List<OutboundMessage> out = fill(3);
        OutboundMessage first = request(1);
        OutboundMessage second = request(1);
        window.offer(first, 0);
        window.offer(second, 0);

        window.over(out.get(1), 77, gone::add);

        assertThat(gone).containsExactly(first);
        assertThat(first.sentMillis).isEqualTo(77);
        over(out.get(0));
        assertThat(gone).containsExactly(first, second);
    }

    @Test
    void aRequestWhoseTurnItIsNot_doesNotPassTheOthers() {
        OutboundMessage out = request(90);
        window.offer(out, 0);
        OutboundMessage large = request(20);
        window.offer(large, 0);

        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        over(out);
        assertThat(gone).hasSize(2).first().isSameAs(large);
    }

    @Test
    void whatIsOver_makesRoom_once() {
        List<OutboundMessage> out = fill(3);
        over(out.get(0));
        over(out.get(0));

        assertThat(window.out()).isEqualTo(2);
    }

    @Test
    void whatWaits_andIsOver_neverGoes() {
        List<OutboundMessage> out = fill(3);
        OutboundMessage first = request(1);
        OutboundMessage over = request(1);
        window.offer(over, 0);
        window.offer(first, 0);
        over(over);
        assertThat(window.waiting()).isOne();

        over(out.get(0));

        assertThat(gone).containsExactly(first);
        assertThat(window.out()).isEqualTo(3);
    }

    @Test
    void suspicion_freesTheWindow_forAsManyAsItsProbes() {
        List<OutboundMessage> out = fill(3);
        OutboundMessage first = request(1);
        OutboundMessage second = request(1);
        window.offer(first, 0);
        window.offer(second, 0);

        window.suspect(true, 5, gone::add);

        assertThat(gone).containsExactly(first);
        assertThat(window.out()).isOne();
        out.forEach(this::over);
        assertThat(window.out()).as("what was out before takes up no room").isOne();
        assertThat(gone).containsExactly(first);
        over(first);
        assertThat(gone).containsExactly(first, second);
    }

    @Test
    void endOfASuspicion_letsAsManyGoAsBefore() {
        window.suspect(true, 0, gone::add);
        assertThat(window.offer(request(1), 0)).isEqualTo(GOES);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);

        window.suspect(false, 5, gone::add);

        assertThat(gone).hasSize(2);
        assertThat(window.offer(request(1), 0)).isEqualTo(WAITS);
    }

    @Test
    void whatWaitedForASuspect_countsAsSent() {
        window.suspect(true, 0, gone::add);
        peer.window().suspect(true, 0, gone::add);
        window.offer(request(1), 0);
        OutboundMessage waiting = request(1);
        window.offer(waiting, 0);

        assertThat(waiting.hasLeft()).isTrue();
    }

    @Test
    void aChangeThatWaited_mayWaitElsewhereThatMuchLess() {
        List<OutboundMessage> out = fill(3);
        Terms terms = Terms.of(List.of(), 1_000);
        OutboundMessage change = new OutboundMessage(
                peer,
                new Wire.Remove(
                        1, Replicas.KEY, Replicas.version(1), Replicas.caller(), Value.NIL, Optional.empty(), terms),
                1);
        window.offer(change, 100);
        assertThat(change.hasLeft()).isFalse();

        window.over(out.get(0), 400, OutboundMessage::leaves);

        assertThat(((Wire.Remove) change.item).terms().millis()).isEqualTo(700);
        assertThat(change.hasLeft()).isTrue();
    }

    @Test
    void randomUse_keepsItsBounds_andLeavesNothing() {
        long seed = 20261122;
        Random random = new Random(seed);
        List<OutboundMessage> alive = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(3) > 0 || alive.isEmpty()) {
                OutboundMessage request = request(1 + random.nextInt(60));
                if (window.offer(request, i) != FULL) {
                    alive.add(request);
                }
            } else {
                over(alive.remove(random.nextInt(alive.size())));
            }
            if (random.nextInt(1_000) == 0) {
                window.suspect(random.nextBoolean(), i, gone::add);
            }
            assertThat(window.out()).as("seed %d", seed).isBetween(0, 3);
            assertThat(window.waiting()).as("seed %d", seed).isBetween(0, 2);
        }
        alive.forEach(this::over);
        assertThat(window.out()).isZero();
        assertThat(window.waiting()).isZero();
    }

    private List<OutboundMessage> fill(int count) {
        List<OutboundMessage> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OutboundMessage request = request(1);
            requests.add(request);
            assertThat(window.offer(request, 0)).isEqualTo(GOES);
        }
        return requests;
    }

    private void over(OutboundMessage request) {
        window.over(request, 5, gone::add);
    }

    private OutboundMessage request(int bytes) {
        return new OutboundMessage(peer, new Wire.Get(1, Replicas.KEY, Replicas.caller(), Value.NIL), bytes);
    }
}
