package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.requests.Replicas;
import org.junit.jupiter.api.Test;

class ReplicaResultTest {

    private final ReplicaReplies tally = new ReplicaReplies(nodes(4));

    @Test
    void all_hasAWordForEachNode() {
        tally.reply(node(0), Replicas.REMOVED);
        tally.reply(node(1), Replicas.REFUSED);
        tally.reply(node(2), Replicas.ABSENT);

        assertThat(ReplicaResult.all(tally))
                .extracting(ReplicaResult::word)
                .containsExactly(
                        ReplicaResult.Word.REMOVED,
                        ReplicaResult.Word.REFUSED,
                        ReplicaResult.Word.ABSENT,
                        ReplicaResult.Word.SILENT);
        assertThat(ReplicaResult.all(tally).get(1).detail()).isEqualTo("no");
    }
}
