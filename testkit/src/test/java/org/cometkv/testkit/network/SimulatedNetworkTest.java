package org.cometkv.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.trace.Sent;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.WorkCost;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldGuards;
import org.cometkv.testkit.world.WorldSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedNetworkTest {

    private static final Contact FROM = new Contact(NodeId.of("a"), "a", 1);
    private static final Contact TO = new Contact(NodeId.of("b"), "b", 2);

    private final World world =
            new World(7, World.Order.FIFO, new WorkCost(0), new WorldGuards(1_000_000, Duration.ofMinutes(1)));
    private final Trace trace = new Trace(world::nanos, 10_000);
    private final SimulatedNetwork network = new SimulatedNetwork(world, trace, true, FrameRule.AS_IT_IS);
    private final ActorSystem<Void> system = WorldSystem.create(world, ConfigFactory.empty());
    private final Network sender = network.attach(FROM, 0, world.domain("a"));
    private final List<Long> received = new ArrayList<>();
    private Domain receiver;

    @BeforeEach
    void attach() {
        receiver = listen("b");
    }

    @AfterEach
    void end() {
        WorldSystem.terminate(world, system);
    }

    @Test
    void frames_keepTheirOrder_whateverTheyTake() {
        network.rule(
                FROM.address(),
                TO.address(),
                rule -> rule.withDelay(DelayRule.between(Duration.ZERO, Duration.ofSeconds(5))));
        send(100);

        world.advance(Duration.ofSeconds(5));

        assertThat(received).hasSize(100).isSorted();
        assertThat(network.underWay()).isZero();
    }

    @Test
    void cutLink_losesWhatIsSent_andWhatIsUnderWay() {
        send(1);
        network.rule(FROM.address(), TO.address(), rule -> rule.withCut(true));
        send(1);

        world.advance(Duration.ofSeconds(1));

        assertThat(received).isEmpty();
        assertThat(fates(Sent.LOST)).isEqualTo(2);
    }

    @Test
    void loss_isAPartOfTheFrames() {
        network.rule(FROM.address(), TO.address(), rule -> rule.withLoss(0.25));
        send(1_000);

        world.advance(Duration.ofSeconds(1));

        assertThat(received).hasSizeBetween(700, 800);
        assertThat(fates(Sent.LOST)).isEqualTo(1_000 - received.size());
    }

    @Test
    void doubledFrames_comeTwice() {
        network.rule(FROM.address(), TO.address(), rule -> rule.withDuplicates(1));
        send(3);

        world.advance(Duration.ofSeconds(1));

        assertThat(received).containsExactly(0L, 0L, 1L, 1L, 2L, 2L);
    }

    @Test
    void queueToAStalledPeer_holdsSoMany_andDropsTheRest() {
        world.pause(receiver);
        send(SimulatedLink.QUEUE_MAX + 5);
        world.advance(Duration.ofSeconds(1));
        assertThat(received).isEmpty();

        world.resume(receiver);
        network.resumed(TO.address());
        world.advance(Duration.ofSeconds(1));

        assertThat(received).hasSize(SimulatedLink.QUEUE_MAX).isSorted();
        assertThat(fates(Sent.DROPPED)).isEqualTo(5);
    }

    @Test
    void framesToAnEarlierLife_areNotForTheNext() {
        send(1);
        listen("b.2");
        send(1);

        world.advance(Duration.ofSeconds(1));

        assertThat(received).hasSize(1);
    }

    @Test
    void impossibleRules_areRefused() {
        assertThatThrownBy(() -> LinkRule.DEFAULT.withLoss(1.5)).hasMessage("loss is a probability of 0 to 1, not 1.5");
        assertThatThrownBy(() -> DelayRule.between(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("a delay is from 0 up, not from PT2S to PT1S");
    }

    private Domain listen(String life) {
        Domain domain = world.domain(life);
        Network seam = network.attach(TO, 1, domain);
        seam.bind(system.systemActorOf(
                Behaviors.<GatewayMessage>receiveMessage(frame -> {
                    received.add(((Wire.Frame) frame).clock());
                    return Behaviors.same();
                }),
                life,
                Props.empty()));
        world.advance(Duration.ZERO);
        return domain;
    }

    private void send(int frames) {
        Network.Link link = sender.link("b", 2);
        for (int i = 0; i < frames; i++) {
            Wire.Hello hello = new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.empty(), false);
            link.send(new Wire.Frame(FROM, i, List.of(hello), 1));
        }
    }

    private long fates(long fate) {
        String word = fate == Sent.LOST ? " lost to b:2" : " dropped to b:2";
        return trace.timeline().stream().filter(line -> line.contains(word)).count();
    }
}
