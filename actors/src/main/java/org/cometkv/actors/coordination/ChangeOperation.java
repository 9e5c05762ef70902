package org.cometkv.actors.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;

/**
 * A put, update or remove at all owners of a key at once; the put of an empty key at the first one, which decides, and
 * then at the rest. Other neighbors are asked only where an owner holds nothing to change.
 *
 * <p>It is answered by the rule of {@link Acknowledgement}, and goes on until every owner has answered or is gone: a
 * refusal with a time to retry after is not final, and a silent owner is asked again.
 *
 * <p>Not thread-safe; owned by the Gateway that runs it.
 */
public final class ChangeOperation<R> implements Operation<R> {

    /** The time after which a view is read again in which an owner that is silent may have become suspect. */
    private static final long WATCH_MILLIS = 300;

    private final ChangeKind<R> kind;
    private final Acknowledgement rule;
    private final Coordination coordination;
    /** Versions under which it was sent before, where some node may have taken them. */
    private final List<Version> before;

    private final boolean isRepeated;
    private final Version version;
    private int replicas;
    private int named;
    private final ChangeNodes nodes;
    private boolean isElsewhere;
    private boolean isAnswered;
    private long freshViewMillis = AskedNode.NEVER;

    /**
     * A change that has its version already.
     *
     * @param replicas how many owners the key has, as far as the coordinator knows
     * @param acks how many of so many owners must take it, 1 or more
     */
    public ChangeOperation(ChangeKind<R> kind, int replicas, IntUnaryOperator acks, Coordination coordination) {
        this(
                kind,
                replicas,
                new Acknowledgement(acks, kind.condition() == Wire.Condition.IF_ABSENT),
                coordination,
                List.of(),
                false);
    }

    private ChangeOperation(
            ChangeKind<R> kind,
            int replicas,
            Acknowledgement rule,
            Coordination coordination,
            List<Version> before,
            boolean isRepeated) {
        this.kind = kind;
        this.replicas = replicas;
        this.rule = rule;
        this.coordination = coordination;
        this.before = before;
        this.isRepeated = isRepeated;
        this.version = coordination.versions().get();
        this.nodes = new ChangeNodes(kind.key(), coordination);
    }

    @Override
    public Wire.Request request(long id) {
        return kind.request(id, version, Terms.NONE);
    }

    @Override
    public Wire.Request request(long id, Contact replica, long leftMillis) {
        int millis = (int) Math.min(Integer.MAX_VALUE, leftMillis);
        List<Contact> owners = nodes.ownersNamed();
        Terms terms = owners.contains(replica) ? Terms.of(owners, millis) : new Terms(0, 0, millis);
        return kind.request(id, version, terms);
    }

    @Override
    public R refused(Refusal refusal, Contact self) {
        return kind.refused(refusal, new ReplicaReplies(List.of()));
    }

    @Override
    public NextStep<R> begin() {
        nodes.findOwners(replicas);
        return nodes.owners().isEmpty() ? NextStep.Broken.nobodyKnown(kind.key()) : next();
    }

    @Override
    public NextStep<R> onReply(Contact replica, ReplicaReply reply) {
        AskedNode node = nodes.node(replica);
        node.heard(reply, now());
        if (node.said() == Said.NOT_OWNER) {
            freshViewIn(AskedNode.FRESH_VIEW_MILLIS);
        }
        extend(reply);
        return next();
    }

    /** An object may have another number of owners than was thought. */
    private void extend(ReplicaReply reply) {
        int told = reply.replicas();
        if (told > named) {
            named = told;
            int wanted = kind.condition() == Wire.Condition.IF_PRESENT ? named : Math.max(named, replicas);
            if (wanted != replicas) {
                replicas = wanted;
                nodes.findOwners(replicas);
            }
        }
    }

    @Override
    public NextStep<R> onSilent(Contact replica) {
        nodes.node(replica).silent(now());
        return next();
    }

    @Override
    public NextStep<R> onGone(Contact replica) {
        nodes.node(replica).gone();
        freshViewIn(AskedNode.FRESH_VIEW_MILLIS);
        return next();
    }

    @Override
    public NextStep<R> onAlarm() {
        if (now() >= freshViewMillis) {
            freshViewMillis = AskedNode.NEVER;
            nodes.findOwners(replicas);
        }
        return next();
    }

    @Override
    public NextStep<R> onTimeout() {
        if (isAnswered) {
            return uneven(new NextStep.End<>());
        }
        nodes.readSuspects();
        return decide(true);
    }

    private NextStep<R> next() {
        nodes.readSuspects();
        return isAnswered ? resolved(deliver()) : decide(false);
    }

    private NextStep<R> decide(boolean isLast) {
        boolean isRefusable = isLast && isUntaken();
        return switch (rule.verdict(nodes.owners(), isRepeated || isLast, isRefusable)) {
            case OPEN -> isLast ? late() : ask();
            case ACKNOWLEDGED -> isOfStale() ? elsewhere(isLast) : acknowledged();
            case REFUSED -> refused(nodes.owners(), isRefusable);
            case BEHIND -> repeat();
            case ABSENT -> elsewhere(isLast);
        };
    }

    /**
     * Whether refusals for now are the last word when the time is over: nobody can have taken the change, or it is
     * taken back. What some owner has taken by then may be on its way to the others by other ways, for as long as it
     * was tried: nobody can say that it is refused.
     */
    private boolean isUntaken() {
        return before.isEmpty() && !nodes.mayHold() || kind.condition() == Wire.Condition.IF_ABSENT;
    }

    private boolean isOfStale() {
        return kind.condition() == Wire.Condition.IF_PRESENT && Acknowledgement.isOfStale(nodes.owners(), named);
    }

    /** No owner holds anything, or one that is behind: whoever else does decides. What was not found is taken back. */
    private NextStep<R> elsewhere(boolean isLast) {
        if (!isElsewhere && !isLast) {
            askOthers();
        }
        List<AskedNode> others = nodes.others();
        boolean isOpen =
                others.stream().anyMatch(node -> !node.said().isLast() && !node.isSilent() && !node.isSuspect());
        if (isOpen && !isLast) {
            return ask();
        }
        if (is(others, node -> node.said() == Said.TAKEN)) {
            return acknowledged();
        }
        return is(others, node -> rule.isLost(node, isLast))
                ? refused(others, isLast)
                : retracted(new NextStep.Done<>(kind.notFound(nodes.said())));
    }

    private NextStep<R> acknowledged() {
        isAnswered = true;
        R reply = kind.acknowledged(version, nodes.said());
        NextStep<R> then = deliver();
        return resolved(
                then instanceof NextStep.End<R> ? new NextStep.Done<>(reply) : new NextStep.Answer<>(reply, then));
    }

    /** Goes on until every owner has the change, or will not have it. */
    private NextStep<R> deliver() {
        boolean isOpen = is(nodes.owners(), node -> !node.said().isLast())
                || is(nodes.others(), node -> !node.said().isLast() && !node.isSilent());
        return !isOpen && !asksOthers() ? new NextStep.End<>() : ask();
    }

    private NextStep<R> ask() {
        if (asksOthers()) {
            askOthers();
        }
        long now = now();
        List<Contact> due = new ArrayList<>(nodes.owners().size());
        for (AskedNode node : askable()) {
            if (node.dueMillis() <= now) {
                if (coordination.isThere(node.contact)) {
                    due.add(node.contact);
                    if (node.wasAsked()) {
                        coordination.counts().resent.increment();
                    }
                    node.asked();
                } else {
                    node.gone();
                    freshViewIn(AskedNode.FRESH_VIEW_MILLIS);
                }
            }
        }
        NextStep<R> step = due.isEmpty() ? new NextStep.Wait<>() : new NextStep.Ask<>(due);
        long alarmMillis = nextMillis(now);
        return alarmMillis == AskedNode.NEVER ? step : new NextStep.Alarm<>(Math.max(1, alarmMillis - now), step);
    }

    /** Those that may be asked by now: of a put of an empty key, only the first owner until it took it. */
    private List<AskedNode> askable() {
        if (kind.condition() == Wire.Condition.IF_ABSENT && !isAnswered) {
            AskedNode first = Acknowledgement.first(nodes.owners());
            if (first.said() != Said.TAKEN) {
                return List.of(first);
            }
        }
        if (nodes.others().isEmpty()) {
            return nodes.owners();
        }
        List<AskedNode> all = new ArrayList<>(nodes.owners());
        all.addAll(nodes.others());
        return all;
    }

    private long nextMillis(long now) {
        long next = freshViewMillis;
        for (AskedNode node : askable()) {
            next = Math.min(next, node.dueMillis());
            if (!isAnswered && node.isSilent()) {
                next = Math.min(next, now + WATCH_MILLIS);
            }
        }
        return next;
    }

    private boolean asksOthers() {
        return !isElsewhere
                && kind.condition() == Wire.Condition.IF_PRESENT
                && is(nodes.owners(), node -> node.said() == Said.ABSENT)
                && Acknowledgement.first(nodes.owners()).said().isLast();
    }

    private void askOthers() {
        isElsewhere = true;
        nodes.findOthers();
    }

    /*
     * This node's clock may be behind that of the node that changed the object last. The first owner's reply brought
     * its clock along, so that a second version is newer: what begins after an acknowledgement must not lose to it.
     */
    private NextStep<R> repeat() {
        coordination.counts().repeated.increment();
        List<Version> versions = new ArrayList<>(before);
        if (nodes.mayHold()) {
            versions.add(version);
        }
        return new NextStep.Become<>(new ChangeOperation<>(kind, replicas, rule, coordination, versions, true));
    }

    private NextStep<R> refused(List<AskedNode> asked, boolean isLast) {
        AskedNode first = Acknowledgement.first(asked);
        Optional<ReplicaReply> no = (rule.isLost(first, isLast)
                        ? Optional.of(first)
                        : asked.stream()
                                .filter(node -> rule.isLost(node, isLast))
                                .findFirst())
                .flatMap(AskedNode::reply);
        R refused = kind.refused(
                no.filter(ReplicaReply.Refused.class::isInstance)
                        .map(reply -> ((ReplicaReply.Refused) reply).refusal()),
                no.filter(ReplicaReply.Failed.class::isInstance).map(reply -> ((ReplicaReply.Failed) reply).failure()),
                nodes.said());
        return retracted(new NextStep.Done<>(refused));
    }

    private NextStep<R> late() {
        List<AskedNode> owners = nodes.owners();
        int holders =
                (int) owners.stream().filter(node -> node.said() != Said.ABSENT).count();
        boolean isTakenBack = kind.condition() == Wire.Condition.IF_ABSENT;
        NextStep<R> late = NextStep.Broken.late(count(Said.NOTHING) + " of the " + owners.size() + " owners of key "
                + kind.key()
                + " did not answer in time, " + (count(Said.LATER) + count(Said.NOT_OWNER)) + " refused it for now; "
                + rule.needed(holders, owners.size()) + " must take the " + kind.word()
                + ", the first that is not suspect among them: "
                + (isTakenBack ? "it is taken back" : "its outcome is unknown, it may still take effect"));
        return isTakenBack ? retracted(late) : lapsed(late);
    }

    private long count(Said word) {
        return nodes.owners().stream().filter(node -> node.said() == word).count();
    }

    /**
     * The time is over and some owner has not taken what another one took: one of these compares the key with all,
     * before the updates that they could run on each other's images are forgotten.
     */
    private NextStep<R> uneven(NextStep<R> then) {
        Optional<Contact> holder = nodes.holderOfUneven(rule);
        return holder.isEmpty() ? then : resolve(version, Wire.Resolution.UNEVEN, List.of(holder.get()), then);
    }

    /** It was not acknowledged, and who took it may drop it. */
    private NextStep<R> lapsed(NextStep<R> then) {
        NextStep<R> step = uneven(then);
        return nodes.mayHold() ? resolve(version, Wire.Resolution.LAPSED, nodes.concerned(replicas), step) : step;
    }

    /** Nobody needs to hear of what nobody can have taken. */
    private NextStep<R> retracted(NextStep<R> then) {
        List<Version> held = new ArrayList<>(before);
        if (nodes.mayHold()) {
            held.add(version);
        }
        if (held.isEmpty()) {
            return then;
        }
        coordination.counts().retracted.increment();
        List<Contact> told = nodes.concerned(replicas);
        NextStep<R> step = then;
        for (Version each : held) {
            step = resolve(each, Wire.Resolution.RETRACTED, told, step);
        }
        return step;
    }

    /** Tells owners that refused an acknowledged change that they are behind, and those of a new object that it is. */
    private NextStep<R> resolved(NextStep<R> then) {
        NextStep<R> step = then;
        List<Contact> overruled = nodes.unresolved(node -> rule.isLost(node, false));
        if (!overruled.isEmpty()) {
            step = resolve(version, Wire.Resolution.OVERRULED, overruled, step);
        }
        if (rule.isForEmptyKey()) {
            List<Contact> confirmed = nodes.unresolved(node -> node.said() == Said.TAKEN);
            step = confirmed.isEmpty() ? step : resolve(version, Wire.Resolution.CONFIRMED, confirmed, step);
        }
        return step;
    }

    private NextStep<R> resolve(Version of, Wire.Resolution how, List<Contact> told, NextStep<R> then) {
        ResolveOperation word = new ResolveOperation(kind.key(), of, how, told, coordination);
        return new NextStep.Begin<>(word, word.millis(), then);
    }

    private static boolean is(List<AskedNode> asked, Predicate<AskedNode> what) {
        return asked.stream().anyMatch(what);
    }

    private void freshViewIn(long millis) {
        freshViewMillis = Math.min(freshViewMillis, now() + millis);
    }

    private long now() {
        return coordination.millis().getAsLong();
    }
}
