package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.RoutingView;

/**
 * The digesting of what has changed since the last time, a part in each step of the owner, so that a million keys hold
 * up nothing. Whoever asks while it is under way waits for the next time: a range that was looked at may have changed.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class RangeRefresh {

    /** The epoch and the view with which everything was digested once. */
    record Pass(int epoch, RoutingView view, long viewHash) {

        /** Those of this moment. */
        static Pass of(NodeContext node) {
            // Before the view: what is found by an older one is not of a newer epoch.
            int epoch = node.published().epoch();
            RoutingView view = node.view();
            return new Pass(epoch, view, PairDigests.hash(view));
        }
    }

    /** Keys that are digested in one step, but for those of the last range in it. */
    static final int KEYS_A_STEP = 128;

    private final Supplier<Pass> present;
    private final KeyIndex index;
    private final PairDigests digests;
    private final IntConsumer refreshed;
    private final Consumer<Runnable> later;
    private List<Consumer<Pass>> waiting = new ArrayList<>();
    private boolean isUnderWay;

    /**
     * A refresher that has digested nothing yet.
     *
     * @param present the epoch and the view of this moment
     * @param refreshed told each range that was digested again
     * @param later runs a step on the thread of the owner
     */
    RangeRefresh(
            Supplier<Pass> present,
            KeyIndex index,
            PairDigests digests,
            IntConsumer refreshed,
            Consumer<Runnable> later) {
        this.present = present;
        this.index = index;
        this.digests = digests;
        this.refreshed = refreshed;
        this.later = later;
    }

    /** How many wait. */
    int waiting() {
        return waiting.size();
    }

    /**
     * Runs the step once everything that has changed before is digested. If a new epoch has begun by then, that was
     * with the view before.
     */
    void then(Consumer<Pass> step) {
        waiting.add(step);
        if (!isUnderWay) {
            begin();
        }
    }

    private void begin() {
        List<Consumer<Pass>> steps = waiting;
        waiting = new ArrayList<>();
        isUnderWay = true;
        advance(0, present.get(), steps);
    }

    private void advance(int from, Pass pass, List<Consumer<Pass>> steps) {
        int keys = 0;
        int range = from;
        while (range < RangeDigest.RANGES && keys < KEYS_A_STEP) {
            if (digests.refresh(range, pass.view(), pass.viewHash())) {
                keys += 1 + index.count(range);
                refreshed.accept(range);
            }
            range++;
        }
        if (range < RangeDigest.RANGES) {
            int next = range;
            later.accept(() -> advance(next, pass, steps));
            return;
        }
        isUnderWay = false;
        steps.forEach(step -> step.accept(pass));
        if (!waiting.isEmpty() && !isUnderWay) {
            begin();
        }
    }
}
