package org.cometkv.testkit.artery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.ClusterKit;
import org.cometkv.testkit.junit.CometTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One test with all verbs that both kits have, in virtual time and over Artery. */
class EitherNetworkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @CometTest(seeds = 3, config = "comet.requests.answer-min = 2s")
    void verbs_inVirtualTime(ClusterKit kit) {
        useAll(kit);
    }

    @Tag("remoting")
    @Test
    void verbs_overArtery() {
        try (ArteryKit kit = ArteryKit.start(3, "comet.requests.answer-min = 2s")) {
            useAll(kit);
        }
    }

    private static void useAll(ClusterKit kit) {
        assertThat(kit.put("counter", Aso.script("""
                        aso.n = 0
                        function onGet() return aso.n end
                        function aso:onUpdate(caller, value) self.n = self.n + value return self end
                        """))).isInstanceOf(PutReply.Stored.class);
        kit.update("counter", Value.of(2));
        assertThat(value(kit.get("counter"))).isEqualTo(Value.of(2));

        TestProbe<String> probe = kit.probe(String.class);
        ActorRef<String> actor = kit.node(1)
                .spawn(
                        Behaviors.receiveMessage(text -> {
                            probe.ref().tell(text);
                            return Behaviors.same();
                        }),
                        "echo");
        actor.tell("one");
        probe.expectMessage("one");

        kit.pause(1);
        actor.tell("two");
        probe.expectNoMessage(Duration.ofMillis(300));
        kit.resume(1);
        probe.expectMessage(PATIENCE, "two");

        int fourth = kit.join().number();
        kit.eventually(PATIENCE, () -> assertThat(owners(kit, 0)).hasSize(4));
        kit.leave(fourth);
        kit.eventually(PATIENCE, () -> assertThat(owners(kit, 0)).hasSize(3));

        kit.crash(2);
        assertThat(kit.node(2).isUp()).isFalse();
        kit.eventually(PATIENCE, () -> assertThat(owners(kit, 0)).hasSize(2));
        assertThat(value(kit.get("counter"))).isEqualTo(Value.of(2));
        kit.restart(2);
        kit.eventually(PATIENCE, () -> assertThat(owners(kit, 2)).hasSize(3));
    }

    private static Value value(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }

    private static List<Contact> owners(ClusterKit kit, int node) {
        return kit.node(node).comet().lookup("any").toCompletableFuture().join();
    }
}
