package org.cometkv.node.bench;

import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.CometNode;

/** A text that goes to an actor in another JVM and back, with nothing of Comet between: Artery's own round trip. */
final class ArteryEcho {

    private static final String NAME = "bench-echo";
    private static final String PATH_BEGINS = "pekko://";

    private ArteryEcho() {}

    /** Starts the actor that sends every text back to whoever told it its path last. */
    static void start(CometNode node) {
        ActorSystem<?> system = node.system();
        system.systemActorOf(echoing(ActorRefResolver.get(system), system.ignoreRef()), NAME, Props.empty());
    }

    private static Behavior<String> echoing(ActorRefResolver resolver, ActorRef<String> asker) {
        return Behaviors.receiveMessage(text -> {
            if (text.startsWith(PATH_BEGINS)) {
                return echoing(resolver, resolver.resolveActorRef(text));
            }
            asker.tell(text);
            return Behaviors.same();
        });
    }

    /** The median of round trips one after the other, in microseconds. */
    static double medianMicros(CometNode node, String peer, long warmUpNanos, long nanos) {
        ActorSystem<?> system = node.system();
        CompletableFuture<Double> median = new CompletableFuture<>();
        ActorRefResolver resolver = ActorRefResolver.get(system);
        ActorRef<String> echo = resolver.resolveActorRef(PATH_BEGINS + system.name() + "@" + peer + "/system/" + NAME);
        Behavior<String> asking = Behaviors.setup(context -> {
            echo.tell(resolver.toSerializationFormat(context.getSelf()));
            return new Asker(echo, median, System.nanoTime() + warmUpNanos, nanos).asking();
        });
        system.systemActorOf(asking, NAME + "-asker", Props.empty());
        return median.join();
    }

    private static final class Asker {

        private final ActorRef<String> echo;
        private final CompletableFuture<Double> median;
        private final long from;
        private final long nanos;
        private final Histogram trips = new Histogram(3);
        private long asked;

        Asker(ActorRef<String> echo, CompletableFuture<Double> median, long from, long nanos) {
            this.echo = echo;
            this.median = median;
            this.from = from;
            this.nanos = nanos;
        }

        Behavior<String> asking() {
            ask();
            return Behaviors.receiveMessage(text -> {
                long now = System.nanoTime();
                if (now - from > 0) {
                    trips.recordValue(now - asked);
                }
                if (now - from > nanos) {
                    median.complete(trips.getValueAtPercentile(50) / 1e3);
                    return Behaviors.stopped();
                }
                ask();
                return Behaviors.same();
            });
        }

        private void ask() {
            asked = System.nanoTime();
            echo.tell("echo");
        }
    }
}
