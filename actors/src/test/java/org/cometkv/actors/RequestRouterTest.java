package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class RequestRouterTest {

    @Test
    void requestBeforeTheManagersAreThere_isRefusedAsNotReady() {
        NodeContext node = QuietNode.of(Replicas.node(0));
        HostingContext hosting = HostingContext.of(node, new Sandbox(1 << 20, 42), Runnable::run);
        RequestRouter router = new RequestRouter(node, new Directory(node.published()), hosting.authorizer());
        List<ReplicaReply> replies = new ArrayList<>();

        router.serve(new Wire.FindNode(1, Key.of("k")), replies::add, 0);
        router.serve(new Wire.Get(2, Key.of("k"), Replicas.caller(), Value.NIL), replies::add, 0);
        router.greeted(Replicas.node(1), new Wire.Hello(Wire.PROTOCOL, 1, true, false));

        assertThat(replies)
                .hasSize(2)
                .allSatisfy(reply -> assertThat(
                                ((ReplicaReply.Refused) reply).refusal().reason())
                        .isEqualTo(Refusal.Reason.NOT_READY));
    }
}
