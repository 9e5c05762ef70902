package org.cometkv.examples;

import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.aso.Value;

/** A node embedded in an application: the README shows this file. */
public final class EmbeddedExample {

    private EmbeddedExample() {}

    public static void main(String[] args) {
        try (CometNode node = CometNode.start()) {
            Comet comet = node.comet();
            comet.put("greeting", Aso.script("""
                    aso.readers = 0
                    function aso:onGet(caller, request)
                      self.readers = self.readers + 1
                      return "Hello " .. request .. ", you are reader " .. self.readers
                    end
                    """)).toCompletableFuture().join().orElseThrow();
            Value answer = comet.get("greeting", Value.of("Ada"))
                    .toCompletableFuture()
                    .join()
                    .orElseThrow();
            System.out.println(answer.asText());
        }
    }
}
