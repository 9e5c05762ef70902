package com.example.starter;

import java.time.Duration;
import org.cometkv.actors.Acks;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.PutOptions;
import org.cometkv.aso.Value;

/** An application with a node of its own: it puts an object, reads it twice and removes it. */
public final class Starter {

    private Starter() {}

    public static void main(String[] args) {
        // Without seed nodes it founds a cluster of its own; application.conf beside this class has the settings.
        try (CometNode node = CometNode.start()) {
            Comet comet = node.comet();

            // Every call gives a CompletionStage. An application thread may wait for it, an actor should not.
            comet.put("greeting", Aso.resource("com/example/starter/greeting.lua"), PutOptions.DEFAULT.acks(Acks.all()))
                    .toCompletableFuture()
                    .join()
                    .orElseThrow();

            GetOptions asAda = GetOptions.DEFAULT.request(Value.of("Ada")).timeout(Duration.ofSeconds(2));
            for (int i = 0; i < 2; i++) {
                Value answer = comet.get("greeting", asAda)
                        .toCompletableFuture()
                        .join()
                        .orElseThrow();
                System.out.println(answer.asText());
            }

            comet.remove("greeting").toCompletableFuture().join().orElseThrow();
        }
    }
}
