package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.cometkv.actors.settings.CometSettings;
import org.junit.jupiter.api.Test;

class RepairRateTest {

    private final CometSettings settings =
            CometSettings.of(ConfigFactory.parseString("""
            comet.peers.egress-bytes-per-second = 100000
            comet.replication { repairs-per-second = 1000, repair-share = 0.25, leave-share = 0.75 }
            """).withFallback(ConfigFactory.load()));

    private boolean isLeaving;
    private final RepairRate rate = new RepairRate(settings, () -> isLeaving, 0);

    @Test
    void keys_areAsManyASecondAsTheSettingSays() {
        assertThat(spend(10_000, 0)).isEqualTo(10_000);
    }

    @Test
    void bytes_areTheShareOfWhatTheNodeSends() {
        assertThat(spend(10_000, 1_000)).isBetween(250L, 252L);
    }

    @Test
    void nodeThatLeaves_hasTheLargerShare() {
        isLeaving = true;

        assertThat(spend(10_000, 1_000)).isBetween(750L, 752L);
    }

    @Test
    void whatWasNotUsed_isSavedForAMomentOnly() {
        spend(1, 0);

        rate.isOpen(3_600_000);
        long atOnce = 0;
        while (rate.isOpen(3_600_000)) {
            rate.payKey();
            atOnce++;
        }

        assertThat(atOnce).isEqualTo(50);
    }

    @Test
    void heldUpRate_isClosedForThatLong() {
        rate.holdUp(1_000, 100);

        assertThat(rate.isOpen(1_099)).isFalse();
        assertThat(rate.isOpen(1_100)).isTrue();
    }

    /** Keys that went within so many milliseconds, each of so many bytes. */
    private long spend(long millis, int bytesEach) {
        long keys = 0;
        for (long now = 1; now <= millis; now++) {
            while (rate.isOpen(now)) {
                rate.payKey();
                rate.payBytes(bytesEach);
                keys++;
            }
        }
        return keys;
    }
}
