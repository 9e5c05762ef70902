package org.cometkv.actors.objects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cometkv.actors.changes.ChangeRule;
import org.cometkv.actors.changes.UpdateLog;
import org.cometkv.actors.conduct.SendBudget;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Script;
import org.cometkv.aso.Version;
import org.cometkv.aso.host.TimerPlan;
import org.cometkv.aso.lua.Instance;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerSchedule;

/**
 * A hosted object: its Lua instance, its header, its timers and its send budget.
 *
 * <p>Not thread-safe; owned by an AsoActor.
 */
final class HostedObject {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MEASURE_MILLIS = 100;

    private final Script script;
    private final Instance instance;
    private final CometSettings settings;
    private final TimerSchedule schedule;
    private final long seed;
    private Header header;
    /** The updates that it took a short while ago; null until the first one. */
    private UpdateLog updates;

    private SendBudget budget;
    /** The sends that the event in hand prepared, in order; null while it prepared none. */
    private Deque<PreparedSend> prepared;
    /** The named timers as the event in hand leaves them; null while it wants to change none. */
    private TimerPlan planned;

    /** Null before it lives here. */
    private ReplicaStreams streams;

    private int imageBytes = -1;
    private long measuredMillis;
    private boolean isMeasured;
    private boolean isReplaced;
    private int appliedRevision;

    /** An object that a put created; its chunk has run. */
    HostedObject(Wire.Put put, Instance instance, CometSettings settings, long seed, long now) {
        this.script = put.script();
        this.instance = instance;
        this.settings = settings;
        this.seed = seed;
        this.schedule = new TimerSchedule(settings.limits().namedTimers());
        this.header = Header.of(put, instance.policy(), settings.replicas(instance.policy()));
        this.appliedRevision = instance.revision();
        schedule.periodic(periodMillis(), now, seed);
    }

    /** An object that came as an image; its chunk has run and its state is restored. */
    HostedObject(Image image, Instance instance, CometSettings settings, long seed, long now) {
        this.script = image.script();
        this.instance = instance;
        this.settings = settings;
        this.seed = seed;
        this.header = image.header();
        if (!image.recent().equals(RecentUpdates.NONE)) {
            this.updates = UpdateLog.of(image.recent(), keptMillis());
        }
        // The image's header may not agree with its state: the policy is applied when the first event ends.
        this.appliedRevision = instance.revision() - 1;
        this.schedule = TimerSchedule.restored(settings.limits().namedTimers(), periodMillis(), image.timers(), now);
    }

    /** The object's image. */
    Image image(long now) {
        return new Image(header, script, instance.encode(), schedule.remaining(now), recent());
    }

    /**
     * The size of the object's image: the price of a copy, and the measure of what it may send at once.
     *
     * <p>It stays the same until the effects of the event in hand are performed. It is measured a few times a second at
     * most, because the event does not pay for the walk over the state.
     */
    int imageBytes(long now) {
        if (!isMeasured && (imageBytes < 0 || now - measuredMillis >= MEASURE_MILLIS)) {
            imageBytes = WireSize.of(image(now));
            measuredMillis = now;
        }
        isMeasured = true;
        return imageBytes;
    }

    /** The size by which the copies that are sent now were paid. */
    int paidImageBytes() {
        return imageBytes;
    }

    /** The object's send budget; a full one before it has sent anything. */
    SendBudget budget(long nowNanos) {
        int bytes = imageBytes(Math.floorDiv(nowNanos, NANOS_PER_MILLI));
        if (budget == null) {
            budget = new SendBudget(settings.rate().outgoing(), nowNanos);
        }
        budget.imageIs(bytes);
        return budget;
    }

    /** The state of its send budget; empty before it has sent anything. */
    Optional<SendBudget.Snapshot> budgetSnapshot(long nowNanos) {
        return Optional.ofNullable(budget).map(its -> its.snapshot(nowNanos));
    }

    /** Goes on from a send budget as it was at an instant. */
    void recallBudget(SendBudget.Snapshot snapshot, long takenNanos) {
        budget = new SendBudget(settings.rate().outgoing(), snapshot, takenNanos);
    }

    /** The bytes that the object sent so far. */
    long sentBytes() {
        return budget == null ? 0 : budget.paidBytes();
    }

    /** Adds the bytes of a client's request to the send budget. */
    void earn(Wire.Item request, Clock clock) {
        // Before it ever sent anything its budget is full, and a full one earns nothing.
        if (budget != null) {
            budget.earn(WireSize.of(request), clock.nanos());
        }
    }

    /** Takes over the send budget of the object that this one is to replace. */
    void inheritBudget(HostedObject replaced) {
        budget = replaced.budget;
    }

    /**
     * Its timer runs on as that of the replica of the same object which it is to replace: the image of another node
     * would bring that one's.
     */
    void continueTimer(HostedObject replaced) {
        schedule.continuePeriod(replaced.schedule);
    }

    /** It lives here, and whoever subscribes to it subscribes to these. */
    void streams(ReplicaStreams its) {
        streams = its;
    }

    /** Whether these are its streams: it lives here. */
    boolean isSubscribedBy(ReplicaStreams its) {
        return streams == its && !isReplaced;
    }

    /** How many subscribe to it. */
    int subscribers() {
        return streams == null ? 0 : streams.subscribers();
    }

    /** Another object lives in its place from now on. */
    void replaced() {
        isReplaced = true;
    }

    /** Whether another object lives in its place, and the effects of its last events are void. */
    boolean isReplaced() {
        return isReplaced;
    }

    /** Takes or frees the place of a named timer that the event in hand arms or cancels; why it cannot, if so. */
    Optional<String> plan(Effect effect) {
        if (planned == null) {
            planned = new TimerPlan(schedule.names(), settings.limits().namedTimers());
        }
        return planned.admit(effect);
    }

    /** An event begins or goes on, within these limits. */
    void beginEvent(Limits limits) {
        instance.limits(limits);
    }

    /** Keeps a send of the event in hand until it is performed. */
    void prepare(PreparedSend send) {
        if (prepared == null) {
            prepared = new ArrayDeque<>(2);
        }
        prepared.add(send);
    }

    /**
     * The send that the event in hand prepared for an effect or question; each is taken once, in order.
     *
     * @throws IllegalStateException if there is none: then it was never paid
     */
    PreparedSend takePrepared(Object cause) {
        PreparedSend next = prepared == null ? null : prepared.poll();
        // A question whose script failed before it could wait was prepared and is never asked.
        while (next != null && next.cause() != cause) {
            next = prepared.poll();
        }
        if (next == null) {
            throw new IllegalStateException("this was not admitted and paid: " + cause);
        }
        return next;
    }

    /** The event in hand has ended, or waits and its effects are performed. */
    void endEvent() {
        planned = null;
        prepared = null;
        isMeasured = false;
    }

    Key key() {
        return header.key();
    }

    Header header() {
        return header;
    }

    Script script() {
        return script;
    }

    Instance instance() {
        return instance;
    }

    /** Arms or cancels the named timer of an effect; false if the effect is about no timer. */
    boolean setTimer(Effect effect, long now) {
        if (effect instanceof Effect.After after) {
            schedule.after(after.name(), after.delayMillis(), now);
        } else if (effect instanceof Effect.Cancel cancel) {
            schedule.cancel(cancel.name());
        } else {
            return false;
        }
        return true;
    }

    /** The object as the rule for changes sees it. */
    ChangeRule.Content.Hosted content(boolean isSetAside, ChangeRule.Memory memory) {
        return new ChangeRule.Content.Hosted(
                header, instance.handles("onUpdate"), instance.handles("onRemove"), isSetAside, memory);
    }

    /**
     * The object took an update and stays.
     *
     * @param call what its handler was given
     * @param serial the last one that its author signed
     */
    void accepted(Version update, RecentUpdates.Call call, long serial, long wallMillis) {
        Policy policy = instance.policy();
        header = header.withUpdate(update, policy, serial).displacing(header);
        updates().add(update, policy.accept() == Accept.ALL ? Optional.of(call) : Optional.empty(), wallMillis);
    }

    /** The updates that it took a short while ago. */
    UpdateLog updates() {
        if (updates == null) {
            updates = new UpdateLog(keptMillis());
        }
        return updates;
    }

    private long keptMillis() {
        return settings.replication().updatesKept().toMillis();
    }

    /** As {@link #updates}, as they travel. */
    RecentUpdates recent() {
        return updates == null ? RecentUpdates.NONE : updates.recent();
    }

    /** The change that made it, the last one, and its updates as far as they are known. */
    Stream<Version> changes() {
        Stream<Version> ends = Stream.of(header.lineage(), header.version());
        return updates == null ? ends : Stream.concat(ends, updates.versions());
    }

    /** Another header of the same object: it was confirmed, or takes a place. */
    void header(Header changed) {
        header = changed;
    }

    /** Applies what the handlers changed in the reserved fields; false if they changed nothing there. */
    boolean applyPolicy(Clock clock) {
        if (appliedRevision == instance.revision()) {
            return false;
        }
        appliedRevision = instance.revision();
        Policy policy = instance.policy();
        header = header.withPolicy(policy, settings.replicas(policy)).displacing(header);
        schedule.periodic(periodMillis(), clock.millis(), seed);
        return true;
    }

    private long periodMillis() {
        long defaultMillis = settings.timers().defaultPeriod().toMillis();
        return instance.handles("onTimer") ? instance.policy().timerMillis().orElse(defaultMillis) : 0;
    }

    /** When something is due next: a timer, or the object's end. */
    long nextDeadline(long now, long wall) {
        return Math.min(end(now, wall), schedule.nextDeadline());
    }

    /** When the object ends, by the monotonic clock; never is {@link Long#MAX_VALUE}. */
    long end(long now, long wall) {
        OptionalLong expires = header.expiresAtMillis();
        return expires.isPresent() ? now + Math.max(0, expires.getAsLong() - wall) : Long.MAX_VALUE;
    }

    boolean isExpired(Clock clock) {
        // The clock is read for those only that may have expired: most never do.
        return header.expiresAtMillis().isPresent() && header.isExpired(clock.wallMillis());
    }

    /** The timer that is due first, which counts as fired. */
    Optional<TimerSchedule.Firing> takeDue(long now) {
        return schedule.takeDue(now);
    }
}
