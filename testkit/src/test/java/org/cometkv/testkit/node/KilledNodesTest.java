package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitBuilder;
import org.junit.jupiter.api.Test;

/** Clients of a cluster whose nodes are killed one after the other, and started again empty. */
class KilledNodesTest {

    private static final int NODES = 5;
    private static final int CLIENTS = 2;
    private static final int KEYS = 100;
    private static final int GETS_PER_SECOND = 50;
    private static final int CHANGES_PER_SECOND = 10;
    private static final int STEP_MILLIS = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final String LAST = """
            function aso:onUpdate(caller, value) self.value = value end
            function aso:onGet() return self.value end
            """;

    /** A get, and what became of it. */
    private record Get(int key, Duration asked, GetReply reply, Duration answered) {
        Duration took() {
            return answered.minus(asked);
        }
    }

    private final List<Get> gets = new ArrayList<>();
    private final List<PutReply> changes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void everyGetIsAnswered_whileNodesAreKilled_asSoonAsTheirDeathIsKnown() {
        try (CometTestKit kit = start()) {
            load(kit, Duration.ofSeconds(2));
            for (int node = 0; node < 2; node++) {
                kit.crash(node);
                load(kit, Duration.ofSeconds(5));
                kit.restart(node);
                load(kit, Duration.ofSeconds(8));
            }
            kit.advance(DEADLINE);
        }
        assertThat(gets).hasSize(28 * GETS_PER_SECOND).allSatisfy(get -> {
            assertThat(get.reply()).isInstanceOf(GetReply.Found.class);
            assertThat(get.took()).isLessThan(Duration.ofSeconds(1));
        });
        assertThat(changes).hasSize(28 * CHANGES_PER_SECOND).hasOnlyElementsOfType(PutReply.Stored.class);
    }

    private static CometTestKit start() {
        KitBuilder builder = Kits.builder(NODES + CLIENTS, "");
        for (int client = NODES; client < NODES + CLIENTS; client++) {
            builder.config(client, "comet.node.hosts-objects = off");
        }
        CometTestKit kit = builder.build();
        kit.await(IntStream.range(0, KEYS)
                .mapToObj(key -> kit.node(0).comet().put("key-" + key, object(key), PutOptions.DEFAULT))
                .toArray(CompletionStage[]::new));
        return kit;
    }

    private void load(CometTestKit kit, Duration length) {
        int steps = (int) (length.toMillis() / STEP_MILLIS);
        int stepsASecond = 1_000 / STEP_MILLIS;
        for (int step = 0; step < steps; step++) {
            Comet comet = kit.node(NODES + step % CLIENTS).comet();
            if (step % (stepsASecond / GETS_PER_SECOND) == 0) {
                get(kit, comet);
            }
            if (step % (stepsASecond / CHANGES_PER_SECOND) == 0) {
                change(comet);
            }
            kit.advance(Duration.ofMillis(STEP_MILLIS));
        }
    }

    private void get(CometTestKit kit, Comet comet) {
        int key = random.nextInt(KEYS);
        Duration asked = kit.now();
        comet.get("key-" + key).whenComplete((reply, broken) -> gets.add(new Get(key, asked, reply, kit.now())));
    }

    private void change(Comet comet) {
        int key = random.nextInt(KEYS);
        CompletionStage<PutReply> change = isObject(key)
                ? comet.update("key-" + key, "again")
                : comet.put("key-" + key, object(key), PutOptions.DEFAULT);
        change.whenComplete((reply, broken) -> changes.add(reply));
    }

    private static boolean isObject(int key) {
        return key % 2 == 1;
    }

    private static Aso object(int key) {
        return isObject(key) ? Aso.script(LAST).with("value", "first") : Aso.value("first");
    }
}
