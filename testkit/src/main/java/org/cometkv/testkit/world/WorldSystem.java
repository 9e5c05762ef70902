package org.cometkv.testkit.world;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/** The one actor system of a {@link World}: Pekko's own actors, mailboxes and supervision, without their threads. */
public final class WorldSystem {

    private static final Duration CLOSE = Duration.ofMinutes(1);

    private static final String SETTINGS = """
            pekko {
              # Or a typed system adds its logger, whose start blocks the thread that all of it runs on.
              use-slf4j = off
              loggers = ["org.apache.pekko.event.Logging$StandardOutLogger"]
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              # Pekko Streams' waits for an actor, and the serializers' have tasks that come again for ever.
              library-extensions = []
              scheduler.implementation = "org.cometkv.testkit.world.WorldScheduler"
              jvm-shutdown-hooks = off
              jvm-exit-on-fatal-error = off
              coordinated-shutdown { run-by-jvm-shutdown-hook = off, exit-jvm = off }
              actor {
                provider = local
                default-dispatcher = ${comet-testkit.dispatcher}
                internal-dispatcher = ${comet-testkit.dispatcher}
                default-blocking-io-dispatcher = ${comet-testkit.dispatcher}
              }
            }
            comet {
              handlers-dispatcher = ${comet-testkit.dispatcher}
              gateway-dispatcher = ${comet-testkit.dispatcher}
              managers-dispatcher = ${comet-testkit.dispatcher}
            }
            comet-testkit.dispatcher {
              type = Dispatcher
              executor = "org.cometkv.testkit.world.WorldExecutor"
              # Each message is a choice of the world.
              throughput = 1
            }
            """;

    private WorldSystem() {}

    /** Makes the system; nothing in it has run when this returns. */
    public static ActorSystem<Void> create(World world, Config overrides) {
        long number = WorldRegistry.add(world);
        try {
            Config config = ConfigFactory.parseString(WorldRegistry.KEY + " = " + number)
                    .withFallback(ConfigFactory.parseString(SETTINGS))
                    .withFallback(overrides)
                    .withFallback(ConfigFactory.load())
                    .resolve();
            Function0<ActorSystem<Void>> making = () -> ActorSystem.create(Behaviors.empty(), "world", config);
            return BlockContext.withBlockContext(new Stepping(world), making);
        } finally {
            WorldRegistry.remove(number);
        }
    }

    /** Ends the system: all its actors stop. */
    public static void terminate(World world, ActorSystem<Void> system) {
        system.terminate();
        world.until(
                () -> system.getWhenTerminated().toCompletableFuture().isDone(),
                CLOSE,
                "the actor system has not ended");
    }

    /** Whatever blocks while the system is made waits for an actor: those who are ready run first. */
    private record Stepping(World world) implements BlockContext {

        @Override
        public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
            while (world.step(world.nanos())) {
                // Until nothing is ready.
            }
            return thunk.apply();
        }
    }
}
