package org.cometkv.actors.dispatch;

import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;
import org.apache.pekko.dispatch.Mailbox;
import org.apache.pekko.dispatch.MonitorableThreadFactory;
import org.cometkv.actors.pekko.PekkoClock;
import org.cometkv.actors.settings.ConfigSection;

/** The maker of the {@link HandlerPool} of a dispatcher, as its section {@code handler-threads} says. */
final class HandlerPoolConfigurator extends ExecutorServiceConfigurator {

    private final int threads;
    private final double slowedShare;

    /**
     * The form of constructor that Pekko looks for; it need not be public.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    HandlerPoolConfigurator(Config dispatcher, DispatcherPrerequisites prerequisites) {
        super(dispatcher, prerequisites);
        ConfigSection settings = new ConfigSection(dispatcher.getConfig("handler-threads"), "handler-threads");
        int min = settings.number("min", 1, 1_024);
        int max = settings.number("max", min, 1_024);
        double byProcessors = settings.fraction("per-processor", 0.01, 64)
                * Runtime.getRuntime().availableProcessors();
        this.threads = (int) Math.max(min, Math.min(max, Math.ceil(byProcessors)));
        this.slowedShare = settings.fraction("slowed-share", 0.001, 1);
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory factory) {
        ThreadFactory named =
                factory instanceof MonitorableThreadFactory pekko ? pekko.withName(pekko.name() + "-" + id) : factory;
        return () -> new HandlerPool(
                threads,
                named,
                HandlerPoolConfigurator::turnOf,
                new CpuShare(slowedShare, threads),
                PekkoClock::monotonicNanos);
    }

    /** Pekko submits the mailbox of an actor that has something to do. */
    private static HandlerPool.Turn turnOf(Runnable task) {
        return task instanceof Mailbox mailbox && mailbox.messageQueue() instanceof RateMailbox.RequestQueue queue
                ? queue.turn()
                : HandlerPool.Turn.ORDINARY;
    }
}
