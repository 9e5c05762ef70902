package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * The repair of a node's replicas: soon after each new epoch, and now and then, it compares all it holds with every
 * node that owns keys together with it, and mends the keys that differ. What is equal everywhere counts as compared.
 *
 * <pre>
 *   digest changed ranges ─▶ each co-owner: equal? ─ no ─▶ which ranges? ─▶ those that this node mends: which keys?
 *                                     └ yes, of all co-owners                 └▶ hand over or settle, some at a time
 *                                        └▶ the ranges are compared in this epoch
 * </pre>
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
public final class Repairs {

    /** What repair asks of the rest of the node. */
    public interface Upkeep extends PairDigests.Held {

        /** Settles a key and tells how that ended. */
        void settle(Key key, Consumer<Settlements.Result> ended);

        /** Reads what is held under the key, unless it was taken back. */
        void read(Key key, Consumer<Optional<KeyContent>> reader);

        /** Drops what is held under a key, if this node is no owner of it still. */
        void drop(Key key);

        /** Ends the copy of an object that replicates itself. */
        void endStray(Key key);

        /** A jitter from 0 to 1 that is another for each node and round. */
        double jitter();
    }

    private static final long SOON_MILLIS = 1_000;
    /** And up to so much more: the others are to know of the same epoch. Until then each request settles its key. */
    private static final long AFTER_EPOCH_MILLIS = 400;
    /** So many rounds in a row come soon after the one before if they find differences that do not become fewer. */
    private static final int SOON_ROUNDS_MAX = 30;
    /** The pause after rounds in vain is doubled so often: where much is written, something always differs. */
    private static final int IN_VAIN_MAX = 4;
    /** After so many of them a node mends what another one should have. */
    private static final int LEFT_ROUNDS_MAX = 7;
    /** Most nodes whose questions wait for digests at a time; each asks once a second at most. */
    private static final int QUESTIONS_MAX = 1_000;

    private static final long BUSY_MILLIS = 1_000;

    private final NodeContext node;
    private final RepairRound.Parts parts;
    private final PairDigests digests;
    private final Upkeep upkeep;
    private final Consumer<Runnable> later;
    private final Mending mending;
    private final StrayCopies strays;
    private final CometSettings.Replication settings;
    private Optional<RepairRound> round = Optional.empty();
    private Clock.ScheduledTask next;
    /** What differed in the last round, and rounds in a row in which that did not become less. */
    private int lastDifferences;

    private int roundsWithoutProgress;
    /** Rounds in a row that found changes on their way alone. */
    private int roundsInVain;

    /** Whether this node leaves by the view with which everything was digested last. */
    private boolean isLeaving;
    /** Told of the progress of a node that leaves. */
    private Optional<IntConsumer> handOver = Optional.empty();

    /** @param later runs a step on the thread of the owner */
    public Repairs(
            NodeContext node,
            Requester requester,
            ComparedKeys compared,
            KeyIndex index,
            ChangedRanges changed,
            Upkeep upkeep,
            RepairRate rate,
            Consumer<Runnable> later) {
        this.node = node;
        this.digests = new PairDigests(index, changed, upkeep, node.self().id());
        this.upkeep = upkeep;
        this.later = later;
        this.mending = new Mending(node, requester, upkeep, rate, later, this::tellProgress);
        this.settings = node.settings().replication();
        this.strays = new StrayCopies(settings.strayAge().toMillis());
        this.parts = new RepairRound.Parts(
                node,
                new NodeRequests(requester, later),
                compared,
                upkeep,
                digests,
                new RangeRefresh(() -> RangeRefresh.Pass.of(node), index, digests, this::refreshed, later),
                new EqualPeers(shortestPeriodMillis()),
                mending,
                rate);
    }

    /** A new epoch has begun: everything is compared again in a moment. */
    public void epochBegan() {
        abandonRound();
        roundsWithoutProgress = 0;
        mending.countAnew();
        roundsInVain = 0;
        if (handOver.isPresent()) {
            schedule(0);
            return;
        }
        schedule(AFTER_EPOCH_MILLIS + (long) (upkeep.jitter() * AFTER_EPOCH_MILLIS));
    }

    /**
     * Hands over all that this node holds, which is about to leave and is no owner any more.
     *
     * @param progress told how many keys are left, again and again until it is 0
     */
    public void handOver(IntConsumer progress) {
        handOver = Optional.of(progress);
        abandonRound();
        schedule(0);
    }

    private void abandonRound() {
        round.ifPresent(RepairRound::abandon);
        round = Optional.empty();
    }

    /** Ends what is scheduled. */
    public void close() {
        mending.close();
        cancelNext();
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
        }
    }

    /** Another node asks whether it holds the same as this one; it is told once what has changed is digested. */
    public void compareRanges(Wire.CompareRanges asked, Consumer<ReplicaReply> reply) {
        if (parts.refresh().waiting() >= QUESTIONS_MAX) {
            reply.accept(new ReplicaReply.Refused(
                    Refusal.retry(Refusal.Reason.BUSY, "this node digests what it holds", BUSY_MILLIS)));
            return;
        }
        parts.refresh().then(pass -> reply.accept(compareRanges(asked, pass)));
    }

    private ReplicaReply compareRanges(Wire.CompareRanges asked, RangeRefresh.Pass pass) {
        if (asked.view() != pass.viewHash()) {
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.OTHER_VIEW, List.of());
        }
        if (digests.combined(asked.from()) == asked.digest()) {
            parts.equal().found(asked.from(), pass.epoch(), node.clock().millis());
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.EQUAL, List.of());
        }
        List<RangeDigest> all = digests.of(asked.from());
        parts.rate().payBytes((long) all.size() * RangeDigest.BYTES);
        return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.DIFFERENT, all);
    }

    /** Another node asks what this one holds in a range. */
    public ReplicaReply compareKeys(Wire.CompareKeys asked) {
        List<ReplicaReply.KeyHash> keys = digests.keys(asked.range(), asked.from(), node.view());
        parts.rate().payBytes((long) keys.size() * ReplicaReply.KeyHash.BYTES);
        return new ReplicaReply.KeysCompared(keys);
    }

    private void refreshed(int range) {
        strays.found(range, digests.astray(), node.clock().millis());
    }

    private void schedule(long millis) {
        cancelNext();
        next = node.clock().after(Duration.ofMillis(millis), () -> later.accept(this::begin));
    }

    private void begin() {
        abandonRound();
        RepairRound now = new RepairRound(parts, this::mendsAll, this::compared);
        round = Optional.of(now);
        parts.refresh().then(pass -> {
            if (now.isCurrent()) {
                isLeaving = now.view().isLeaving(node.self().id())
                        || now.view().contacts().size() < 2;
                takeForeign();
                strays.takeOver(node.clock().millis()).forEach(upkeep::endStray);
                now.begin();
            }
        });
    }

    /** Keys whose owners are others are settled as well. */
    private void takeForeign() {
        while (mending.hasRoomForForeign()) {
            Optional<Key> found = digests.nextForeign();
            if (found.isEmpty()) {
                break;
            }
            mending.addForeign(found.get());
        }
        tellProgress();
    }

    /** Of a node that leaves; not before all it holds was seen by a view that says so: it is an owner until then. */
    private void tellProgress() {
        if (isLeaving) {
            handOver.ifPresent(told -> told.accept(mending.foreign()));
        }
    }

    /** Whether a node mends what others should: it is not done, for what differs does not become less. */
    private boolean mendsAll(int differences) {
        boolean isProgress = differences < lastDifferences || differences == 0;
        lastDifferences = differences;
        roundsWithoutProgress = isProgress ? 0 : roundsWithoutProgress + 1;
        return roundsWithoutProgress > LEFT_ROUNDS_MAX;
    }

    private void compared(RepairRound now) {
        // What stays different, as an object that ended itself on one owner, is not looked at each second for ever.
        boolean isSoon = now.isInterrupted() || now.hasDifferences() && roundsWithoutProgress < SOON_ROUNDS_MAX;
        long period = settings.repairPeriod().toMillis();
        roundsInVain = mending.isInVain() ? Math.min(roundsInVain + 1, IN_VAIN_MAX) : 0;
        mending.countAnew();
        schedule(isSoon ? SOON_MILLIS << roundsInVain : period - (long) (upkeep.jitter() * period / 5));
    }

    /** A period is up to a fifth shorter by chance. */
    private long shortestPeriodMillis() {
        return settings.repairPeriod().toMillis() * 4 / 5;
    }
}
