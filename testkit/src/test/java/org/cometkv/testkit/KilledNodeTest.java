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
import org.cometkv.actors.Aso;
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

    @Test
    void everythingIsStillReadAfterANodeIsKilled() throws Exception {
        Map<String, Object> settings = Map.of("pekko.cluster.failure-detector.acceptable-heartbeat-pause", "2s");
        try (CometNode first = RealNode.startWith(settings);
                CometNode second =
                        RealNode.startWith(settings, first.comet().self().address())) {
            Process third = launch(first.comet().self().address());
            try {
                eventually(() -> assertThat(second.comet().lookup("any")).hasSize(3));
                eventually(() -> assertThat(first.comet().lookup("any")).hasSize(3));
                for (int i = 0; i < OBJECTS; i++) {
                    Aso object =
                            Aso.script("function onGet() return self.name end").with("name", "object " + i);
                    assertThat(await(first.comet().put("object-" + i, object, PutOptions.DEFAULT.acks(3))))
                            .isInstanceOf(PutReply.Stored.class);
                }
            } finally {
                // Until it is gone it may answer.
                third.destroyForcibly().waitFor();
            }

            for (int i = 0; i < OBJECTS; i++) {
                for (CometNode node : List.of(first, second)) {
                    GetReply reply = await(node.comet().get("object-" + i));
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

    /** Starts a node in a JVM of its own and waits until it says that it is up. */
    private static Process launch(String seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RealNode.class.getName(),
                seed));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("up ")) {
                return process;
            }
        }
        throw new AssertionError("the node ended before it was up");
    }
}
