package org.cometkv.actors.objects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.conduct.ObjectUsage;
import org.cometkv.actors.conduct.PenaltyRule;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.updates.RetractedChanges;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Result;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/**
 * The state of one replica that survives a restart of its actor: the object as of its last commit, its penalty, the
 * requests that wait, and what its supervisor was told.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
public final class ReplicaState implements EventRunner.Listener, ChangeRule.Memory {

    /** Estimated bytes of a get without a request. An estimate, because counting each would cost measurably. */
    private static final int BARE_GET_BYTES = 256;

    private static final long RETRY_MILLIS = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    static final ReplicaReply RETRACTED =
            new ReplicaReply.Refused(Refusal.of(Refusal.Reason.RETRACTED, "the change was taken back"));

    private final ReplicaContext context;
    private final int timer;
    private final Placard placard;
    private final ObjectUsage usage = new ObjectUsage();
    private ActorRef actor;
    private RateMailbox.RequestQueue queue;
    /** The object that lives here; null until the first one is stored. */
    private HostedObject object;
    /** What was under the key before the first object, and comes back if that is not stored. */
    private Optional<Slot> before;
    /** The slot as the put found it that made what lives here in an empty one; null if none did. */
    private Optional<Slot> undone;

    /** The slot that the replica left when it ended. */
    private Optional<Slot> left = Optional.empty();
    /** The changes that were taken back; null until one was. */
    private RetractedChanges retracted;
    /** The merge that is under way; null while none is. */
    private ImageMerge merge;
    /** The request in hand; null if it was answered, or waits with its event. */
    private ReplicaRequest serving;
    /** The events that wait; null until the first one does. */
    private List<WaitingEvents.Wait> waiting;
    /** Null until a limit is broken or a bug met. */
    private PenaltyRule penalty;

    private int bytes;
    private long armedMillis = Long.MAX_VALUE;
    private boolean isOver;

    /**
     * A replica whose first object is yet to be stored.
     *
     * @param timer the number of its timer in the node's wheel
     * @param before what is under the key
     */
    public ReplicaState(ReplicaContext context, int timer, Optional<Slot> before) {
        this.context = context;
        this.placard = new Placard(context.changed());
        this.timer = timer;
        this.before = before;
    }

    /** The replica's mailbox, before its first message comes out of it. */
    void attach(RateMailbox.RequestQueue itsQueue) {
        queue = itsQueue;
    }

    /** The replica's actor starts, or starts again. */
    void attach(ActorRef itsActor) {
        actor = itsActor;
    }

    ReplicaContext context() {
        return context;
    }

    private Clock clock() {
        return context.node().clock();
    }

    /** The header of the object that lives here, for others to read. */
    public Placard placard() {
        return placard;
    }

    // The object

    /** The object that lives here; none before the first one is stored. */
    HostedObject object() {
        return object;
    }

    /** Whether the first object is yet to be stored. */
    boolean isEmpty() {
        return object == null;
    }

    /** Whether the replica has ended. */
    boolean isOver() {
        return isOver;
    }

    /** Whether the object of an event lives here still: neither has the replica ended nor was it replaced. */
    boolean holds(HostedObject asked) {
        return !isOver && object == asked;
    }

    /** Ends the replica if the object's time to live is over. */
    void endIfExpired() {
        if (!isOver && object != null && object.isExpired(clock())) {
            end(Slot.Tombstone.afterExpiry(object.header()));
        }
    }

    /** Whether a handler of this name runs. */
    boolean runs(String handler) {
        return !isSetAside() && object.instance().handles(handler);
    }

    /** What a change of the object gets before any handler runs. */
    ChangeRule.Result resultOf(Wire.Change change) {
        return ChangeRule.of(object.content(isSetAside(), this), change, clock().wallMillis());
    }

    /** The first object that arrives takes so many bytes; its supervisor has made room for it. */
    void entered(int itsBytes) {
        bytes = itsBytes;
    }

    /**
     * Stores the first object, or another one in its place, against which nothing is held but a warning.
     *
     * @param isOfPut whether a put made it, which may be taken back
     */
    void store(HostedObject arrived, int itsBytes, boolean isOfPut) {
        boolean isFirst = object == null && !before.map(this::isLive).orElse(false);
        undone = isFirst && isOfPut ? before : null;
        if (object != null) {
            object.replaced();
        }
        object = arrived;
        placard.show(object.header());
        bytes = itsBytes;
        before = Optional.empty();
        release();
    }

    private boolean isLive(Slot slot) {
        return slot instanceof Slot.Held held && !held.isExpired(clock().wallMillis());
    }

    /** The header of what takes the place of what is here, put by this change. */
    Header inPlace(Header arrived, Wire.Change change) {
        return object == null && change instanceof Wire.Put put
                ? Slot.inPlaceOf(arrived, put, before)
                : inPlace(arrived);
    }

    /** The header of what takes the place of what is here. */
    Header inPlace(Header arrived) {
        return object == null ? Slot.displacing(arrived, before) : arrived.displacing(object.header());
    }

    /** The object, or one that is to take its place, took an update. */
    void accepted(HostedObject its, Version update, RecentUpdates.Call call, long serial) {
        its.accepted(update, call, serial, clock().wallMillis());
        if (its == object) {
            placard.show(its.header());
            arm();
        }
    }

    /** Takes room for what is to live here; refuses the request in hand if there is none. */
    boolean takesRoom(int newBytes) {
        Optional<String> full = noRoom(newBytes);
        full.ifPresent(why -> answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, why))));
        return full.isEmpty();
    }

    /** Takes room for what is to live here; or says why there is none. */
    Optional<String> noRoom(int newBytes) {
        Optional<String> full = context.quota().exchange(bytes, newBytes);
        if (full.isEmpty() && newBytes != bytes) {
            bytes = newBytes;
            context.supervisor().tell(new SupervisorMessage.Resized(actor, timer, newBytes));
        }
        return full;
    }

    // What it is compared by, and what was taken back

    /** What is held here, in brief. */
    KeyDigest digest() {
        if (isOver) {
            return left.map(Slot::digest).orElse(KeyDigest.NOTHING);
        }
        return object == null ? before.map(Slot::digest).orElse(KeyDigest.NOTHING) : KeyDigest.of(object.header());
    }

    /** As {@link #digest}; what holds a change that was taken back counts as nothing. */
    KeyDigest soundDigest() {
        boolean isSound = object == null || retracted == null || !object.holdsAny(this::isRetracted);
        return isSound ? digest() : KeyDigest.NOTHING;
    }

    /**
     * Takes the tombstone of another owner if it is newer than what lives here.
     *
     * @param isGivingWay whether it comes in its place though it be older
     */
    void take(KeyContent.Gone gone, boolean isGivingWay) {
        boolean isTaken = gone.digest().beats(isGivingWay ? KeyDigest.NOTHING : soundDigest());
        if (isTaken && !isRetracted(gone.version())) {
            end(Optional.of(Slot.Tombstone.of(gone)));
        }
    }

    boolean isRetracted(Version change) {
        return retracted != null && retracted.has(change, clock().millis());
    }

    @Override
    public boolean isRetracted(Wire.Change change) {
        return retracted != null
                && (change instanceof Wire.Copy copy
                        ? retracted.isIn(copy.image(), clock().millis())
                        : isRetracted(change.version()));
    }

    @Override
    public boolean hasTaken(Version update) {
        return object.updates().has(update);
    }

    @Override
    public boolean mayHaveForgotten(Version update) {
        return object.updates().mayHaveForgotten(update, wallMillis());
    }

    /** Whether the image may not live here: its time is over, or it holds what was taken back. */
    boolean refuses(Image image) {
        return image.header().isExpired(wallMillis()) || retracted != null && retracted.isIn(image, clock().millis());
    }

    /** Whether what lives here is newer than the change, or is it. */
    boolean isOvertakenBy(Wire.Change change) {
        Version arriving =
                change instanceof Wire.Copy copy ? copy.image().header().lineage() : change.version();
        return object != null && !arriving.isNewerThan(object.header().lineage());
    }

    /** The change of this version ended so. */
    Retraction resolve(Version change, Wire.Resolution resolution) {
        if (resolution == Wire.Resolution.RETRACTED) {
            return retract(change);
        }
        if (resolution == Wire.Resolution.OVERRULED && retracted != null) {
            retracted.remove(change);
        }
        if (resolution == Wire.Resolution.CONFIRMED
                && !isEmpty()
                && object.header().lineage().equals(change)) {
            object.header(object.header().confirmed());
            placard.show(object.header());
        }
        return Retraction.NOT_HELD;
    }

    private Retraction retract(Version change) {
        if (retracted == null) {
            Duration deadline = context.node().settings().requests().timeout();
            retracted = new RetractedChanges(2 * deadline.toMillis());
        }
        retracted.add(change, clock().millis());
        if (isOver || object == null || !object.holdsAny(change::equals)) {
            return Retraction.NOT_HELD;
        }
        if (undone == null || !object.header().lineage().equals(change)) {
            return Retraction.GIVES_WAY;
        }
        end(undone);
        return Retraction.UNDONE;
    }

    /** A merge begins: it is told if it cannot end. */
    void begins(ImageMerge itsMerge) {
        merge = itsMerge;
    }

    void ends(ImageMerge itsMerge) {
        merge = null;
    }

    long wallMillis() {
        return clock().wallMillis();
    }

    // Its supervisor

    /** The first object is not stored: what was under the key before comes back. */
    void endUnlessStored() {
        if (object == null) {
            end(before);
        }
    }

    /** Ends the replica, of which nothing is left here, unless it has become another one than this. */
    void leave(KeyDigest held) {
        if (held.equals(digest())) {
            end(Optional.empty());
        }
    }

    /** The replica makes room: for nothing, or for what is left of it. */
    void end(Optional<Slot> itsLeft) {
        if (!isOver) {
            isOver = true;
            left = itsLeft;
            context.supervisor().tell(new SupervisorMessage.Ended(actor, timer, itsLeft));
        }
    }

    /** The deadline that the supervisor was told last has come. */
    void deadlineCame() {
        armedMillis = Long.MAX_VALUE;
    }

    /** Tells the supervisor the object's next deadline, if it is another one than it was told before. */
    void arm() {
        if (isOver) {
            return;
        }
        long deadline = nextDeadline(clock().millis(), clock().wallMillis());
        if (deadline != armedMillis) {
            armedMillis = deadline;
            context.supervisor().tell(new SupervisorMessage.Arm(actor, timer, deadline));
        }
    }

    /** What is set aside has no deadline before its end. */
    private long nextDeadline(long now, long wall) {
        return isSetAside() ? object.end(now, wall) : object.nextDeadline(now, wall);
    }

    // The request in hand

    /** Takes a request in hand. */
    void serve(ReplicaRequest request) {
        serving = request;
    }

    /** Counts the request in hand; as many bytes as a client sends, the object may send as well. */
    void received(Wire.ObjectRequest request) {
        boolean isBare = request instanceof Wire.Get get && get.request() == Value.NIL;
        usage.received(isBare ? BARE_GET_BYTES : WireSize.of(request));
        if (request.caller().key().isEmpty()) {
            object.earn(request, clock());
        }
    }

    /** Whether the change waited longer than its terms allow, and must not begin. */
    boolean isTooLate(Wire.Change change) {
        int millis = change.terms().millis();
        return millis > 0 && clock().nanos() - serving.arrivedNanos() > millis * NANOS_PER_MILLI;
    }

    /** Whether the same change waits for its handler already. */
    boolean isWaitingFor(Wire.Change change) {
        return waiting != null
                && waiting.stream()
                        .flatMap(wait -> wait.request().stream())
                        .anyMatch(request -> request.body() instanceof Wire.Change other
                                && !(other instanceof Wire.Copy)
                                && other.version().equals(change.version()));
    }

    /** Answers the request in hand. */
    void answer(ReplicaReply reply) {
        ReplicaRequest served = serving;
        serving = null;
        served.replyTo().reply(reply);
    }

    /** Answers the request in hand, if there is one still, that a bug struck. */
    void answerBug() {
        if (merge != null) {
            merge.abandon();
        }
        if (serving != null) {
            answer(ReplicaReply.Failed.INTERNAL);
        }
    }

    /** Answers the request in hand that its event did not end well. */
    void answerNo(Outcome outcome) {
        answer(
                outcome.result() instanceof Result.Refused refused
                        ? new ReplicaReply.Refused(Refusal.of(Refusal.Reason.OBJECT, refused.reason()), outcome.usage())
                        : new ReplicaReply.Failed(Failure.of(outcome.result()), outcome.usage()));
    }

    /** The replica has ended: the request in hand goes back to the supervisor. */
    void handBack() {
        ReplicaRequest served = serving;
        serving = null;
        served.abandoned();
    }

    /** The answer to a request while the onPut of the first object waits. */
    ReplicaReply answerEmpty(Wire.Request body) {
        if (!(body instanceof Wire.Get)) {
            return new ReplicaReply.Refused(
                    Refusal.retry(Refusal.Reason.BUSY, "an object is being put under the key", RETRY_MILLIS));
        }
        // What the object is to replace stays until it is stored.
        return before.filter(slot -> slot instanceof Slot.Passive value && !value.isExpired(clock().wallMillis()))
                .map(slot -> ((Slot.Passive) slot).answer())
                .orElseGet(ReplicaReply.Absent::new);
    }

    /** The answer to a request while the object is set aside; empty if it is not, or its writer changes it. */
    Optional<ReplicaReply> answerSetAside(Wire.Request body) {
        boolean isOfWriter = body instanceof Wire.Change change
                && change.caller().writer().equals(object.header().writer());
        if (!isSetAside() || isOfWriter) {
            return Optional.empty();
        }
        usage.refused();
        String why = usage.lastError().orElse("it is not told why");
        return Optional.of(
                new ReplicaReply.Refused(Refusal.of(Refusal.Reason.SET_ASIDE, "the object is set aside: " + why)));
    }

    /** The standing, usage and log of the object that lives here. */
    ReplicaReply.Status status() {
        return new ReplicaReply.Status(
                object.header(),
                bytes,
                standing(),
                usage.totals(object.sentBytes(), queue.refusals()),
                usage.lastError(),
                object.instance().log());
    }

    // Events

    @Override
    public void ended(HostedObject its, Outcome outcome) {
        // The onPut of an arriving object is not the doing of the one that lives here.
        if (its != object) {
            return;
        }
        boolean isBroken = usage.ended(outcome);
        // Most objects never break a limit.
        if (isBroken || penalty != null) {
            Standing was = standing();
            if (isBroken) {
                penalty().broke(clock().millis());
            } else {
                penalty.behaved(clock().millis());
            }
            penaltyChanged(was, false);
        }
    }

    @Override
    public void committed(HostedObject its, List<Effect> effects) {
        if (its.isReplaced()) {
            return;
        }
        for (Effect effect : effects) {
            context.node().witness().effect(its.key(), effect);
            if (!its.setTimer(effect, clock().millis())) {
                context.sender().send(its, effect);
            }
        }
        policyMayHaveChanged(its, effects);
    }

    /** An event of the object, or of one that is to take its place, ended that ran elsewhere before. */
    void committedSilently(HostedObject its, List<Effect> effects) {
        for (Effect effect : effects) {
            its.setTimer(effect, clock().millis());
        }
        policyMayHaveChanged(its, effects);
    }

    private void policyMayHaveChanged(HostedObject its, List<Effect> effects) {
        // Neither is so after most events: their objects are due when they were before.
        boolean isChanged = its.applyPolicy(clock());
        if (its != object) {
            return;
        }
        if (isChanged) {
            placard.show(its.header());
        }
        if (isChanged || !effects.isEmpty()) {
            arm();
        }
    }

    @Override
    public WaitingEvents.Wait waits(int held) {
        WaitingEvents.Wait wait = context.hosting().waiting().began(held, Optional.ofNullable(serving));
        serving = null;
        if (waiting == null) {
            waiting = new ArrayList<>(1);
        }
        waiting.add(wait);
        return wait;
    }

    @Override
    public void resumes(WaitingEvents.Wait wait) {
        wait.ended();
        waiting.remove(wait);
        serving = wait.request().orElse(null);
    }

    /** The last event of an object that deleted itself is over. */
    void deletedItself(HostedObject its) {
        if (its == object) {
            end(Optional.of(Slot.Tombstone.local(its.header())));
        }
    }

    /** Work for the object that belongs to none of its events. */
    void spent(Usage more) {
        usage.spent(more);
    }

    /** The actor stops for good: nothing waits any more, and all unanswered requests go back to the supervisor. */
    void stop() {
        if (merge != null) {
            merge.abandon();
        }
        context.hosting().penalties().moved(standing(), Standing.ORDINARY);
        if (waiting != null) {
            waiting.forEach(WaitingEvents.Wait::ended);
            waiting.forEach(wait -> wait.request().ifPresent(ReplicaRequest::abandoned));
        }
        if (serving != null) {
            serving.abandoned();
        }
    }

    // Its penalty

    Standing standing() {
        return penalty == null ? Standing.ORDINARY : penalty.standing();
    }

    boolean isSetAside() {
        return standing() == Standing.SET_ASIDE;
    }

    /** Lets the object run again if it is set aside. */
    void release() {
        if (isSetAside()) {
            penalty.release(clock().millis());
            penaltyChanged(Standing.SET_ASIDE, false);
        }
    }

    /** The actor met a bug; once too often, and the object is set aside. */
    void metBug(String bug) {
        // Of the event that met it nothing is done any more.
        object.endEvent();
        usage.failed(bug);
        Standing was = standing();
        penalty().metBug(clock().millis());
        penaltyChanged(was, true);
    }

    private PenaltyRule penalty() {
        if (penalty == null) {
            penalty = new PenaltyRule(context.conduct());
        }
        return penalty;
    }

    private void penaltyChanged(Standing before, boolean isBug) {
        context.hosting().penalties().moved(before, standing());
        if (isSetAside() && before != Standing.SET_ASIDE) {
            context.supervisor().tell(new SupervisorMessage.SetAside(object.key(), isBug));
        }
        // What is set aside answers at once that it is.
        queue.slow(standing() == Standing.SLOWED);
    }
}
