package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometNode;
import org.junit.jupiter.api.Test;

class GreeterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void anActorThatAsksTheStore_isAnswered() throws Exception {
        try (CometNode node = CometNode.start()) {
            ActorRef<Greeter.Command> greeter = node.system().systemActorOf(Greeter.create(), "greeter", Props.empty());
            assertThat(ask(node, greeter)).startsWith("NotFound");

            node.comet()
                    .put("greeting", Aso.script("function aso:onGet(caller, request) return 'Hello ' .. request end"))
                    .toCompletableFuture()
                    .join()
                    .orElseThrow();

            assertThat(ask(node, greeter)).isEqualTo("Hello Ada");
        }
    }

    @Test
    void theReadmeShowsItsQuestion() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/cometkv/examples/Greeter.java"));
        String body =
                source.substring(source.indexOf("        getContext()\n"), source.indexOf("        return this;"));

        assertThat(Files.readString(Path.of("../README.md")))
                .contains(body.stripTrailing().stripIndent());
    }

    private static String ask(CometNode node, ActorRef<Greeter.Command> greeter) throws Exception {
        return AskPattern.<Greeter.Command, String>ask(
                        greeter,
                        replyTo -> new Greeter.Greet("Ada", replyTo),
                        PATIENCE,
                        node.system().scheduler())
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
