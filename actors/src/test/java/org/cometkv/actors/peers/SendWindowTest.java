package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.peers.SendWindow.Verdict.FULL;
import static org.cometkv.actors.peers.SendWindow.Verdict.GOES;
import static org.cometkv.actors.peers.SendWindow.Verdict.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private final Peer peer = PeerSamples.peer(frame -> {});
    private final SendWindow window = new SendWindow(new PeerSettings.Window(3, 100, 2, 50));
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
    void silence_makesRoom_once() {
        List<OutboundMessage> out = fill(3);
        window.silent(out.get(0), 5, gone::add);
        over(out.get(0));

        assertThat(window.out()).isEqualTo(2);
    }

    @Test
    void whatWaits_andIsSilent_goesAllTheSame_butNotWhatIsOver() {
        List<OutboundMessage> out = fill(3);
        OutboundMessage silent = request(1);
        OutboundMessage over = request(1);
        window.offer(over, 0);
        window.offer(silent, 0);
        window.silent(silent, 5, gone::add);
        over(over);
        assertThat(window.waiting()).isOne();

        over(out.get(0));

        assertThat(gone).containsExactly(silent);
        assertThat(window.out()).isEqualTo(3);
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
                OutboundMessage request = alive.remove(random.nextInt(alive.size()));
                if (random.nextBoolean()) {
                    window.silent(request, i, gone::add);
                }
                over(request);
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
