package org.cometkv.testkit;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.RandomStream;
import org.cometkv.testkit.world.World;

/**
 * The threads on which a simulated node compiles scripts and checks signatures. Some of their tasks, drawn from the
 * seed, begin late.
 *
 * @param most delay of a task; zero for none
 */
record LateThreads(World world, Domain domain, RandomStream random, Duration most) implements Executor {

    private static final double LATE = 0.3;

    @Override
    public void execute(Runnable task) {
        if (most.isZero() || !random.happens(LATE)) {
            world.execute(domain, task);
            return;
        }
        long delay = Long.remainderUnsigned(random.next(), most.toNanos());
        world.at(world.nanos() + delay, domain, task);
    }
}
