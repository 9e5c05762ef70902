package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final int FRAME_BYTES = 10_000;

    private final List<Wire.Frame> frames = new ArrayList<>();
    private final Peer peer = PeerSamples.peer(frames::add);

    @Test
    void schedule_isDueForAFlushTheFirstTimeOnly_andAgainAfterIt() {
        assertThat(peer.schedule()).isTrue();
        assertThat(peer.schedule()).isFalse();
        flush();
        assertThat(peer.schedule()).isFalse();
        peer.scheduled();

        assertThat(peer.schedule()).isTrue();
    }

    @Test
    void flush_keepsTheOrder_andTheBoundOfAFrame() {
        List<Wire.Item> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(get(1_000 + i));
            add(items.get(i));
        }

        flush();

        assertThat(frames).hasSizeGreaterThan(4).allSatisfy(frame -> {
            assertThat(frame.size())
                    .isEqualTo(frame.items().stream().mapToInt(WireSize::of).sum())
                    .isLessThanOrEqualTo(FRAME_BYTES);
            assertThat(frame.from()).isEqualTo(Replicas.node(0));
            assertThat(frame.clock()).isEqualTo(7);
        });
        assertThat(frames.stream().flatMap(frame -> frame.items().stream())).containsExactlyElementsOf(items);
    }

    @Test
    void itemLargerThanAFrame_travelsAlone() {
        add(get(10));
        add(get(3 * FRAME_BYTES));
        add(get(10));

        flush();

        assertThat(frames).extracting(frame -> frame.items().size()).containsExactly(1, 1, 1);
    }

    @Test
    void items_areNoMoreThanAFrameMayHold() {
        for (int i = 0; i <= Wire.ITEMS_MAX; i++) {
            add(new Wire.Hello(1, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), true));
        }

        peer.flush(Replicas.node(0), 7, Integer.MAX_VALUE);

        assertThat(frames).extracting(frame -> frame.items().size()).containsExactly(Wire.ITEMS_MAX, 1);
    }

    private void add(Wire.Item item) {
        peer.add(new OutboundMessage(peer, item, WireSize.of(item)));
    }

    private void flush() {
        peer.flush(Replicas.node(0), 7, FRAME_BYTES);
    }

    private static Wire.Get get(int bytes) {
        return new Wire.Get(1, Replicas.KEY, Replicas.caller(), Value.of("x".repeat(bytes)));
    }
}
