package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Distance;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitBuilder;

/**
 * Kits for the tests of whole nodes, whose application is called "tester". {@code -Dcomet.test.seed=N} runs them with
 * another seed.
 */
public final class Kits {

    private static final long SEED = Long.getLong("comet.test.seed", 1);

    private Kits() {}

    /** A kit of so many nodes. */
    public static CometTestKit of(int nodes) {
        return of(nodes, "");
    }

    /** @param overrides settings in HOCON */
    public static CometTestKit of(int nodes, String overrides) {
        return builder(nodes, overrides).build();
    }

    /** @param overrides settings in HOCON */
    public static KitBuilder builder(int nodes, String overrides) {
        return CometTestKit.builder()
                .seed(SEED)
                .nodes(nodes)
                .config("comet.writer = tester")
                .config(overrides);
    }

    /** The value that a reader was told by an object that answered. */
    public static Value value(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }

    /** The failure of a call that is broken, once it is. */
    public static CometException broken(CometTestKit kit, CompletionStage<?> stage) {
        try {
            throw new AssertionError("not broken: " + kit.await(stage));
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(CometException.class);
            return (CometException) e.getCause();
        }
    }

    /** A key of which this node is the first owner, also when these others have joined. */
    public static String keyOwnedBy(CometTestKit kit, int node, Contact... others) {
        Contact owner = kit.node(node).contact();
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "key-" + i)
                .filter(key -> kit.node(node)
                        .comet()
                        .lookup(key)
                        .toCompletableFuture()
                        .join()
                        .get(0)
                        .equals(owner))
                .filter(key -> Arrays.stream(others).noneMatch(other -> isCloser(other, owner, Key.of(key))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isCloser(Contact one, Contact other, Key key) {
        return Distance.closestTo(key).compare(one, other) < 0;
    }
}
