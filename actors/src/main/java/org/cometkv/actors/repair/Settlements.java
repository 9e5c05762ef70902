package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.repair.CompareOperation.Answer;
import org.cometkv.actors.repair.CompareOperation.Comparison;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The settlements under way: each compares one key with its other owners, takes what is newer, tells those that hold
 * less, and lets the requests go on that waited for it.
 *
 * <pre>
 *   compare ─┬ not all heard → again after 300 ms; gets go on after 1 s where half of the nodes are suspect
 *            └ all heard → newer elsewhere? fetch, take → updates elsewhere? fetch, take → compared; hand over; go on
 * </pre>
 *
 * <p>The protocol is that of the design's section 8; {@code settle} of its model is the same algorithm. Not
 * thread-safe; owned by the ReplicaManager.
 */
public final class Settlements {

    /** The replicas as a settlement sees them. */
    public interface Replicas {

        /** What is held under the key, in brief; nothing where that was taken back. */
        KeyDigest digest(Key key);

        /** Whether what is held under the key was taken back, or has taken what was. */
        boolean givesWay(Key key);

        /** How many owners the key has, as far as this node knows. */
        int replicas(Key key);

        /** Whether content of another owner holds nothing that was taken back. */
        boolean isSound(KeyContent content);

        boolean isSound(Key key, KeyDigest digest);

        /** Takes content if it is newer, or has updates that lack here; tells when that is done. */
        void take(KeyContent content, Runnable taken);

        /** Reads what is held under the key. */
        void read(Key key, Consumer<Optional<KeyContent>> reader);

        /** Serves a request whose key is settled, or which waited long enough. */
        void serve(ReplicaRequest request);
    }

    /** Of the first; each of the next three is twice as long, because an owner may be far away. */
    private static final Duration ROUND = Duration.ofMillis(400);

    private static final Duration PAUSE = Duration.ofMillis(300);
    /** After so many rounds gets go on where half of the nodes are suspect. */
    private static final int ROUNDS_OF_MINORITY = 3;
    /** After so many rounds a settlement ends that no request waits for. */
    private static final int ROUNDS_WITHOUT_REQUEST = 4;
    /** After so many rounds nobody waits any more: a request's time is over by then. */
    private static final int ROUNDS_MAX = 40;

    /** The result of a settlement. */
    public enum Result {
        /** It was not told what all others hold. */
        INCOMPLETE,
        /** Some owner holds less than this node, which hands it over. */
        HANDED_OVER,
        /** No owner holds less than this node. */
        EVEN
    }

    private final NodeContext node;
    private final NodeRequests requests;
    private final ComparedKeys compared;
    private final Replicas replicas;
    private final CopyExchange copies;
    private final Consumer<Runnable> later;
    private final DelayedSteps delayed;
    private final CometSettings.Replication settings;
    private final long deadlineMillis;
    private final Map<Key, Settlement> underWay = new LinkedHashMap<>();
    private int waiting;

    /** @param later runs a step on the thread of the owner */
    public Settlements(
            NodeContext node,
            Requester requester,
            ComparedKeys compared,
            Replicas replicas,
            RepairRate rate,
            Consumer<Runnable> later) {
        this.node = node;
        this.requests = new NodeRequests(requester, later);
        this.compared = compared;
        this.replicas = replicas;
        this.copies = new CopyExchange(requests, rate);
        this.later = later;
        this.delayed = new DelayedSteps(node.clock(), later);
        this.settings = node.settings().replication();
        this.deadlineMillis = node.settings().requests().timeout().toMillis();
    }

    /** Serves the request once its key is settled. */
    public void await(ReplicaRequest request) {
        if (waiting >= settings.settlingMax()) {
            request.refuse(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "this node compares the keys of " + waiting + " requests with other owners; the limit is "
                            + "comet.replication.settling-max",
                    PAUSE.toMillis()));
            return;
        }
        waiting++;
        Settlement one = settlement(request.key(), false);
        one.leavesYoung = false;
        one.waiting.add(request);
    }

    /** Settles the key, if that is not under way, and tells how it ended. */
    public void settle(Key key, Consumer<Result> ended) {
        Settlement one = settlement(key, false);
        one.leavesYoung = false;
        one.listeners.add(ended);
    }

    /** Settles a key that gives way from now on: what a settlement under way has found does not count. */
    public void settleAnew(Key key) {
        Settlement known = underWay.get(key);
        if (known != null) {
            known.isStale = true;
        }
        settle(key, result -> {});
    }

    /**
     * Settles the key for repair: where two owners hold different things, a change whose coordinator may be at work on
     * it still does not go from one to the other. Incomplete if that was so.
     */
    public void repair(Key key, Consumer<Result> ended) {
        settlement(key, true).listeners.add(ended);
    }

    /**
     * A new epoch has begun: who was waited for may be suspect by now or gone, and what is compared by the view before
     * would not count in this one.
     */
    public void epochBegan() {
        List.copyOf(underWay.values()).stream().filter(one -> one.compares).forEach(this::compare);
    }

    /** Ends what is scheduled. */
    public void close() {
        delayed.close();
    }

    private Settlement settlement(Key key, boolean leavesYoung) {
        Settlement known = underWay.get(key);
        if (known != null) {
            return known;
        }
        Settlement begun = new Settlement(key);
        begun.leavesYoung = leavesYoung;
        underWay.put(key, begun);
        begun.replicas = replicas.replicas(key);
        compare(begun);
        return begun;
    }

    private void compare(Settlement one) {
        // First: what is found by the view of the epoch before must not count in this one.
        one.epoch = node.published().epoch();
        RoutingView view = node.view();
        List<Contact> others = one.others(view, node.self().id());
        int comparison = ++one.comparisons;
        one.compares = !others.isEmpty();
        if (others.isEmpty()) {
            one.isComplete = true;
            one.comparison = new Comparison(List.of(), true);
            later.accept(() -> end(one));
            return;
        }
        requests.begin(
                new CompareOperation(one.key, others, owner -> view.isSuspect(owner.id())),
                ROUND.multipliedBy(1L << Math.min(one.rounds, 3)),
                answers -> inLast(one, comparison, () -> compared(one, answers)));
    }

    /** Goes on after a comparison, unless another one has begun since. */
    private void inLast(Settlement one, int comparison, Runnable step) {
        if (one.compares && one.comparisons == comparison) {
            step.run();
        }
    }

    private void compared(Settlement one, Comparison comparison) {
        int replicasElsewhere = comparison.answers().stream()
                .mapToInt(answer -> answer.digest() instanceof KeyDigest.Live live ? live.replicas() : 0)
                .max()
                .orElse(0);
        if (replicasElsewhere > one.replicas) {
            one.replicas = replicasElsewhere;
            compare(one);
            return;
        }
        one.comparison = comparison;
        one.isComplete = isComplete(one, comparison);
        if (one.isComplete) {
            fetchNewest(one);
        } else {
            compareAgain(one);
        }
    }

    /** Every owner that is not suspect answered, and they are, with this node if it is one, a majority of all. */
    private boolean isComplete(Settlement one, Comparison comparison) {
        List<Contact> owners = node.view().changeOwners(one.key, one.replicas);
        long heard = owners.stream()
                .filter(owner -> owner.id().equals(node.self().id()) || comparison.hasHeard(owner))
                .count();
        return comparison.areAllHeard() && (2 * heard > owners.size() || 2 * heard == owners.size() && isHalf());
    }

    private void compareAgain(Settlement one) {
        one.rounds++;
        one.compares = true;
        if (one.rounds >= ROUNDS_OF_MINORITY && isHalf()) {
            serve(one, request -> request.body() instanceof Wire.Get get && get.read() != Wire.Read.SETTLED);
            passOn(one);
        }
        if (one.rounds >= ROUNDS_MAX || one.waiting.isEmpty() && one.rounds >= ROUNDS_WITHOUT_REQUEST) {
            end(one);
            return;
        }
        int comparison = one.comparisons;
        delayed.after(PAUSE, () -> inLast(one, comparison, () -> compare(one)));
    }

    /** Whether no more than half of the nodes are not suspect. */
    private boolean isHalf() {
        RoutingView view = node.view();
        long alive = view.contacts().stream()
                .filter(each -> !view.isSuspect(each.id()))
                .count();
        return 2 * alive <= view.contacts().size();
    }

    private void fetchNewest(Settlement one) {
        one.compares = false;
        KeyDigest held = replicas.digest(one.key);
        boolean givesWay = replicas.givesWay(one.key);
        List<Answer> owned = one.comparison.answers().stream()
                .filter(answer -> isOwner(node.self(), one.key, answer.digest()))
                .toList();
        List<Answer> better = NewerAnswers.of(owned, held, givesWay, digest -> replicas.isSound(one.key, digest));
        if (better.isEmpty() || staysYoung(one, better.get(0).digest(), held)) {
            unite(one, 0);
        } else {
            fetchNewest(one, better, 0, givesWay);
        }
    }

    /** Takes the newest, or of a key that gives way the first that holds less of what was taken back. */
    private void fetchNewest(Settlement one, List<Answer> better, int from, boolean givesWay) {
        copies.fetch(better.get(from).owner(), one.key, content -> {
            if (content.isEmpty()) {
                // It was just there; it may have given way, or not have been heard.
                compareAgain(one);
            } else if (givesWay || replicas.isSound(content.get())) {
                replicas.take(content.get(), () -> {
                    if (givesWay && replicas.givesWay(one.key) && from + 1 < better.size()) {
                        fetchNewest(one, better, from + 1, true);
                    } else {
                        unite(one, 0);
                    }
                });
            } else {
                unite(one, 0);
            }
        });
    }

    /** Whether what one owner holds is left to its coordinator, who may yet take it back, where another holds less. */
    private boolean staysYoung(Settlement one, KeyDigest held, KeyDigest less) {
        boolean stays = one.leavesYoung
                && !(less instanceof KeyDigest.Nothing)
                && held.isSince(node.clock().wallMillis() - deadlineMillis);
        one.hasLeftYoung |= stays;
        return stays;
    }

    /** Whether the node is to hold this: an object may have fewer owners than were asked about its key. */
    private boolean isOwner(Contact one, Key key, KeyDigest digest) {
        return !(digest instanceof KeyDigest.Live live) || node.view().isOwner(key, live.replicas(), one.id());
    }

    /** Takes the updates of a merging object that other owners have and this one lacks, one owner after the other. */
    private void unite(Settlement one, int from) {
        List<Answer> answers = one.comparison.answers();
        KeyDigest held = replicas.digest(one.key);
        for (int i = from; i < answers.size(); i++) {
            int next = i + 1;
            if (NewerAnswers.hasOtherUpdates(held, answers.get(i).digest())) {
                copies.fetch(answers.get(i).owner(), one.key, content -> {
                    if (content.filter(replicas::isSound).isPresent()) {
                        replicas.take(content.get(), () -> unite(one, next));
                    } else {
                        unite(one, next);
                    }
                });
                return;
            }
        }
        end(one);
    }

    private void end(Settlement one) {
        if (one.beginsAnew()) {
            compare(one);
            return;
        }
        if (underWay.remove(one.key) != one) {
            return;
        }
        one.compares = false;
        boolean areEven = one.comparison == null || !handOver(one);
        one.isComplete &= !one.hasLeftYoung;
        if (one.isComplete) {
            compared.compared(one.key, one.epoch);
        }
        serve(one, request -> true);
        Result result = !one.isComplete ? Result.INCOMPLETE : areEven ? Result.EVEN : Result.HANDED_OVER;
        one.listeners.forEach(listener -> listener.accept(result));
    }

    /** Gives the others what this node holds, where that is newer than theirs; whether it is so anywhere. */
    private boolean handOver(Settlement one) {
        KeyDigest held = replicas.digest(one.key);
        List<Contact> behind = new ArrayList<>();
        for (Answer answer : one.comparison.answers()) {
            if (held.beats(answer.digest())
                    && isOwner(answer.owner(), one.key, held)
                    && !staysYoung(one, held, answer.digest())) {
                behind.add(answer.owner());
            }
        }
        if (!behind.isEmpty() && !isOthersDuty(one, held)) {
            replicas.read(
                    one.key,
                    content -> content.filter(replicas::isSound)
                            .ifPresent(whole -> behind.forEach(owner -> copies.give(owner, whole, reply -> {}))));
        }
        return !behind.isEmpty();
    }

    /** Whether owners hold the same, who hand it over themselves: this node is none, and does not leave. */
    private boolean isOthersDuty(Settlement one, KeyDigest held) {
        RoutingView view = node.view();
        return !view.isChangeOwner(one.key, one.replicas, node.self().id())
                && !view.isLeaving(node.self().id())
                && one.comparison.answers().stream().anyMatch(answer -> !held.beats(answer.digest()));
    }

    private void serve(Settlement one, Predicate<ReplicaRequest> which) {
        noLongerWaiting(one, which).forEach(replicas::serve);
    }

    /** Refuses the reads of the latest: another owner may be with the majority, whose word this one does not know. */
    private void passOn(Settlement one) {
        Refusal minority = Refusal.retry(
                Refusal.Reason.NOT_READY, "this node does not reach most of its cluster", PAUSE.toMillis());
        noLongerWaiting(one, request -> request.body() instanceof Wire.Get)
                .forEach(request -> request.refuse(minority));
    }

    private List<ReplicaRequest> noLongerWaiting(Settlement one, Predicate<ReplicaRequest> which) {
        List<ReplicaRequest> ended = one.waiting.stream().filter(which).toList();
        one.waiting.removeAll(ended);
        waiting -= ended.size();
        return ended;
    }
}
