package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.objects.Placard;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Gateways;
import org.cometkv.testkit.node.HandlerBugs;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.ReplicaManagers;
import org.cometkv.testkit.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bug that strikes one event of an object, and what others of its events and requests lose by it: nothing. */
class RestartedObjectTest {

    /** Waits for the answer of a peer that the test plays; or runs for three slices and then asks for the time. */
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

    /** Which actor is next is no matter of the seed: the Gateway has to be it between two slices of an event. */
    private final CometTestKit kit = Kits.builder(1, "").order(World.Order.FIFO).build();

    private final Comet comet = kit.node(0).comet();
    private final PlayedPeer silent = kit.peer(Replicas.node(5));
    private final HandlerBugs bugs = new HandlerBugs(kit);
    private final List<Map<IngressCounters.Kind, Long>> reports = new ArrayList<>();

    @BeforeEach
    void join() {
        silent.holdNothing();
        silent.join();
        assertThat(silent.next()).isInstanceOf(Wire.Hello.class);
        deliver(silent.hello(true, true));
        kit.awaitQuiet();
        assertThat(comet.lookup("any").toCompletableFuture().join()).hasSize(2);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void whatCameDuringAnEventThatMetABug_isDoneAfterIt() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(comet.put(key, Aso.script(SCRIPT).replicas(2), PutOptions.DEFAULT.acks(1)));
        CompletionStage<GetReply> waits = comet.get(key, Value.of("wait"));
        Wire.Get question = question();
        ActorRef<Map<IngressCounters.Kind, Long>> reader = kit.node(0)
                .spawn(
                        Behaviors.receiveMessage(report -> {
                            reports.add(report);
                            return Behaviors.same();
                        }),
                        "reader");
        bugs.within(() -> {
            // An event holds the object from here on: what comes now is seen when the event yields its thread.
            deliver(new Wire.Reply(question.id(), new ReplicaReply.Absent()));
            Gateways.tell(kit, 0, new Gateway.Report(reader));
            bugs.within(() -> {
                assertThat(reports)
                        .as("reports of a Gateway that had the answer before")
                        .hasSize(1);
                throw new IllegalStateException("a bug, injected");
            });
        });

        CompletionStage<GetReply> meetsABug = comet.get(key, Value.of("long"));

        assertThat(kit.await(meetsABug)).isInstanceOf(GetReply.Failed.class);
        assertThat(reports).hasSize(1);
        assertThat(Kits.value(kit.await(waits))).isEqualTo(Value.of("went on"));
        assertThat(comet.stat().waitingEvents()).isZero();
        assertThat(Kits.value(kit.await(comet.get(key, Value.of("short"))))).isEqualTo(Value.of("short"));
    }

    @Test
    void objectWhoseEndMeetsABug_endsAllTheSame() {
        String key = Kits.keyOwnedBy(kit, 0);
        kit.await(comet.put(key, Aso.script(SCRIPT).replicas(2), PutOptions.DEFAULT.acks(1)));
        org.apache.pekko.actor.ActorRef running = ReplicaManagers.objectOf(kit, 0);
        assertThat(comet.stat().keys()).isOne();

        // No object that runs is left behind: the ReplicaManager meets its own check.
        ReplicaManagers.of(kit, 0)
                .tell(new SupervisorMessage.Ended(
                        running, 0, Optional.of(new Slot.Active(running, new Placard(any -> {}), Optional.empty()))));

        kit.probe().expectTerminated(Adapter.toTyped(running));
        assertThat(comet.stat().keys()).isZero();
    }

    private Wire.Get question() {
        while (true) {
            // Before it came the put, to the second owner.
            if (silent.next() instanceof Wire.Get question) {
                return question;
            }
        }
    }

    private void deliver(Wire.Item item) {
        silent.send(kit.node(0).contact(), item);
    }
}
