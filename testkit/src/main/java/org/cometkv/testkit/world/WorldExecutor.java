package org.cometkv.testkit.world;

import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/** The executor of every dispatcher of a simulated actor system: it queues tasks in the system's {@link World}. */
public final class WorldExecutor extends ExecutorServiceConfigurator {

    private final World world;

    /** The form of constructor that Pekko looks for. */
    public WorldExecutor(Config dispatcher, DispatcherPrerequisites prerequisites) {
        super(dispatcher, prerequisites);
        this.world = ((WorldScheduler) prerequisites.scheduler()).world();
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory factory) {
        return () -> new Queueing(world);
    }

    /** Pekko puts executors of idle dispatchers away and makes new ones: shutting one down means nothing here. */
    private static final class Queueing extends AbstractExecutorService {

        private final World world;
        private boolean isShutdown;

        Queueing(World world) {
            this.world = world;
        }

        @Override
        public void execute(Runnable task) {
            world.execute(task);
        }

        @Override
        public void shutdown() {
            isShutdown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            isShutdown = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return isShutdown;
        }

        @Override
        public boolean isTerminated() {
            return isShutdown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return isShutdown;
        }
    }
}
