package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.testkit.world.RandomStream;

/** A scenario with a little of everything, whose trace is a function of its seed; a program that prints hashes. */
final class FixedScenario {

    private static final int OBJECTS = 8;

    private static final String WANDERER = """
            aso.n = 0
            aso.timer = 1
            function onGet(caller, asked)
              if asked == "away" then return comet.get(asked) end
              return aso.n
            end
            function aso:onUpdate(caller, value) self.n = self.n + value return self end
            function onTimer()
              aso.n = aso.n + math.random(1000) + math.random()
              if aso.n > 20000 then comet.deleteSelf() end
            end
            """;

    private static final String ENDLESS = "function onGet() while true do end end";

    private FixedScenario() {}

    /** The hash of the trace of this seed, with the number of its lines. */
    static String hash(long seed) {
        try (CometTestKit kit = builder(seed).build()) {
            run(kit);
            return seed + " " + Long.toHexString(kit.trace().hash()) + " "
                    + kit.trace().lines();
        }
    }

    static KitBuilder builder(long seed) {
        return CometTestKit.builder().seed(seed).nodes(5);
    }

    static void run(CometTestKit kit) {
        RandomStream random = new RandomStream(kit.seed()).fork("scenario");
        for (int i = 0; i < OBJECTS; i++) {
            kit.put("wanderer-" + i, Aso.script(WANDERER));
        }
        kit.put("endless", Aso.script(ENDLESS));
        kit.put("away", Aso.script("function onGet() return 7 end"));
        kit.duplicate(0.05);
        kit.drop(0.01);
        traffic(kit, random, 40);
        kit.advance(Duration.ofSeconds(5));
        kit.pause(1);
        traffic(kit, random, 20);
        kit.advance(Duration.ofSeconds(2));
        kit.resume(1);
        kit.partition(new int[] {0, 1, 2});
        traffic(kit, random, 20);
        kit.advance(Duration.ofSeconds(8));
        kit.heal();
        kit.advance(Duration.ofSeconds(8));
        traffic(kit, random, 20);
        kit.crash(4);
        traffic(kit, random, 20);
        kit.advance(Duration.ofSeconds(30));
        kit.restart(4);
        traffic(kit, random, 20);
        kit.advance(Duration.ofSeconds(12));
    }

    private static void traffic(CometTestKit kit, RandomStream random, int requests) {
        List<CompletionStage<?>> stages = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            KitNode node = kit.node(random.below(4));
            if (node.isPaused()) {
                node = kit.node(0);
            }
            String key = "wanderer-" + random.below(OBJECTS);
            switch (random.below(6)) {
                case 0 -> stages.add(node.comet().update(key, Value.of(random.below(100))));
                case 1 -> stages.add(node.comet().get(key));
                case 2 -> stages.add(node.comet().get(key, Value.of("away")));
                case 3 -> stages.add(node.comet().get("endless"));
                case 4 -> stages.add(node.comet().put("passive-" + random.below(20), "text"));
                default -> stages.add(node.comet().remove("passive-" + random.below(20)));
            }
            kit.advance(Duration.ofNanos(random.below(300_000)));
        }
        if (random.below(2) == 0) {
            kit.await(stages.toArray(CompletionStage<?>[]::new));
        }
    }

    /** Prints the hashes of the seeds 1 to the number given. */
    public static void main(String[] args) {
        LongStream.rangeClosed(1, Long.parseLong(args[0]))
                .mapToObj(FixedScenario::hash)
                .forEach(System.out::println);
    }
}
