package org.cometkv.actors;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.CompileLane;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.objects.LoadingHost;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;

/**
 * The run of a script's chunk on the node that takes a put, before anything is sent: an error is told at once, and the
 * policy is known.
 */
final class DryRun {

    /** The receiver of the end of a dry run; told once, on a thread that runs handlers. */
    interface Listener {

        void passed(Policy policy);

        void failed(Failure failure);

        /** The threads that run handlers have ended. */
        void closed();
    }

    /** When to try again: a script runs for a few milliseconds at most. */
    private static final long RETRY_MILLIS = 100;

    private final HostingContext hosting;
    private final NodeContext node;
    private final AtomicInteger underWay = new AtomicInteger();

    DryRun(HostingContext hosting) {
        this.hosting = hosting;
        this.node = hosting.node();
    }

    /** Runs the chunk and tells how it ended; or refuses to. */
    Optional<Refusal> run(Key key, Aso aso, Listener listener) {
        int max = node.settings().requests().rehearsalsMax();
        if (underWay.incrementAndGet() > max) {
            underWay.decrementAndGet();
            return Optional.of(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "this node runs " + max + " scripts before they are put; the limit is"
                            + " comet.requests.rehearsals-max",
                    RETRY_MILLIS));
        }
        new Run(key, aso, listener).begin();
        return Optional.empty();
    }

    /** One put's script, run slice by slice. */
    private final class Run implements Runnable {

        private final Key key;
        private final Aso aso;
        private final Listener listener;
        private Instance instance;
        private Step.Yielded yielded;

        Run(Key key, Aso aso, Listener listener) {
            this.key = key;
            this.aso = aso;
            this.listener = listener;
        }

        /** Compiles the script first, where that holds up nobody. */
        void begin() {
            CompileLane lane = hosting.handlers().compileLane();
            if (lane.isReady(aso.script(), node.limits(), this::execute)) {
                execute();
            }
        }

        /** The threads end with the node's system; whoever comes later is told. */
        void execute() {
            try {
                hosting.handlers().executor().execute(this);
            } catch (RejectedExecutionException e) {
                underWay.decrementAndGet();
                listener.closed();
            }
        }

        @Override
        public void run() {
            Step step = null;
            try {
                step = yielded == null ? create() : proceed();
            } finally {
                // Without a step it met a bug, of which its thread tells the operator.
                goOn(step);
            }
        }

        private Step create() {
            Limits limits = hosting.verifier()
                    .limits(aso.signature(), node.limits(), node.clock().wallMillis());
            instance = hosting.sandbox().instance(key, aso.script(), limits, hosting.seed(key));
            return instance.create(hosting.handlers().scratch(), new LoadingHost(node), aso.fields());
        }

        private Step proceed() {
            return instance.proceed(hosting.handlers().scratch(), new LoadingHost(node), yielded, Optional.empty());
        }

        private void goOn(Step step) {
            if (step instanceof Step.Yielded next) {
                yielded = next;
                execute();
                return;
            }
            underWay.decrementAndGet();
            if (!(step instanceof Step.Ended ended)) {
                listener.failed(ReplicaReply.Failed.INTERNAL.failure());
            } else if (ended.outcome().isCommitted()) {
                listener.passed(instance.policy());
            } else {
                listener.failed(Failure.of(ended.outcome().result()));
            }
        }
    }
}
