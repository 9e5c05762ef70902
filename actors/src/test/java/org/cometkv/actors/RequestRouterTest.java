package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class RequestRouterTest {

    @Test
    void requestBeforeTheManagersAreThere_isRefusedAsNotReady() {
        try (FakeCluster cluster = new FakeCluster(1)) {
            RequestRouter router = new RequestRouter(
                    cluster.node(0), cluster.directory(0), cluster.hosting(0).authorizer());
            List<ReplicaReply> replies = new ArrayList<>();

            router.serve(new Wire.FindNode(1, Key.of("k")), replies::add, 0);
            router.serve(new Wire.Get(2, Key.of("k"), Replicas.caller(), Value.NIL), replies::add, 0);
            router.greeted(Replicas.node(1), new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, false));

            assertThat(replies)
                    .hasSize(2)
                    .allSatisfy(reply -> assertThat(
                                    ((ReplicaReply.Refused) reply).refusal().reason())
                            .isEqualTo(Refusal.Reason.NOT_READY));
        }
    }
}
