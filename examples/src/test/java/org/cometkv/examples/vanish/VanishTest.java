package org.cometkv.examples.vanish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.observed.ObservedReplica;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class VanishTest {

    private static final Value SECRET = Value.of("secret");
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    /** A tick, up to 10 % late the first time, and the waits of its probe at nodes that are gone. */
    private static final Duration ONE_INTERVAL =
            INTERVAL.multipliedBy(11).dividedBy(10).plusSeconds(11);

    /** The acceptance of the talk's application, on fewer nodes than its hundred. */
    @Test
    void sevenOfTwentyNeighborsHoldIt_asManyAreMadeAnewWhereFewerThanFiveAreLeft_andNewcomersGetNone() {
        try (CometTestKit kit = CometTestKit.builder().seed(7).nodes(40).build()) {
            put(kit);
            Set<String> chosen = holders(kit);
            assertThat(chosen).hasSize(7);
            kit.advance(ONE_INTERVAL);
            assertThat(holders(kit)).isEqualTo(chosen);

            crash(kit, chosen, 1);
            kit.advance(ONE_INTERVAL);
            assertThat(holders(kit)).as("six are enough").hasSize(6).isSubsetOf(chosen);

            crash(kit, holders(kit), 2);
            assertThat(holders(kit)).hasSize(4);
            kit.advance(ONE_INTERVAL);
            Set<String> anew = holders(kit);
            assertThat(anew).as("seven again").hasSize(7);

            IntStream.range(0, 10).forEach(i -> kit.join());
            kit.advance(INTERVAL);
            Set<String> left = holders(kit);
            assertThat(left).as("no more than it wants").hasSizeLessThanOrEqualTo(9);
            assertThat(kit.await(kit.node(firstUp(kit)).comet().getFromAll("secret")))
                    .isNotEmpty()
                    .allSatisfy(reply ->
                            assertThat(((GetReply.Found) reply).value()).isEqualTo(SECRET));
        }
    }

    @Test
    void twoThatNoticeTheLossAtOnce_chooseTheSameNodes() {
        List<ScriptTester> replicas = List.of(replica("node-1"), replica("node-2"));

        for (ScriptTester replica : replicas) {
            replica.node()
                    .neighbors(IntStream.range(3, 20).mapToObj(i -> "node-" + i).toArray(String[]::new));
            replica.fire();
        }

        assertThat(replicas.get(0).effects())
                .isNotEmpty()
                .isEqualTo(replicas.get(1).effects());
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Vanish())).contains("it is on");
    }

    private static ScriptTester replica(String node) {
        ScriptTester replica = ScriptTester.of(
                Aso.script(new Vanish().script()).with("value", SECRET).with("salt", "drawn"), Key.of("secret"), node);
        replica.put();
        return replica;
    }

    private static void put(CometTestKit kit) {
        Aso secret = Aso.script(new Vanish().script())
                .with("value", SECRET)
                .with("salt", "drawn")
                .with("timer", INTERVAL.toSeconds());
        assertThat(kit.await(kit.node(0).comet().put("secret", secret, PutOptions.DEFAULT.acks(1))))
                .isInstanceOf(PutReply.Stored.class);
        kit.awaitQuiet();
    }

    private static Set<String> holders(CometTestKit kit) {
        return kit.object("secret").replicas().stream()
                .map(ObservedReplica::node)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ends some of these nodes; the first that were named. */
    private static void crash(CometTestKit kit, Set<String> holders, int count) {
        holders.stream()
                .limit(count)
                .forEach(name -> kit.crash(Integer.parseInt(name.substring(name.indexOf('-') + 1))));
    }

    private static int firstUp(CometTestKit kit) {
        return kit.nodes().stream()
                .filter(node -> node.isUp())
                .findFirst()
                .orElseThrow()
                .number();
    }
}
