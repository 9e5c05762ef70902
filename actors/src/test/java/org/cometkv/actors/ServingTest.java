package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.Replicas.node;

import org.junit.jupiter.api.Test;

class ServingTest {

    private final Serving serving = new Serving(50);

    @Test
    void overdue_isToldAtItsTime_andOnce() {
        serving.began(node(1), 7, 100);

        assertThat(serving.overdue(149, 10)).isEmpty();
        assertThat(serving.overdue(150, 10)).containsExactly(new Serving.Asked(node(1), 7));
        assertThat(serving.overdue(500, 10)).isEmpty();
        assertThat(serving.isEmpty()).isTrue();
    }

    @Test
    void answered_isNotTold() {
        serving.began(node(1), 7, 100);
        serving.began(node(2), 7, 100);
        serving.ended(node(1), 7);

        assertThat(serving.overdue(200, 10)).containsExactly(new Serving.Asked(node(2), 7));
    }

    @Test
    void overdue_leavesTheRestForTheNextCall() {
        for (int i = 0; i < 5; i++) {
            serving.began(node(1), i, i);
        }

        assertThat(serving.overdue(100, 3)).extracting(Serving.Asked::id).containsExactly(0L, 1L, 2L);
        assertThat(serving.overdue(100, 3)).extracting(Serving.Asked::id).containsExactly(3L, 4L);
    }

    @Test
    void forget_dropsThePeer() {
        serving.began(node(1), 7, 100);
        serving.forget(node(1));

        assertThat(serving.isEmpty()).isTrue();
    }
}
