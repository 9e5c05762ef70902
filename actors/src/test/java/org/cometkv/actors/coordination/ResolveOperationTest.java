package org.cometkv.actors.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.List;
import java.util.Set;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class ResolveOperationTest {

    private static final ReplicaReply RESOLVED = new ReplicaReply.Resolved();

    private RoutingView view = RoutingView.of(nodes(3), Set.of());
    private final ResolveOperation retract = resolve(Wire.Resolution.RETRACTED);

    @Test
    void allAreTold_andItEndsWhenAllHeardIt() {
        assertThat(asked(retract.begin())).containsExactlyElementsOf(nodes(3));

        assertThat(retract.onReply(node(0), RESOLVED)).isInstanceOf(NextStep.Wait.class);
        assertThat(retract.onReply(node(1), RESOLVED)).isInstanceOf(NextStep.Wait.class);
        assertThat(retract.onReply(node(2), RESOLVED)).isInstanceOf(NextStep.End.class);
    }

    @Test
    void whoIsSilentOrBusy_isToldAgainASecondLater_butNotWhoMayStillAnswer() {
        retract.begin();
        retract.onSilent(node(0));
        retract.onReply(node(1), new ReplicaReply.Refused(Refusal.retry(Refusal.Reason.BUSY, "much to do", 5)));

        NextStep<Void> again = retract.onAlarm();

        assertThat(asked(again)).containsExactly(node(0), node(1));
        assertThat(((NextStep.Alarm<Void>) again).millis()).isEqualTo(1_000);
    }

    @Test
    void whoIsGone_isNotToldAnyMore() {
        retract.begin();
        retract.onReply(node(2), RESOLVED);
        retract.onGone(node(1));
        retract.onSilent(node(0));
        view = RoutingView.of(List.of(node(1), node(2)), Set.of());

        assertThat(retract.onAlarm()).isInstanceOf(NextStep.End.class);
    }

    @Test
    void aRetractIsRepeatedForTwoDeadlines_otherWordsTenTimes() {
        assertThat(retract.millis()).isEqualTo(20_000);
        assertThat(resolve(Wire.Resolution.OVERRULED).millis()).isEqualTo(10_000);
        assertThat(retract.onTimeout()).isInstanceOf(NextStep.End.class);
    }

    private static List<Contact> asked(NextStep<Void> step) {
        return ((NextStep.Ask<Void>) ((NextStep.Alarm<Void>) step).then()).replicas();
    }

    private ResolveOperation resolve(Wire.Resolution resolution) {
        Coordination coordination =
                new Coordination(() -> view, () -> Replicas.version(1), () -> 0, 10_000, new ChangeCounts());
        return new ResolveOperation(Replicas.KEY, Replicas.version(1), resolution, nodes(3), coordination);
    }
}
