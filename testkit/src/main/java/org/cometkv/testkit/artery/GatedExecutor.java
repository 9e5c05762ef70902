package org.cometkv.testkit.artery;

import com.typesafe.config.Config;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/** The executor of every dispatcher of a real node under test: a pool whose threads stop at the node's {@link Gate}. */
public final class GatedExecutor extends ExecutorServiceConfigurator {

    private static final int THREADS = 4;

    private final Gate gate;

    /** The form of constructor that Pekko looks for. */
    public GatedExecutor(Config dispatcher, DispatcherPrerequisites prerequisites) {
        super(dispatcher, prerequisites);
        this.gate = Gate.of(prerequisites.settings().config().getLong(Gate.KEY));
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory factory) {
        return () ->
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), factory) {
                    @Override
                    protected void beforeExecute(Thread thread, Runnable task) {
                        gate.pass();
                    }

                    @Override
                    protected void afterExecute(Runnable task, Throwable failure) {
                        gate.leave();
                    }
                };
    }
}
