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
    void order_isClosestFirst() {
        RoutingView view = RoutingView.of(Replicas.nodes(5), Set.of());

        assertThat(ReadOrder.of(() -> view, Replicas.KEY, 3).nodes()).isEqualTo(view.neighbors(Replicas.KEY));
    }

    @Test
    void order_suspectsComeLast_inTheirOrder() {
        List<Contact> closest = RoutingView.of(Replicas.nodes(5), Set.of()).neighbors(Replicas.KEY);
        RoutingView view = RoutingView.of(
                Replicas.nodes(5), Set.of(closest.get(0).id(), closest.get(2).id()));

        assertThat(ReadOrder.of(() -> view, Replicas.KEY, 3).nodes())
                .containsExactly(closest.get(1), closest.get(3), closest.get(4), closest.get(0), closest.get(2));
    }

    @Test
    void order_ofNobody_isEmpty() {
        assertThat(ReadOrder.of(() -> RoutingView.empty(), Replicas.KEY, 3).nodes())
                .isEmpty();
    }

    @Test
    void absence_isWhatEveryOwnerThatIsNotSuspectSays_andAMajorityOfAll() {
        List<Contact> closest = RoutingView.of(Replicas.nodes(5), Set.of()).neighbors(Replicas.KEY);
        ReadOrder all = ReadOrder.of(() -> RoutingView.of(Replicas.nodes(5), Set.of()), Replicas.KEY, 3);
        ReadOrder oneSuspect = ReadOrder.of(
                () -> RoutingView.of(Replicas.nodes(5), Set.of(closest.get(1).id())), Replicas.KEY, 3);
        ReadOrder twoSuspect = ReadOrder.of(
                () -> RoutingView.of(
                        Replicas.nodes(5),
                        Set.of(closest.get(1).id(), closest.get(2).id())),
                Replicas.KEY,
                3);

        assertThat(all.isAbsence(List.of(closest.get(0), closest.get(1)))).isFalse();
        assertThat(all.isAbsence(closest.subList(0, 3))).isTrue();
        assertThat(oneSuspect.isAbsence(List.of(closest.get(0), closest.get(2))))
                .isTrue();
        assertThat(twoSuspect.isAbsence(List.of(closest.get(0), closest.get(3), closest.get(4))))
                .isFalse();
        assertThat(twoSuspect.isAbsence(List.of(closest.get(0), closest.get(2))))
                .isTrue();
    }
}
