package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final int FRAME_BYTES = 10_000;

    private final List<Wire.Frame> frames = new ArrayList<>();
    private final Peer peer = new Peer(Replicas.node(1), frames::add, new RoundTrip(100, 3_000));

    @Test
    void add_isDueForAFlushTheFirstTimeOnly_andAgainAfterIt() {
        assertThat(peer.add(get(10))).isTrue();
        assertThat(peer.add(get(10))).isFalse();
        flush();

        assertThat(peer.add(get(10))).isTrue();
    }

    @Test
    void flush_keepsTheOrder_andTheBoundOfAFrame() {
        List<Wire.Item> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(get(1_000 + i));
            peer.add(items.get(i));
        }

        flush();

        assertThat(frames).hasSizeGreaterThan(4).allSatisfy(frame -> {
            assertThat(frame.items().stream().mapToInt(WireSize::of).sum()).isLessThanOrEqualTo(FRAME_BYTES);
            assertThat(frame.from()).isEqualTo(Replicas.node(0));
            assertThat(frame.clock()).isEqualTo(7);
        });
        assertThat(frames.stream().flatMap(frame -> frame.items().stream())).containsExactlyElementsOf(items);
    }

    @Test
    void itemLargerThanAFrame_travelsAlone() {
        peer.add(get(10));
        peer.add(get(3 * FRAME_BYTES));
        peer.add(get(10));

        flush();

        assertThat(frames).extracting(frame -> frame.items().size()).containsExactly(1, 1, 1);
    }

    @Test
    void items_areNoMoreThanAFrameMayHold() {
        for (int i = 0; i <= WireCodecs.ITEMS_MAX; i++) {
            peer.add(new Wire.Hello(1, true, true));
        }

        peer.flush(Replicas.node(0), 7, Integer.MAX_VALUE);

        assertThat(frames).extracting(frame -> frame.items().size()).containsExactly(WireCodecs.ITEMS_MAX, 1);
    }

    @Test
    void itemAtTheLimitPasses_oneByteMoreIsRefused_andTheOthersAreSent() {
        int overhead = WireSize.of(get(200_000)) - 200_000;
        peer.add(get(Peer.ITEM_BYTES_MAX - overhead));

        assertThatThrownBy(() -> peer.add(get(Peer.ITEM_BYTES_MAX - overhead + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it has 245761 bytes; the limit of a message is 245760 bytes");

        flush();
        assertThat(frames).hasSize(1);
    }

    @Test
    void itemThatCannotBeEncoded_isRefused_andTheOthersAreSent() {
        peer.add(get(10));

        assertThatThrownBy(() -> peer.add(new Wire.Get(1, Replicas.KEY, Replicas.caller(), WireSamples.nested(33))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deeper than 32 tables");

        flush();
        assertThat(frames).extracting(frame -> frame.items().size()).containsExactly(1);
    }

    private void flush() {
        peer.flush(Replicas.node(0), 7, FRAME_BYTES);
    }

    private static Wire.Get get(int bytes) {
        return new Wire.Get(1, Replicas.KEY, Replicas.caller(), Value.of("x".repeat(bytes)));
    }
}
