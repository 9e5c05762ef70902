package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.routing.Contact;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class ReadOrderTest {

    @Test
    void forRead_isClosestFirst() {
        RoutingView view = RoutingView.of(Replicas.nodes(5), Set.of());

        assertThat(ReadOrder.forRead(view, Replicas.KEY)).isEqualTo(view.neighbors(Replicas.KEY));
    }

    @Test
    void forRead_suspectsComeLast_inTheirOrder() {
        List<Contact> closest = RoutingView.of(Replicas.nodes(5), Set.of()).neighbors(Replicas.KEY);
        RoutingView view = RoutingView.of(
                Replicas.nodes(5), Set.of(closest.get(0).id(), closest.get(2).id()));

        assertThat(ReadOrder.forRead(view, Replicas.KEY))
                .containsExactly(closest.get(1), closest.get(3), closest.get(4), closest.get(0), closest.get(2));
    }

    @Test
    void forRead_ofNobody_isEmpty() {
        assertThat(ReadOrder.forRead(RoutingView.empty(), Replicas.KEY)).isEmpty();
    }
}
