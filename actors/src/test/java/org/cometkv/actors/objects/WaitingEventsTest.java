package org.cometkv.actors.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingEventsTest {

    private static final int EVENT = WaitingEvents.EVENT_BYTES;

    @Test
    void number_atTheBoundPasses_oneOverDoesNot() {
        WaitingEvents waiting = new WaitingEvents(2, 1L << 30);
        waiting.began(0, Optional.empty());
        assertThat(waiting.hasRoom()).isTrue();

        WaitingEvents.Wait second = waiting.began(0, Optional.empty());
        assertThat(waiting.hasRoom()).isFalse();

        second.ended();
        assertThat(waiting.hasRoom()).isTrue();
    }

    @Test
    void bytes_atTheBoundPass_oneOverDoesNot() {
        WaitingEvents waiting = new WaitingEvents(100, 3 * EVENT);
        waiting.began(EVENT, Optional.empty());
        assertThat(waiting.hasRoom()).isTrue();
        WaitingEvents.Wait second = waiting.began(0, Optional.empty());
        assertThat(waiting.bytes()).isEqualTo(3 * EVENT);
        assertThat(waiting.hasRoom()).isFalse();

        second.ended();
        waiting.began(1, Optional.empty()).ended();
        assertThat(waiting.bytes()).isEqualTo(2 * EVENT);
    }

    @Test
    void answers_atTheBoundAreTaken_oneByteOverIsNot() {
        WaitingEvents waiting = new WaitingEvents(100, EVENT + 100);
        WaitingEvents.Wait wait = waiting.began(0, Optional.empty());

        assertThat(wait.take(101)).isFalse();
        assertThat(wait.take(100)).isTrue();
        assertThat(wait.take(1)).isFalse();

        wait.ended();
        assertThat(waiting.bytes()).isZero();
    }

    @Test
    void whoeverEnded_takesNothing_andEndsOnce() {
        WaitingEvents waiting = new WaitingEvents(100, 1L << 30);
        WaitingEvents.Wait wait = waiting.began(10, Optional.empty());
        waiting.began(0, Optional.empty());

        wait.ended();
        wait.ended();

        assertThat(wait.take(1)).isFalse();
        assertThat(waiting.count()).isOne();
        assertThat(waiting.bytes()).isEqualTo(EVENT);
    }
}
