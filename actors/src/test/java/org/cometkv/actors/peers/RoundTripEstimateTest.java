package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundTripEstimateTest {

    private final RoundTripEstimate roundTrip = new RoundTripEstimate(100, 3_000);

    @Test
    void timeout_isTheUpperBoundBeforeAnyAnswer() {
        assertThat(roundTrip.timeoutMillis()).isEqualTo(3_000);
    }

    @Test
    void timeout_ofAFastPeerIsTheLowerBound() {
        for (int i = 0; i < 20; i++) {
            roundTrip.observe(2);
        }

        assertThat(roundTrip.timeoutMillis()).isEqualTo(100);
    }

    @Test
    void timeout_followsASlowPeerAndItsSpread() {
        roundTrip.observe(200);
        assertThat(roundTrip.timeoutMillis()).isEqualTo(600);

        for (int i = 0; i < 50; i++) {
            roundTrip.observe(200);
        }
        assertThat(roundTrip.timeoutMillis()).isBetween(200L, 210L);
    }

    @Test
    void timeout_neverPassesTheUpperBound() {
        roundTrip.observe(60_000);

        assertThat(roundTrip.timeoutMillis()).isEqualTo(3_000);
    }
}
