package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;

import java.time.Duration;
import java.util.Random;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class ReassemblyTest {

    private static final int BODY_MAX = 1_000;

    private final Reassembly assemblies =
            new Reassembly(new PeerSettings.Bodies(BODY_MAX, 2, 2_500, Duration.ofMillis(100)));

    @Test
    void partsInOrder_becomeTheWhole_andLeaveNothing() {
        byte[] message = new byte[BODY_MAX];
        new Random(1).nextBytes(message);
        for (int offset = 0; offset < 900; offset += 300) {
            assertThat(take(node(1), 7, message, offset, 300)).isEqualTo(Reassembly.Step.WAIT);
        }

        Reassembly.Step last = take(node(1), 7, message, 900, 100);

        assertThat(last.whole()).hasValue(message);
        assertThat(assemblies.isEmpty()).isTrue();
        assertThat(assemblies.openBytes()).isZero();
    }

    @Test
    void aMessageAtItsLimit_begins_andOneByteMoreIsRefused() {
        assertThat(first(1, 7, BODY_MAX).broken()).isEmpty();

        assertThat(first(1, 8, BODY_MAX + 1).broken())
                .hasValueSatisfying(broken -> assertThat(broken.why())
                        .isEqualTo(Refusal.of(
                                Refusal.Reason.INVALID, "the message has 1001 bytes; the limit is 1000 bytes")));
        assertThat(first(1, 9, 0).broken()).isPresent();
        assertThat(first(1, 10, -1).broken()).isPresent();
        assertThat(assemblies.openBytes()).isEqualTo(BODY_MAX);
    }

    @Test
    void messagesOfOnePeerAtTheirLimit_begin_andOneMoreIsRefused() {
        assertThat(first(1, 1, 100).broken()).isEmpty();
        assertThat(first(1, 2, 100).broken()).isEmpty();

        assertThat(first(1, 3, 100).broken())
                .hasValueSatisfying(broken -> assertThat(broken.why().reason()).isEqualTo(Refusal.Reason.BUSY));
        assertThat(first(2, 3, 100).broken()).isEmpty();
    }

    @Test
    void messagesOfAllStrangersAtTheLimitOfOnePeer_begin_andOneMoreIsRefused() {
        for (int stranger = 1; stranger <= 2; stranger++) {
            assertThat(ofStranger(stranger).broken()).isEmpty();
        }

        assertThat(ofStranger(3).broken())
                .hasValueSatisfying(broken -> assertThat(broken.why().reason()).isEqualTo(Refusal.Reason.BUSY));
        assertThat(first(3, 1, 100).broken()).isEmpty();
        assemblies.forget(node(1));
        assertThat(ofStranger(4).broken()).isEmpty();
    }

    @Test
    void bytesOfAllAtTheirLimit_areTaken_andOneMoreIsRefused() {
        assertThat(first(1, 1, 1_000).broken()).isEmpty();
        assertThat(first(2, 1, 1_000).broken()).isEmpty();
        assertThat(first(3, 1, 501).broken()).isPresent();
        assertThat(first(3, 1, 500).broken()).isEmpty();
    }

    @Test
    void aPartThatIsMissing_endsTheMessage_once() {
        byte[] message = new byte[900];
        take(node(1), 7, message, 0, 300);

        assertThat(take(node(1), 7, message, 600, 300).broken()).hasValueSatisfying(broken -> {
            assertThat(broken.id()).isEqualTo(new Reassembly.Id(node(1), false, 7));
            assertThat(broken.why().retryAfterMillis()).isPresent();
        });
        assertThat(take(node(1), 7, message, 300, 300).isStray()).isTrue();
        assertThat(assemblies.openBytes()).isZero();
    }

    @Test
    void aPartThatDoesNotFit_endsTheMessage() {
        for (Wire.Part wrong : new Wire.Part[] {
            part(7, 200, 100, new byte[101]),
            part(7, 200, 100, new byte[0]),
            part(7, 201, 100, new byte[10]),
            part(7, 200, -100, new byte[10])
        }) {
            assemblies.take(node(1), true, part(7, 200, 0, new byte[100]), 0);
            assertThat(assemblies.take(node(1), true, wrong, 0).broken()).isPresent();
            assertThat(assemblies.isEmpty()).isTrue();
        }
    }

    @Test
    void aMessageThatBeginsAgain_replacesTheFirst() {
        byte[] message = new byte[200];
        message[150] = 9;
        take(node(1), 7, new byte[200], 0, 100);
        take(node(1), 7, message, 0, 100);

        assertThat(take(node(1), 7, message, 100, 100).whole()).hasValue(message);
        assertThat(assemblies.openBytes()).isZero();
    }

    @Test
    void requestsAndReplies_doNotMeet() {
        assemblies.take(node(1), true, new Wire.Part(false, 7, 20, 0, Value.Bytes.wrap(new byte[10])), 0);

        assertThat(assemblies
                        .take(node(1), true, new Wire.Part(true, 7, 20, 10, Value.Bytes.wrap(new byte[10])), 0)
                        .isStray())
                .isTrue();
    }

    @Test
    void atItsTime_aMessageIsGivenUp() {
        first(1, 7, 100);

        assertThat(assemblies.overdue(99, 10)).isEmpty();
        assertThat(assemblies.overdue(100, 10))
                .extracting(broken -> broken.id().id())
                .containsExactly(7L);
        assertThat(assemblies.isEmpty()).isTrue();
        assertThat(assemblies.openBytes()).isZero();
    }

    @Test
    void aPeerThatIsGone_freesWhatItBegan() {
        first(1, 7, 100);
        first(1, 8, 100);
        first(2, 7, 100);

        assemblies.forget(node(1));

        assertThat(assemblies.openBytes()).isEqualTo(100);
        assertThat(first(1, 9, 100).broken()).isEmpty();
    }

    @Test
    void aMessageThatIsDropped_leavesNothing_andItsLaterPartsAreStrays() {
        byte[] message = new byte[900];
        take(node(1), 7, message, 0, 300);

        assertThat(assemblies.drop(node(1), part(7, 900, 300, new byte[300]))).isTrue();
        assertThat(assemblies.isEmpty()).isTrue();
        assertThat(assemblies.openBytes()).isZero();
        assertThat(assemblies.drop(node(1), part(7, 900, 300, new byte[300]))).isFalse();
        assertThat(take(node(1), 7, message, 600, 300).isStray()).isTrue();
        assertThat(assemblies.drop(node(1), part(7, 900, 0, new byte[300]))).isTrue();
    }

    private Reassembly.Step first(int peer, long id, int total) {
        return assemblies.take(node(peer), true, part(id, total, 0, new byte[10]), 0);
    }

    private Reassembly.Step ofStranger(int stranger) {
        return assemblies.take(node(stranger), false, part(7, 100, 0, new byte[10]), 0);
    }

    private Reassembly.Step take(org.cometkv.routing.Contact from, long id, byte[] message, int offset, int length) {
        byte[] bytes = java.util.Arrays.copyOfRange(message, offset, offset + length);
        return assemblies.take(from, true, part(id, message.length, offset, bytes), 0);
    }

    private static Wire.Part part(long id, int total, int offset, byte[] bytes) {
        return new Wire.Part(false, id, total, offset, Value.Bytes.wrap(bytes));
    }
}
