package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.Await.await;
import static org.cometkv.testkit.Await.eventually;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.routing.Contact;
import org.cometkv.routing.MembershipChange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node leaves in good order when its Pekko application ends, and when it is closed: first it announces that. */
@Tag("remoting")
class LeavingApplicationTest {

    @Test
    void applicationThatTerminatesItsSystem_announcesItsLeaveBeforeItIsGone() throws Exception {
        try (CometNode other = RealNode.start()) {
            List<MembershipChange> heard = new CopyOnWriteArrayList<>();
            other.comet().watch(heard::add);
            ActorSystem<Void> system = application(other.comet().self().address());
            Comet comet = await(Comet.get(system).ready());
            assertThat(await(comet.lookup("any"))).hasSize(2);
            eventually(() -> assertThat(await(other.comet().lookup("any"))).hasSize(2));

            system.terminate();
            await(system.getWhenTerminated());

            assertLeft(heard, comet.self());
        }
    }

    @Test
    void nodeThatIsClosedWithATimeout_announcesItsLeaveBeforeItIsGone() {
        try (CometNode other = RealNode.start()) {
            List<MembershipChange> heard = new CopyOnWriteArrayList<>();
            other.comet().watch(heard::add);
            CometNode leaver = RealNode.start(other.comet().self().address());
            eventually(() -> assertThat(await(other.comet().lookup("any"))).hasSize(2));

            leaver.close(Duration.ofSeconds(20));

            assertLeft(heard, leaver.comet().self());
        }
    }

    private static void assertLeft(List<MembershipChange> heard, Contact leaver) {
        eventually(() -> assertThat(
                        heard.stream().filter(change -> change.node().equals(leaver)))
                .extracting(MembershipChange::kind)
                .containsExactly(
                        MembershipChange.Kind.JOINED, MembershipChange.Kind.LEAVING, MembershipChange.Kind.GONE));
    }

    /** An application with an actor system of its own, in which Comet is an extension. */
    private static ActorSystem<Void> application(String seed) {
        Config config = ConfigFactory.parseMap(Map.of(
                        "pekko.actor.provider", "cluster",
                        "pekko.remote.artery.canonical.hostname", "127.0.0.1",
                        "pekko.remote.artery.canonical.port", 0,
                        "pekko.cluster.seed-nodes", List.of("pekko://comet@" + seed),
                        // As the other node has it: members agree on who downs whom.
                        "pekko.cluster.downing-provider-class",
                                "org.apache.pekko.cluster.sbr.SplitBrainResolverProvider",
                        "pekko.cluster.jmx.enabled", "off",
                        "pekko.coordinated-shutdown.exit-jvm", "off",
                        "pekko.loglevel", "WARNING"))
                .withFallback(ConfigFactory.load());
        return ActorSystem.create(Behaviors.empty(), "comet", config);
    }
}
