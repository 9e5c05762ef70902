package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.requests.Replicas.node;
import static org.cometkv.actors.requests.Replicas.nodes;

import java.util.List;
import java.util.Map;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;

class NearestGetOperationTest {

    private final Map<Contact, Long> roundTrips = new java.util.HashMap<>();
    private final NearestGetOperation get =
            new NearestGetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, new ReadOrder(nodes(5), nodes(3), 5));

    @Test
    void nearestOwner_isAskedForItsOwnReplica() {
        roundTrips.putAll(Map.of(node(0), 9L, node(2), 3L, node(4), 1L));

        assertThat(begin()).isEqualTo(new NextStep.Ask<>(List.of(node(2))));
        assertThat(((Wire.Get) get.request(1)).read()).isEqualTo(Wire.Read.OWN);
        assertThat(get.onReply(node(2), Replicas.answered("x"))).isInstanceOf(NextStep.Done.class);
    }

    @Test
    void whereNoWayIsKnown_theFirstOwnerIsAsked() {
        assertThat(begin()).isEqualTo(new NextStep.Ask<>(List.of(node(0))));
    }

    @Test
    void suspect_isNotNear() {
        NearestGetOperation suspect = new NearestGetOperation(
                Replicas.KEY,
                Replicas.caller(),
                Value.NIL,
                new ReadOrder(List.of(node(1), node(2), node(0)), nodes(3), 2));
        suspect.measure(node -> node.equals(node(0)) ? 0 : 5);

        assertThat(suspect.begin()).isEqualTo(new NextStep.Ask<>(List.of(node(1))));
    }

    @Test
    void nearestThatHoldsNothing_isNoReply_theFirstOwnerIsAskedThen() {
        roundTrips.put(node(1), 1L);
        begin();

        NextStep<GetReply> next = get.onReply(node(1), Replicas.ABSENT);

        assertThat(((NextStep.Become<GetReply>) next).other().begin()).isEqualTo(new NextStep.Ask<>(List.of(node(0))));
        assertThat(get.onSilent(node(1))).isInstanceOf(NextStep.Become.class);
    }

    private NextStep<GetReply> begin() {
        get.measure(node -> roundTrips.getOrDefault(node, -1L));
        return get.begin();
    }
}
