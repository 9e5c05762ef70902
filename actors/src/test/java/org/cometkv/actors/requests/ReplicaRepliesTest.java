package org.cometkv.actors.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import org.cometkv.actors.wire.ReplicaReply;
import org.junit.jupiter.api.Test;

class ReplicaRepliesTest {

    private final ReplicaReplies tally = new ReplicaReplies(nodes(4));

    @Test
    void silentNodes_areNotPendingButUnanswered() {
        tally.reply(node(0), Replicas.STORED);
        tally.silent(node(1));

        assertThat(tally.pending()).isEqualTo(2);
        assertThat(tally.unanswered()).isEqualTo(3);
        tally.reply(node(1), Replicas.STORED);
        assertThat(tally.pending()).isEqualTo(2);
        assertThat(tally.unanswered()).isEqualTo(2);
    }

    @Test
    void first_isInTheOrderOfTheNodes() {
        tally.reply(node(2), Replicas.REFUSED);
        tally.reply(node(1), Replicas.BEHIND);

        assertThat(tally.first(ReplicaReply.Refused.class)).isEqualTo(Replicas.BEHIND);
        assertThatThrownBy(() -> tally.first(ReplicaReply.Failed.class)).hasMessageContaining("Failed");
    }
}
