package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.Replicas.node;
import static org.cometkv.actors.Replicas.nodes;

import org.cometkv.actors.seam.ReplicaReply;
import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally(nodes(4));

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

    @Test
    void said_hasAWordForEachNode() {
        tally.reply(node(0), Replicas.REMOVED);
        tally.reply(node(1), Replicas.REFUSED);
        tally.reply(node(2), Replicas.ABSENT);

        assertThat(Said.all(tally))
                .extracting(Said::word)
                .containsExactly(Said.Word.REMOVED, Said.Word.REFUSED, Said.Word.ABSENT, Said.Word.SILENT);
        assertThat(Said.all(tally).get(1).detail()).isEqualTo("no");
    }
}
