package org.cometkv.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private static final int KEEP = 40;

    private final List<Replica> others = IntStream.range(1, 20)
            .mapToObj(i -> new Replica(aso(), "node-" + i, "comet"))
            .toList();
    private final Replica replica = new Replica(aso(), "node-0", "comet");

    @Test
    void eachTickNotesWhoHoldsTheObject_asReplicasComeAndGo() {
        Random random = new Random(42);
        List<Value> truth = new ArrayList<>();
        for (int tick = 0; tick < KEEP; tick++) {
            replica.siblings =
                    others.stream().filter(other -> random.nextBoolean()).toList();
            replica.now += 600_000;
            truth.add(entry(replica.now, replica.siblings));

            replica.tick();
        }

        assertThat(series()).isEqualTo(truth);
    }

    @Test
    void aSeriesOfTwentyReplicasKeepsItsBound_withinAllLimits() {
        replica.siblings = others;
        for (int tick = 0; tick < 3 * KEEP; tick++) {
            replica.now += 600_000;
            replica.tick();
        }

        assertThat(series()).hasSize(KEEP).last().isEqualTo(entry(replica.now, others));
        assertThat(series()).first().isEqualTo(entry(replica.now - (KEEP - 1) * 600_000L, others));
        assertThat(replica.encoded()).hasSizeLessThan(Limits.DEFAULTS.liveBytes());
    }

    @Test
    void aTickThatCannotBePaidIsLeftOut() {
        replica.siblings = others;
        replica.isPaid = false;
        replica.tick();

        assertThat(series()).isEmpty();
    }

    @Test
    void onThreeNodesTheSeriesIsTheTruth() {
        assertThat(ThreeNodes.tell(new Monitoring())).contains("held by");
    }

    private static Aso aso() {
        return Aso.script(new Monitoring().script());
    }

    private List<Value> series() {
        return ((Value.Table) replica.get(Value.NIL)).list();
    }

    private Value entry(long at, List<Replica> siblings) {
        Value[] holders = Stream.concat(Stream.of(replica), siblings.stream())
                .map(holder -> holder.self().id().toString())
                .sorted()
                .map(Value::of)
                .toArray(Value[]::new);
        return Value.table(java.util.Map.of("at", Value.of(at), "holders", Value.list(holders)));
    }
}
