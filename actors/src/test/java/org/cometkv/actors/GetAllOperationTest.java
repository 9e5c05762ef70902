package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.List;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class GetAllOperationTest {

    private final GetAllOperation all = new GetAllOperation(Replicas.KEY, Replicas.caller(), Value.NIL, nodes(3));

    @Test
    void begin_asksAllAtOnce_andWaitsForTheSlow() {
        assertThat(all.begin()).isEqualTo(new NextStep.Ask<>(nodes(3)));
        assertThat(all.isPatient()).isTrue();
    }

    @Test
    void begin_withoutAnyNode_isUnreachable() {
        NextStep<List<GetReply>> next =
                new GetAllOperation(Replicas.KEY, Replicas.caller(), Value.NIL, List.of()).begin();

        assertThat(((NextStep.Broken<List<GetReply>>) next).reason()).isEqualTo(NoReply.NOBODY_KNOWN);
    }

    @Test
    void answers_areThoseOfTheHolders_closestFirst() {
        all.begin();
        assertThat(all.onReply(node(2), Replicas.answered("c"))).isInstanceOf(NextStep.Wait.class);
        assertThat(all.onReply(node(1), Replicas.ABSENT)).isInstanceOf(NextStep.Wait.class);

        List<GetReply> replies = done(all.onReply(node(0), Replicas.REFUSED));

        assertThat(replies).hasSize(2);
        assertThat(replies.get(0)).isInstanceOf(GetReply.Refused.class);
        assertThat(((GetReply.Found) replies.get(1)).answer().replica()).isEqualTo(node(2));
    }

    @Test
    void nobodyHoldsIt_isAnEmptyList() {
        all.begin();
        all.onReply(node(0), Replicas.ABSENT);
        all.onReply(node(1), Replicas.ABSENT);

        assertThat(done(all.onReply(node(2), Replicas.NOT_READY))).isEmpty();
    }

    @Test
    void silentNodes_areLeftOut() {
        all.begin();
        all.onReply(node(0), Replicas.answered("a"));
        assertThat(all.onSilent(node(1))).isInstanceOf(NextStep.Wait.class);

        assertThat(done(all.onSilent(node(2)))).hasSize(1);
    }

    @Test
    void allSilent_isATimeout() {
        all.begin();

        assertThat(((NextStep.Broken<List<GetReply>>) all.onTimeout()).message())
                .isEqualTo("none of the 3 nodes asked answered in time");
    }

    private static List<GetReply> done(NextStep<List<GetReply>> next) {
        return ((NextStep.Done<List<GetReply>>) next).reply();
    }
}
