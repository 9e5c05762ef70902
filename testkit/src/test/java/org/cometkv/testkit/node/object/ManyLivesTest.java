package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.Test;

/** Objects that come, are replaced, fail, end themselves and are removed while others ask for them. */
class ManyLivesTest {

    private static final int KEYS = 5;
    private static final int CALLS = 20_000;
    private static final long SEED = 20_101_004;

    private static final String MORTAL = """
            aso.timer = 1
            function aso:onGet(caller, request)
              if request == "die" then comet.deleteSelf() end
              local n = 0
              for i = 1, 3000 do n = n + i end
              return n
            end
            function aso:onTimer() end
            """;

    @Test
    void everyCallIsAnswered_andNoRoomIsLost() {
        try (CometTestKit kit = Kits.of(1, "comet.replication.objects-max = " + KEYS)) {
            Comet comet = kit.node(0).comet();
            Random random = new Random(SEED);
            List<CompletionStage<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(call(comet, "key-" + random.nextInt(KEYS), random.nextInt(10)));
                if (i % 500 == 0) {
                    calls.forEach(call -> kit.await(call));
                    calls.clear();
                }
            }
            calls.forEach(call -> kit.await(call));

            for (int i = 0; i < KEYS; i++) {
                kit.await(comet.remove("key-" + i));
            }
            for (int i = 0; i < KEYS; i++) {
                assertThat(kit.await(comet.put("new-" + i, Aso.script(MORTAL)))).isInstanceOf(PutReply.Stored.class);
            }
            assertThat(kit.await(comet.put("over", "x"))).isInstanceOf(PutReply.Refused.class);
        }
    }

    private static CompletionStage<?> call(Comet comet, String key, int kind) {
        return switch (kind) {
            case 0 -> comet.put(key, Aso.script(MORTAL));
            case 1 -> comet.put(key, Aso.value("plain"));
            case 2 -> comet.put(key, Aso.script("function onPut() return false end"));
            case 3 -> comet.remove(key);
            case 4 -> comet.get(key, Value.of("die"));
            case 5 -> comet.update(key, "new");
            case 6 -> comet.getFromAll(key);
            default -> comet.get(key);
        };
    }
}
