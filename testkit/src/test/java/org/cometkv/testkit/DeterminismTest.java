package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.cometkv.testkit.world.WorldFailure;
import org.junit.jupiter.api.Test;

/** A run is a function of its seed: in one JVM, in others, beside other runs, on every JDK. */
class DeterminismTest {

    private static final int SEEDS = 20;

    /** The hashes of this build of Comet; {@code -Dcomet.test.hashes=write} writes them where a change is meant. */
    private static final Path COMMITTED = Path.of("src/test/resources/trace-hashes.txt");

    @Test
    void oneSeed_hasOneTrace_andAnotherSeedAnotherOne() {
        List<String> first = hashes(3);

        assertThat(hashes(3)).isEqualTo(first);
        assertThat(new LinkedHashSet<>(first)).hasSize(3);
    }

    @Test
    void anotherProcess_hasTheSameTraces_andSoHadTheJdkThatTheyWereCommittedOn() throws Exception {
        List<String> elsewhere = hashesOfAnotherProcess();
        if ("write".equals(System.getProperty("comet.test.hashes"))) {
            Files.writeString(COMMITTED, String.join("\n", elsewhere) + "\n");
        }

        assertThat(hashes(SEEDS)).isEqualTo(elsewhere);
        assertThat(elsewhere)
                .as("traces have changed; if that is meant, run this test with -Dcomet.test.hashes=write")
                .isEqualTo(Files.readAllLines(COMMITTED));
    }

    @Test
    void worldsOfParallelThreads_doNotMeet() throws Exception {
        List<String> expected = hashes(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<String>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long seed = 1 + i % 3;
                runs.add(threads.submit(() -> FixedScenario.hash(seed)));
            }
            for (int i = 0; i < 6; i++) {
                assertThat(runs.get(i).get()).isEqualTo(expected.get(i % 3));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void lockstep_passesWhatIsAFunctionOfItsSeed() {
        List<Long> hashes = new ArrayList<>();

        Lockstep.run(() -> FixedScenario.builder(4), kit -> {
            FixedScenario.run(kit);
            hashes.add(kit.trace().hash());
        });

        assertThat(hashes).hasSize(2);
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
    }

    @Test
    void lockstep_namesTheFirstLineThatDiffers() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> Lockstep.run(() -> FixedScenario.builder(5), kit -> {
                    kit.put("greeting", "hello");
                    kit.jumpClock(1, Duration.ofMillis(runs.incrementAndGet()));
                    kit.put("greeting", "bye");
                }))
                .isInstanceOf(WorldFailure.class)
                .hasMessageContaining("seed 5")
                .hasMessageContaining("two runs of one seed differ in line ")
                .hasMessageContaining("jumpClock 1 1000000\", then \"")
                .hasMessageContaining("jumpClock 1 2000000\"");
    }

    private static List<String> hashes(int seeds) {
        return LongStream.rangeClosed(1, seeds).mapToObj(FixedScenario::hash).toList();
    }

    private static List<String> hashesOfAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It runs for seconds, which a second compiler does not repay.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FixedScenario.class.getName(),
                        "" + SEEDS)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines()
                .filter(line -> line.matches("\\d+ [0-9a-f]+ \\d+"))
                .toList();
    }
}
