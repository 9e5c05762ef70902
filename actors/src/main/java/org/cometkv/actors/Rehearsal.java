package org.cometkv.actors;

import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.aso.Aso;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Policy;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The run of a script's chunk on the node that takes a put, before anything is sent: an error is told at once, and the
 * policy is known.
 */
final class Rehearsal {

    private final NodeContext node;

    Rehearsal(NodeContext node) {
        this.node = node;
    }

    /** Runs the chunk and tells its policy, or why it failed, on a thread that runs handlers. */
    void run(Key key, Aso aso, Consumer<Policy> ready, Consumer<Failure> failed) {
        node.handlers().executor().execute(() -> {
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
                    failed);
        });
    }

    /** The seed of an object's random numbers and jitter on one node: replicas differ, restarts do not. */
    static long seed(Key key, NodeId node) {
        return key.a() ^ Long.rotateLeft(node.point().a(), 17) ^ Long.rotateLeft(key.b(), 31);
    }

    private void follow(Step step, Instance instance, Consumer<Policy> ready, Consumer<Failure> failed) {
        if (step instanceof Step.Yielded yielded) {
            node.handlers()
                    .executor()
                    .execute(() -> follow(
                            instance.proceed(node.handlers().worker(), new EventHost(node), yielded, Optional.empty()),
                            instance,
                            ready,
                            failed));
        } else if (step instanceof Step.Ended ended) {
            Outcome outcome = ended.outcome();
            if (outcome.isCommitted()) {
                ready.accept(instance.policy());
            } else {
                failed.accept(Failure.of(outcome.result()));
            }
        }
    }
}
