package org.cometkv.actors;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.ReadyFlag;
import org.cometkv.actors.seam.Clock;

/** The wait of one node's applications, and of their requests, until the node is ready. Thread-safe. */
final class Readiness {

    /** Whoever waits until the node is ready, is closed or it takes too long; then it is told exactly one of these. */
    private abstract static class Waiting<R> extends CompletableFuture<R> {

        abstract void proceed();

        abstract void late();

        void broken(CometException.Code code, String why) {
            completeExceptionally(new CometException(code, why));
        }
    }

    /** A request that begins once the node is ready. */
    private final class Held<R> extends Waiting<R> {
        private final Duration time;
        private final long beganNanos = node.clock().nanos();
        private final Function<Duration, CompletionStage<R>> request;

        Held(Duration time, Function<Duration, CompletionStage<R>> request) {
            this.time = time;
            this.request = request;
        }

        @Override
        void proceed() {
            Duration left = time.minusNanos(node.clock().nanos() - beganNanos);
            if (left.compareTo(CallTimeout.MIN) < 0) {
                late();
                return;
            }
            request.apply(left).whenComplete((reply, broken) -> {
                if (broken == null) {
                    complete(reply);
                } else {
                    completeExceptionally(broken);
                }
            });
        }

        @Override
        void late() {
            broken(CometException.Code.TIMEOUT, "the node is not ready, nothing was sent: " + flag.lack());
        }

        @Override
        void broken(CometException.Code code, String why) {
            counts.broken.increment();
            super.broken(code, why);
        }
    }

    /** An application that waits for the node to be ready. */
    private final class Application<R> extends Waiting<R> {
        private final R whenReady;

        Application(R whenReady) {
            this.whenReady = whenReady;
        }

        @Override
        void proceed() {
            if (flag.fault().isEmpty()) {
                complete(whenReady);
            } else {
                broken(CometException.Code.START, flag.fault());
            }
        }

        @Override
        void late() {
            long millis = node.settings().members().joinTimeout().toMillis();
            broken(CometException.Code.TIMEOUT, "the node was not ready within " + millis + " ms: " + flag.lack());
        }
    }

    private final NodeContext node;
    private final ReadyFlag flag;
    private final RequestCounts counts;
    private final Set<Waiting<?>> waiting = new LinkedHashSet<>();

    Readiness(NodeContext node, RequestCounts counts) {
        this.node = node;
        this.flag = node.ready();
        this.counts = counts;
        flag.whenRaised(() -> waiting().forEach(this::proceed));
        node.closing().whenClosed(() -> waiting().forEach(this::close));
    }

    /**
     * Completes with this once the node is ready; broken if it is not after {@code comet.members.join-timeout}, is
     * closed before, or does not take part as its settings ask for.
     */
    <R> CompletionStage<R> await(R whenReady) {
        return await(new Application<>(whenReady), node.settings().members().joinTimeout());
    }

    /**
     * Begins a request once the node is ready, with what is left of its time then. Of these at most
     * {@code comet.requests.operations-max} wait.
     *
     * @param timeout of the whole request, if it is not {@code comet.requests.timeout}
     */
    <R> CompletionStage<R> hold(Optional<Duration> timeout, Function<Duration, CompletionStage<R>> request) {
        Held<R> one = new Held<>(timeout.orElse(node.settings().requests().timeout()), request);
        int max = node.settings().requests().operationsMax();
        if (count() < max) {
            return await(one, one.time);
        }
        one.broken(
                CometException.Code.TIMEOUT,
                "the node is not ready, and " + max
                        + " requests wait for it; the limit is comet.requests.operations-max");
        return one;
    }

    private <R> CompletionStage<R> await(Waiting<R> one, Duration time) {
        if (node.closing().isClosed()) {
            one.broken(CometException.Code.CLOSED, node.closing().reason());
            return one;
        }
        synchronized (waiting) {
            waiting.add(one);
        }
        Clock.ScheduledTask deadline = node.clock().after(time, () -> {
            if (forget(one)) {
                one.late();
            }
        });
        one.whenComplete((reply, broken) -> deadline.cancel());
        // Whatever was so before it waited has told nobody of it.
        if (flag.isRaised()) {
            proceed(one);
        }
        if (node.closing().isClosed()) {
            close(one);
        }
        return one;
    }

    private void proceed(Waiting<?> one) {
        if (forget(one)) {
            one.proceed();
        }
    }

    private void close(Waiting<?> one) {
        if (forget(one)) {
            one.broken(CometException.Code.CLOSED, node.closing().reason());
        }
    }

    private int count() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private List<Waiting<?>> waiting() {
        synchronized (waiting) {
            return List.copyOf(waiting);
        }
    }

    /** Whether it waited until now: whoever finds it so ends it. */
    private boolean forget(Waiting<?> one) {
        synchronized (waiting) {
            return waiting.remove(one);
        }
    }
}
