package org.cometkv.actors;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The run of a script's chunk on the node that takes a put, before anything is sent: an error is told at once, and the
 * policy is known.
 */
final class Rehearsal {

    /** When to try again: a script runs for a few milliseconds at most. */
    private static final long RETRY_MILLIS = 100;

    private final NodeContext node;
    private final AtomicInteger underWay = new AtomicInteger();

    Rehearsal(NodeContext node) {
        this.node = node;
    }

    /** Runs the chunk and tells its policy, or why it failed, on a thread that runs handlers; or refuses to. */
    Optional<Refusal> run(Key key, Aso aso, Consumer<Policy> ready, Consumer<Failure> failed, Promise<?> promise) {
        int max = node.settings().requests().rehearsalsMax();
        if (underWay.incrementAndGet() > max) {
            underWay.decrementAndGet();
            return Optional.of(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "this node runs " + max + " scripts before they are put; the limit is"
                            + " comet.requests.rehearsals-max",
                    RETRY_MILLIS));
        }
        begin(key, aso, ready, failed, promise);
        return Optional.empty();
    }

    private void begin(Key key, Aso aso, Consumer<Policy> ready, Consumer<Failure> failed, Promise<?> promise) {
        execute(promise, () -> {
            Instance instance = node.sandbox()
                    .instance(
                            key,
                            aso.script(),
                            node.credentials()
                                    .limits(
                                            aso.signature(),
                                            node.settings().limits(),
                                            node.seams().clock().wallMillis()),
                            seed(key, node.self().id()));
            follow(
                    instance.create(node.handlers().worker(), new EventHost(node), aso.fields()),
                    instance,
                    ready,
                    failed,
                    promise);
        });
    }

    /** The seed of an object's random numbers and jitter on one node: replicas differ, restarts do not. */
    static long seed(Key key, NodeId node) {
        return key.a() ^ Long.rotateLeft(node.point().a(), 17) ^ Long.rotateLeft(key.b(), 31);
    }

    /** The threads end with the node's system; whoever comes later is told. */
    private void execute(Promise<?> promise, Runnable task) {
        try {
            node.handlers().executor().execute(task);
        } catch (RejectedExecutionException e) {
            underWay.decrementAndGet();
            promise.broken(CometException.Code.CLOSED, "the node is closed");
        }
    }

    private void follow(
            Step step, Instance instance, Consumer<Policy> ready, Consumer<Failure> failed, Promise<?> promise) {
        if (step instanceof Step.Yielded yielded) {
            execute(
                    promise,
                    () -> follow(
                            instance.proceed(node.handlers().worker(), new EventHost(node), yielded, Optional.empty()),
                            instance,
                            ready,
                            failed,
                            promise));
        } else if (step instanceof Step.Ended ended) {
            underWay.decrementAndGet();
            Outcome outcome = ended.outcome();
            if (outcome.isCommitted()) {
                ready.accept(instance.policy());
            } else {
                failed.accept(Failure.of(outcome.result()));
            }
        }
    }
}
