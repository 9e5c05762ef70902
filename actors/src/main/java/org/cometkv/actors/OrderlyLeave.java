package org.cometkv.actors;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.Done;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.membership.Membership;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.seam.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leave of a node in good order: it announces that it leaves, hands over what it holds, and is then free to leave
 * its cluster. Thread-safe.
 *
 * <pre>
 *   begin ─▶ everyone knows ─▶ handed over ─▶ done
 *     └──────────────────────── deadline ──────┘
 * </pre>
 */
final class OrderlyLeave {

    /** Beside the changes of the members: both are the life of a node in its cluster. */
    private static final Logger LOG = LoggerFactory.getLogger("org.cometkv.members");

    /** From one line of progress in the log to the next. */
    private static final long LOG_NANOS = 5_000_000_000L;

    private final NodeContext node;
    private final NodeGuardian.Doors doors;
    private final CompletableFuture<Done> done = new CompletableFuture<>();
    private final AtomicBoolean isBegun = new AtomicBoolean();
    private final AtomicLong loggedNanos = new AtomicLong();

    OrderlyLeave(NodeContext node, NodeGuardian.Doors doors) {
        this.node = node;
        this.doors = doors;
    }

    /**
     * Begins to leave, if the node does not yet.
     *
     * @param timeout after which the stage completes whatever is left; the first one stands
     * @return completes once the node may leave its cluster
     */
    CompletionStage<Done> begin(Duration timeout) {
        if (!isBegun.compareAndSet(false, true)) {
            return done;
        }
        if (node.closing().isClosed()) {
            // It takes part no more, and nobody would take anything from it.
            end();
            return done;
        }
        LOG.info("{} leaves: it announces that, and hands over what it holds", node.self());
        Clock.ScheduledTask deadline = node.clock().after(timeout, () -> late(timeout));
        done.whenComplete((end, broken) -> deadline.cancel());
        node.closing().whenClosed(this::end);
        doors.membership().tell(new Membership.Leave(this::handOver));
        return done;
    }

    private void handOver() {
        doors.replicas().tell(new SupervisorMessage.HandOver(this::progressed));
    }

    private void progressed(SupervisorMessage.HandOverProgress progress) {
        if (progress.isOver()) {
            if (progress.left() > 0) {
                LOG.warn(
                        "{} leaves with {} of {} keys that it could not hand over",
                        node.self(),
                        progress.left(),
                        progress.keys());
            } else {
                LOG.info("{} has handed over all {} keys", node.self(), progress.keys());
            }
            end();
            return;
        }
        long now = node.clock().nanos();
        long logged = loggedNanos.get();
        if ((logged == 0 || now - logged >= LOG_NANOS) && loggedNanos.compareAndSet(logged, now)) {
            LOG.info("{} hands over: {} of {} keys are left", node.self(), progress.left(), progress.keys());
        }
    }

    private void late(Duration timeout) {
        if (!done.isDone()) {
            LOG.warn(
                    "{} leaves though it has not handed over everything within {} s"
                            + " (comet.members.leave-timeout, or what close was called with)",
                    node.self(),
                    timeout.toSeconds());
        }
        end();
    }

    private void end() {
        done.complete(Done.getInstance());
    }
}
