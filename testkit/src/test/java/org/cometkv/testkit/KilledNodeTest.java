package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.Await.await;
import static org.cometkv.testkit.Await.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that is killed without goodbye: a JVM of its own, destroyed forcibly. */
@Tag("remoting")
class KilledNodeTest {

    private static final int OBJECTS = 30;

    /** A JVM that starts beside other tests takes its time. */
    private static final long LAUNCH_SECONDS = 60;

    private static final Map<String, Object> SETTINGS = Map.of(
            "pekko.cluster.failure-detector.acceptable-heartbeat-pause", "2s",
            // Nobody leaves in good order while a killed member is not removed: there is nothing to wait for.
            "pekko.coordinated-shutdown.phases.cluster-exiting.timeout", "1s");

    @Test
    void everythingIsStillReadAfterANodeIsKilled() throws Exception {
        try (CometNode first = RealNode.startWith(SETTINGS);
                CometNode second =
                        RealNode.startWith(SETTINGS, first.comet().self().address())) {
            Process third = launch(first.comet().self().address());
            try {
                eventually(() -> assertThat(second.comet()
                                .lookup("any")
                                .toCompletableFuture()
                                .join())
                        .hasSize(3));
                eventually(() -> assertThat(first.comet()
                                .lookup("any")
                                .toCompletableFuture()
                                .join())
                        .hasSize(3));
                putAll(first.comet());
            } finally {
                // Until it is gone it may answer.
                third.destroyForcibly().waitFor();
            }

            List<CompletionStage<GetReply>> onFirst = askAll(first.comet());
            List<CompletionStage<GetReply>> onSecond = askAll(second.comet());
            for (int i = 0; i < OBJECTS; i++) {
                for (GetReply reply : List.of(await(onFirst.get(i)), await(onSecond.get(i)))) {
                    assertThat(reply)
                            .isInstanceOfSatisfying(
                                    GetReply.Found.class,
                                    found -> assertThat(found.answer().replica())
                                            .isIn(
                                                    first.comet().self(),
                                                    second.comet().self()));
                    assertThat(((GetReply.Found) reply).value()).isEqualTo(Value.of("object " + i));
                }
            }
        }
    }

    private static void putAll(Comet comet) {
        List<CompletionStage<PutReply>> puts = new ArrayList<>();
        for (int i = 0; i < OBJECTS; i++) {
            Aso object = Aso.script("function onGet() return self.name end").with("name", "object " + i);
            puts.add(comet.put("object-" + i, object, PutOptions.DEFAULT.acks(3)));
        }
        puts.forEach(put -> assertThat(await(put)).isInstanceOf(PutReply.Stored.class));
    }

    /** Asks for all objects at once: each get whose first owner is gone waits for it, and they wait together. */
    private static List<CompletionStage<GetReply>> askAll(Comet comet) {
        return IntStream.range(0, OBJECTS)
                .mapToObj(i -> comet.get("object-" + i))
                .toList();
    }

    /** Starts a node in a JVM of its own and waits until it says that it is up. */
    private static Process launch(String seed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                // It runs for seconds, which a second compiler does not repay.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RealNode.class.getName(),
                seed));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            CompletableFuture.runAsync(() -> awaitUp(process)).get(LAUNCH_SECONDS, TimeUnit.SECONDS);
            return process;
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("the node was not up within " + LAUNCH_SECONDS + " s", e);
        }
    }

    private static void awaitUp(Process process) {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (out.lines().noneMatch(line -> line.startsWith("up "))) {
            throw new AssertionError("the node ended before it was up");
        }
    }
}
