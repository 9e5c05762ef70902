package org.cometkv.testkit.world;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stage of a simulated node: waiting for it on the test's thread steps its {@link World}, and its timeouts are of
 * virtual time. To wait for it elsewhere, or within a step, is an error.
 */
public final class WorldStage<T> extends CompletableFuture<T> {

    private final World world;

    public WorldStage(World world) {
        this.world = world;
    }

    @Override
    public T join() {
        return isDone() ? super.join() : world.await(this);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        if (!isDone()) {
            // How it ended is told below, in the form of this method.
            world.await(handle((value, broken) -> true));
        }
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!isDone()) {
            long until = world.nanos() + unit.toNanos(timeout);
            while (!isDone() && world.step(until)) {
                // Until it is complete, or the time is over.
            }
            if (!isDone()) {
                throw new TimeoutException(world.at("the stage is not complete after " + timeout + " virtual " + unit));
            }
        }
        return super.get();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        DueEntry entry = world.at(
                world.nanos() + unit.toNanos(timeout),
                () -> completeExceptionally(new TimeoutException(
                        world.at("the stage is not complete after " + timeout + " virtual " + unit))));
        whenComplete((value, broken) -> entry.cancel());
        return this;
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        DueEntry entry = world.at(world.nanos() + unit.toNanos(timeout), () -> complete(value));
        whenComplete((done, broken) -> entry.cancel());
        return this;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        WorldStage<U> stage = new WorldStage<>(world);
        world.callbacks().add(stage);
        return stage;
    }

    /** The executor of methods that end in {@code Async}: the world. */
    @Override
    public Executor defaultExecutor() {
        return world::execute;
    }

    /** A stage of this kind, because a plain one would be waited for in real time, which never ends. */
    @Override
    public CompletionStage<T> minimalCompletionStage() {
        return copy();
    }
}
