package org.cometkv.actors.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByteQuotaTest {

    private static final Charge ADA = new Charge("ada", 40);
    private static final Charge BOB = new Charge("bob", 40);

    private final ByteQuota quota = new ByteQuota(100, 2, 60);

    @Test
    void whatFitsExactly_passes_andAByteMoreIsRefused() {
        quota.enter(ADA);

        assertThat(quota.refusal(Optional.empty(), BOB.of(60))).isEmpty();
        assertThat(quota.refusal(Optional.empty(), BOB.of(61)))
                .contains("the object has 61 bytes and this node holds 40; the limit is 100 bytes");
        assertThat(quota.refusal(Optional.of(ADA), ADA.of(60))).isEmpty();
    }

    @Test
    void writer_hasNoMoreBytesThanItsOwnLimit_whateverRoomThereIs() {
        quota.enter(ADA);

        assertThat(quota.refusal(Optional.empty(), ADA.of(20))).isEmpty();
        assertThat(quota.refusal(Optional.empty(), ADA.of(21)))
                .contains("this node holds 40 bytes of \"ada\"; the limit of each writer is 60 bytes");
        assertThat(quota.exchange(ADA, ADA.of(61))).isPresent();
        assertThat(quota.exchange(ADA, ADA.of(60))).isEmpty();
        assertThat(quota.exchange(ADA.of(60), ADA)).isEmpty();
        assertThat(quota.refusal(Optional.empty(), ADA.of(20))).isEmpty();
    }

    @Test
    void writer_hasNoMoreObjectsThanItsOwnLimit_andReplacingOneIsNoneMore() {
        quota.enter(ADA.of(1));
        quota.enter(ADA.of(1));

        assertThat(quota.refusal(Optional.empty(), ADA.of(1)))
                .contains("this node holds 2 objects of \"ada\"; the limit of each writer is 2");
        assertThat(quota.refusal(Optional.of(ADA.of(1)), ADA.of(2))).isEmpty();
        assertThat(quota.refusal(Optional.of(BOB), ADA.of(1)))
                .as("it takes another's place")
                .isPresent();
        quota.leave(ADA.of(1));
        assertThat(quota.refusal(Optional.empty(), ADA.of(1))).isEmpty();
    }

    @Test
    void whatAnotherWriterReplaces_countsForThatOne() {
        quota.enter(ADA);
        assertThat(quota.exchange(ADA, BOB)).isEmpty();

        assertThat(quota.refusal(Optional.empty(), ADA.of(60))).isEmpty();
        assertThat(quota.refusal(Optional.empty(), BOB.of(21))).isPresent();
    }

    @Test
    void whatGrowsOverALimit_isTold_andShrinksAgain() {
        quota.enter(ADA);
        quota.grow("ada", 30);
        assertThat(quota.overgrown("ada"))
                .contains("this node holds 70 bytes of \"ada\"; the limit of each writer is 60 bytes");
        assertThat(quota.overgrown("bob")).isEmpty();
        assertThat(quota.isOver()).isFalse();

        quota.grow("ada", 31);
        assertThat(quota.overgrown("bob")).contains("this node holds 101 bytes; the limit is 100 bytes");
        assertThat(quota.isOver()).isTrue();
        quota.grow("ada", -61);
        assertThat(quota.overgrown("ada")).isEmpty();
        assertThat(quota.isOver()).isFalse();
    }
}
