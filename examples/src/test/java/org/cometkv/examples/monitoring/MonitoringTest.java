package org.cometkv.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Key;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private static final int KEEP = 40;

    private final List<ScriptTester> others =
            IntStream.range(1, 20).mapToObj(i -> replica("node-" + i)).toList();
    private final ScriptTester replica = replica("node-0");

    @Test
    void eachTickNotesWhoHoldsTheObject_asReplicasComeAndGo() {
        Random random = new Random(42);
        List<Value> truth = new ArrayList<>();
        for (int tick = 0; tick < KEEP; tick++) {
            List<ScriptTester> present =
                    others.stream().filter(other -> random.nextBoolean()).toList();
            replica.node().reaches(present);

            tick();

            truth.add(entry(now(), present));
        }

        assertThat(series()).isEqualTo(truth);
    }

    @Test
    void aSeriesOfTwentyReplicasKeepsItsBound_withinAllLimits() {
        replica.node().reaches(others);
        for (int tick = 0; tick < 3 * KEEP; tick++) {
            tick();
        }

        assertThat(series()).hasSize(KEEP).last().isEqualTo(entry(now(), others));
        assertThat(series()).first().isEqualTo(entry(now() - (KEEP - 1) * 600_000L, others));
        assertThat(replica.encoded()).hasSizeLessThan(Limits.DEFAULTS.liveBytes());
    }

    @Test
    void aTickThatCannotBePaidIsLeftOut() {
        replica.node().reaches(others).refuse("the object has sent as much as it may for now");
        tick();

        assertThat(series()).isEmpty();
    }

    @Test
    void onThreeNodesTheSeriesIsTheTruth() {
        assertThat(ThreeNodes.tell(new Monitoring())).contains("held by");
    }

    /** The period elapses. */
    private void tick() {
        replica.advance(replica.nextPeriod().orElseThrow());
    }

    private long now() {
        return replica.now().toEpochMilli();
    }

    private static ScriptTester replica(String node) {
        ScriptTester replica = ScriptTester.of(Aso.script(new Monitoring().script()), Key.of("monitored"), node);
        replica.put();
        return replica;
    }

    private List<Value> series() {
        return replica.get().list();
    }

    private Value entry(long at, List<ScriptTester> siblings) {
        Value[] holders = Stream.concat(Stream.of(replica), siblings.stream())
                .map(holder -> holder.node().contact().id().toString())
                .sorted()
                .map(Value::of)
                .toArray(Value[]::new);
        return Value.table(Map.of("at", Value.of(at), "holders", Value.list(holders)));
    }
}
