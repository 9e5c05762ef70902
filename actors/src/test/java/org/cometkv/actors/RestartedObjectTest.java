package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;
import static org.cometkv.actors.FakeCluster.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bug that strikes one event of an object, and what others of its events and requests lose by it: nothing. */
class RestartedObjectTest {

    /** Waits for the answer of a node that a test plays; or runs for many slices and then asks for the time. */
    private static final String SCRIPT = """
            aso.ttl = 3600
            function aso:onGet(caller, request)
              if request == "wait" then
                comet.get()
                return "went on"
              elseif request == "long" then
                for i = 1, 10000 do end
                return comet.systemTime()
              end
              return "short"
            end
            """;

    private final FakeCluster cluster = new FakeCluster(1);
    private final Comet comet = cluster.comet(0);
    private final Contact silent = Replicas.node(5);
    private final TestProbe<GatewayMessage> asked = cluster.kit.createTestProbe(GatewayMessage.class);
    private final TestProbe<Map<IngressCounters.Kind, Long>> handled = probe();

    @SuppressWarnings("unchecked") // A probe of a generic type has no class literal.
    private TestProbe<Map<IngressCounters.Kind, Long>> probe() {
        return (TestProbe<Map<IngressCounters.Kind, Long>>) (TestProbe<?>) cluster.kit.createTestProbe();
    }

    @BeforeEach
    void join() {
        cluster.network.at(silent).bind(asked.ref());
        cluster.members.tell(new Members.Joined(silent.host(), silent.port(), FakeMembers.INCARNATION));
        asked.receiveMessage();
        deliver(new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, true));
        cluster.eventually(() -> assertThat(comet.lookup("any")).hasSize(2));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void whatCameDuringAnEventThatMetABug_isDoneAfterIt() {
        String key = keyOfThisNode();
        await(comet.put(key, Aso.script(SCRIPT).replicas(2), PutOptions.DEFAULT.acks(1)));
        CompletionStage<GetReply> waits = comet.get(key, Value.of("wait"));
        Wire.Get question = question();
        cluster.clock.beforeHandler(() -> {
            // The handler's thread holds the object: what comes now is seen when the event yields the thread.
            deliver(new Wire.Reply(question.id(), new ReplicaReply.Absent()));
            cluster.doors(0).gateway().tell(new Gateway.Report(handled.ref()));
            handled.receiveMessage();
            cluster.clock.breakHandlers(1);
        });

        CompletionStage<GetReply> meetsABug = comet.get(key, Value.of("long"));

        assertThat(await(meetsABug)).isInstanceOf(GetReply.Failed.class);
        assertThat(value(await(waits))).isEqualTo(Value.of("went on"));
        assertThat(cluster.hosting(0).waiting().count()).isZero();
        assertThat(value(await(comet.get(key, Value.of("short"))))).isEqualTo(Value.of("short"));
    }

    @Test
    void objectWhoseEndMeetsABug_endsAllTheSame() {
        String key = keyOfThisNode();
        await(comet.put(key, Aso.script(SCRIPT).replicas(2), PutOptions.DEFAULT.acks(1)));
        Slot.Active running = (Slot.Active) cluster.directory(0).slot(Key.of(key));
        TestProbe<Object> probe = cluster.kit.createTestProbe();

        // No object that runs is left behind: the ReplicaManager meets its own check.
        cluster.doors(0).replicas().tell(new SupervisorMessage.Ended(running.actor(), 0, Optional.of(running)));

        probe.expectTerminated(Adapter.toTyped(running.actor()));
        assertThat(cluster.directory(0).slot(Key.of(key))).isNull();
    }

    private String keyOfThisNode() {
        for (int i = 0; ; i++) {
            if (comet.lookup("key-" + i).get(0).equals(comet.self())) {
                return "key-" + i;
            }
        }
    }

    private Wire.Get question() {
        while (true) {
            for (Wire.Item item : ((Wire.Frame) asked.receiveMessage()).items()) {
                // Before it came the put, to the second owner.
                if (item instanceof Wire.Get question) {
                    return question;
                }
            }
        }
    }

    private void deliver(Wire.Item item) {
        cluster.network.deliver(
                new Wire.Frame(silent, 0, List.of(item), 0), comet.self().address());
    }
}
