package org.cometkv.actors;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.seam.Clock;
import org.cometkv.routing.MembershipChange;

/** The wait of one node's applications until it is a member of its cluster. Thread-safe. */
final class Readiness {

    private record Waiting<R>(PendingReply<R> reply, R whenJoined) {
        void joined() {
            reply.done(whenJoined);
        }
    }

    private final ApplicationRequests requests;
    private final NodeContext node;
    private final Set<Waiting<?>> waiting = new LinkedHashSet<>();
    private boolean isListening;
    private boolean isJoined;

    Readiness(ApplicationRequests requests) {
        this.requests = requests;
        this.node = requests.node();
        node.closing().whenClosed(() -> waiting().forEach(each -> node.closing().breaks(each.reply())));
    }

    /**
     * Completes with this once the node is a member; broken if it is not after {@code comet.members.join-timeout}, or
     * is closed before.
     */
    <R> CompletionStage<R> await(R whenJoined) {
        PendingReply<R> reply = requests.pending();
        if (!node.closing().breaks(reply)) {
            await(new Waiting<>(reply, whenJoined));
        }
        return reply;
    }

    private void await(Waiting<?> one) {
        listen();
        synchronized (waiting) {
            if (!isJoined) {
                waiting.add(one);
            }
        }
        Duration time = node.settings().members().joinTimeout();
        Clock.ScheduledTask deadline = node.clock()
                .after(
                        time,
                        () -> one.reply()
                                .broken(
                                        NoReply.LATE,
                                        "the node did not become a member within " + time.toMillis() + " ms"));
        one.reply().whenComplete((reply, broken) -> {
            deadline.cancel();
            forget(one);
        });
        if (isJoined()) {
            one.joined();
        }
        node.closing().breaks(one.reply());
    }

    private void listen() {
        synchronized (waiting) {
            if (isListening) {
                return;
            }
            isListening = true;
        }
        requests.listen(change -> {
            if (change.kind() == MembershipChange.Kind.JOINED && change.node().equals(node.self())) {
                joined();
            }
        });
    }

    private void joined() {
        List<Waiting<?>> joined;
        synchronized (waiting) {
            isJoined = true;
            joined = List.copyOf(waiting);
        }
        joined.forEach(Waiting::joined);
    }

    private boolean isJoined() {
        synchronized (waiting) {
            return isJoined;
        }
    }

    private List<Waiting<?>> waiting() {
        synchronized (waiting) {
            return List.copyOf(waiting);
        }
    }

    private void forget(Waiting<?> one) {
        synchronized (waiting) {
            waiting.remove(one);
        }
    }
}
