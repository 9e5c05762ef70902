package org.cometkv.actors.objects;

import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.dispatch.RateMailbox;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/**
 * The state of one replica that survives a restart of its actor: the object as of its last commit, its penalty, the
 * requests that wait, and what its supervisor was told.
 *
 * <p>Not thread-safe; owned by one AsoActor after the other.
 */
public final class ReplicaState implements EventRunner.Listener {

    /** Estimated bytes of a get without a request. An estimate, because counting each would cost measurably. */
    private static final int BARE_GET_BYTES = 256;

    private final ReplicaContext context;
    private final Placard placard;
    private final ObjectConduct conduct;
    private final ChangeMemory memory = new ChangeMemory(this);
    private final ServedRequests requests;
    private final ReplicaStreams streams;
    private final Supervision supervision;
    private final Passivation passivation = new Passivation(this);
    /** The object that lives here; null until the first one is stored. */
    private HostedObject object;
    /** What was under the key before the first object, and comes back if that is not stored. */
    private Optional<Slot> before;
    /**
     * A replica whose first object is yet to be stored.
     *
     * @param timer the number of its timer in the node's wheel
     * @param before what is under the key
     */
    public ReplicaState(ReplicaContext context, int timer, Optional<Slot> before) {
        this.context = context;
        this.placard = new Placard(context.changed());
        this.supervision = new Supervision(context, timer);
        this.before = before;
        this.conduct = new ObjectConduct(context);
        this.streams = new ReplicaStreams(context.hosting().streams());
        this.requests =
                new ServedRequests(context.hosting().waiting(), context.node().clock());
    }

    /** The replica's mailbox, before its first message comes out of it. */
    void attach(RateMailbox.RequestQueue itsQueue) {
        conduct.attach(itsQueue);
    }

    /** The replica's actor starts, or starts again. */
    void attach(ActorRef itsActor) {
        supervision.attach(itsActor);
    }

    ReplicaContext context() {
        return context;
    }

    Supervision supervision() {
        return supervision;
    }

    ObjectConduct conduct() {
        return conduct;
    }

    Passivation passivation() {
        return passivation;
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
        return supervision.isOver();
    }

    /** Whether the object of an event lives here still: neither has the replica ended nor was it replaced. */
    boolean holds(HostedObject asked) {
        return !isOver() && object == asked;
    }

    /** Ends the replica if the object's time to live is over. */
    void endIfExpired() {
        if (!isOver() && object != null && object.isExpired(clock())) {
            end(Slot.Tombstone.afterExpiry(object.header()));
        }
    }

    /** Whether a handler of this name runs. */
    boolean runs(String handler) {
        return !isSetAside() && object.instance().handles(handler);
    }

    /** What a change of the object gets before any handler runs. */
    ChangeRule.Result resultOf(Wire.Change change) {
        return ChangeRule.of(object.content(isSetAside(), memory), change, clock().wallMillis());
    }

    /** Stores the first object, or another one in its place, against which nothing is held but a warning. */
    void store(HostedObject arrived) {
        if (object == null) {
            // An image may hold a put that is taken back as well.
            memory.madeBy(before.map(slot -> slot.isLive(wallMillis())).orElse(false) ? null : before);
        } else if (!arrived.header().lineage().equals(object.header().lineage())) {
            memory.madeBy(null);
        }
        if (object != null) {
            object.replaced();
            streams.replaced(object.header(), arrived.header());
        }
        object = arrived;
        object.streams(streams);
        supervision.stored(arrived.instance().live());
        placard.show(object.header(), before);
        before = Optional.empty();
        conduct.release(object.key());
    }

    /** Another header of the object that lives here. */
    void header(Header changed) {
        object.header(changed);
        placard.show(changed);
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
    boolean takesRoom(Charge charge) {
        Optional<String> full = noRoom(charge);
        full.ifPresent(why -> requests.answer(new ReplicaReply.Refused(Refusal.of(Refusal.Reason.QUOTA, why))));
        return full.isEmpty();
    }

    /** Takes room for what is to live here; or says why there is none. */
    Optional<String> noRoom(Charge charge) {
        return supervision.noRoom(charge);
    }

    /** What the replica remembers of changes. */
    ChangeMemory memory() {
        return memory;
    }

    /** What is held here, in brief. */
    KeyDigest digest() {
        if (isOver()) {
            return supervision.leftDigest();
        }
        return object == null ? before.map(Slot::digest).orElse(KeyDigest.NOTHING) : KeyDigest.of(object.header());
    }

    /** As {@link #digest}; what holds a change that was taken back counts as nothing. */
    KeyDigest soundDigest() {
        return object != null && memory.isIn(object) ? KeyDigest.NOTHING : digest();
    }

    long wallMillis() {
        return clock().wallMillis();
    }

    /** The first object is not stored: what was under the key before comes back. */
    void endUnlessStored() {
        if (object == null) {
            end(before);
        }
    }

    /** Ends the replica, of which nothing is left here, unless it has become another one than this. */
    void leave(KeyDigest held) {
        if (held.equals(digest())) {
            streams.end(StreamCause.MOVED);
            end(Optional.empty());
        }
    }

    /** The replica makes room: for nothing, or for what is left of it. */
    void end(Optional<Slot> left) {
        supervision.end(left);
        streams.end(StreamCause.REMOVED);
        if (object != null) {
            context.changed().ended(object.key());
        }
    }

    /** Tells the supervisor when the object is due next, if it is another instant than it was told before. */
    void arm() {
        if (!isOver()) {
            long deadline = nextDeadline();
            supervision.arm(deadline, passivation.due(deadline));
        }
    }

    /** When the object is due next; what is set aside is not before its end. */
    long nextDeadline() {
        long now = clock().millis();
        return isSetAside() ? object.end(now, wallMillis()) : object.nextDeadline(now, wallMillis());
    }

    // The request in hand

    /** Counts the request in hand; as many bytes as a client sends, the object may send as well. */
    void received(Wire.ObjectRequest request) {
        boolean isBare = request instanceof Wire.Get get && get.request() == Value.NIL;
        conduct.usage().received(isBare ? BARE_GET_BYTES : WireSize.of(request));
        if (request.caller().key().isEmpty()) {
            object.earn(request, clock());
        }
    }

    /** The messages of the object that lives here, and their subscribers. */
    ReplicaStreams streams() {
        return streams;
    }

    /** The requests that are not answered yet. */
    ServedRequests requests() {
        return requests;
    }

    /** The answer to a request while the onPut of the first object waits. */
    ReplicaReply answerEmpty(Wire.Request body) {
        return Slot.answerDuringPut(before, body, wallMillis());
    }

    /** The answer to a request while the object is set aside; empty if it is not, or its writer changes it. */
    Optional<ReplicaReply> answerSetAside(Wire.Request body) {
        boolean isOfWriter = body instanceof Wire.Change change
                && change.caller().writer().equals(object.header().writer());
        return isSetAside() && !isOfWriter ? Optional.of(conduct.refused()) : Optional.empty();
    }

    /** The standing, usage and log of the object that lives here. */
    ReplicaReply.Status status() {
        return new ReplicaReply.Status(
                object.header(),
                supervision.bytes(),
                conduct.standing(),
                conduct.totals(object.sentBytes()),
                conduct.usage().lastError(),
                object.instance().log());
    }

    // Events

    @Override
    public void ended(HostedObject its, Event event, Outcome outcome) {
        streams.ended(event);
        // The onPut of an arriving object is not the doing of the one that lives here.
        if (its == object) {
            conduct.ended(its.key(), outcome);
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
        streams.publish(its, effects);
        policyMayHaveChanged(its, effects);
    }

    /** An event of the object, or of one to take its place, ended that ran elsewhere before. */
    void committedSilently(HostedObject its, List<Effect> effects) {
        for (Effect effect : effects) {
            its.setTimer(effect, clock().millis());
        }
        streams.changed(its);
        policyMayHaveChanged(its, effects);
    }

    private void policyMayHaveChanged(HostedObject its, List<Effect> effects) {
        // Neither is so after most events: their objects are due when they were before.
        boolean isChanged = its.applyPolicy(clock());
        if (its != object || isOver()) {
            return;
        }
        supervision.holds(its.instance().live());
        placard.ran(its.key(), its.instance().changes(), !effects.isEmpty());
        if (isChanged) {
            placard.show(its.header());
        }
        if (isChanged || !effects.isEmpty()) {
            arm();
        }
    }

    @Override
    public WaitingEvents.Wait waits(int held) {
        return requests.waits(held);
    }

    @Override
    public void resumes(WaitingEvents.Wait wait) {
        requests.resumes(wait);
    }

    /** The last event of an object that deleted itself is over. */
    void deletedItself(HostedObject its) {
        if (its == object) {
            end(Optional.of(Slot.Tombstone.local(its.header())));
        }
    }

    /** Work for the object that belongs to none of its events. */
    void spent(Usage more) {
        conduct.usage().spent(more);
    }

    /** The actor stops for good: nothing waits any more, and all unanswered requests go back to the supervisor. */
    void stop() {
        conduct.stop();
        requests.stop();
        streams.end(StreamCause.MOVED);
    }

    boolean isSetAside() {
        return conduct.isSetAside();
    }

    /** Lets the object run again if it is set aside. */
    void release() {
        conduct.release(object.key());
    }

    /** The actor met a bug; once too often, and the object is set aside. */
    void metBug(String bug) {
        // Of the event that met it nothing is done any more.
        object.endEvent();
        conduct.metBug(object.key(), bug);
    }
}
