package org.cometkv.testkit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Position;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.timers.TimerSchedule;

/**
 * A live object of a script: its instance in the sandbox, its host, and its timers, without an actor.
 *
 * <p>Not thread-safe; owned by a {@link ScriptTester}.
 */
final class TestedObject {

    /** The number of named timers at most, the period that {@code aso.timer} may change, and the seed of its jitter. */
    record TimerSettings(int namedMax, long defaultPeriodMillis, long seed) {}

    private final Script script;
    private final Instance instance;
    private final StandaloneHost host;
    private final Scratch scratch;
    private final TimerSettings settings;
    private TimerSchedule schedule;
    private int appliedRevision;
    private int events;
    private Optional<LineTrace> trace = Optional.empty();

    TestedObject(Script script, Instance instance, StandaloneHost host, Scratch scratch, TimerSettings settings) {
        this.script = script;
        this.instance = instance;
        this.host = host.namedTimers(settings.namedMax());
        this.scratch = scratch;
        this.settings = settings;
    }

    /** Traces the lines of its events from now on: an event gives the thread back before every instruction. */
    void trace(LineTrace lines, Limits limits) {
        trace = Optional.of(lines);
        instance.limits(limits.with(Limits.Name.SLICE, 1));
    }

    /** Runs the body and sets the fields. */
    Outcome create(Value.Table fields, long now) {
        schedule = new TimerSchedule(settings.namedMax());
        host.now(now);
        Outcome outcome = ended(instance.create(scratch, host, fields));
        if (outcome.isCommitted()) {
            applyPolicy(now);
        }
        return outcome;
    }

    /** Runs the body and takes over a stored state with what was left of its timers. */
    Outcome restore(byte[] state, SortedMap<String, Long> remaining, long now) {
        host.now(now);
        Outcome outcome = ended(instance.restore(scratch, host, state));
        if (outcome.isCommitted()) {
            appliedRevision = instance.revision();
            schedule = TimerSchedule.restored(settings.namedMax(), periodMillis(), remaining, now);
            schedule.names().forEach(name -> host.conclude(List.of(new Effect.After(name, 0))));
        }
        return outcome;
    }

    private Outcome ended(Step first) {
        Step step = settled(first);
        if (step instanceof Step.Ended ended) {
            return ended.outcome();
        }
        throw new IllegalStateException("a script's body cannot wait, and this one does: " + step);
    }

    /** Begins an event, up to its end or its first wait. */
    Step begin(Event event, long now) {
        host.now(now);
        trace.ifPresent(lines -> lines.begin(event.handler(), script));
        events++;
        return took(settled(instance.handle(scratch, host, event)), now);
    }

    /** The number of events that have begun. */
    int events() {
        return events;
    }

    /** Goes on with an event that waits. */
    Step proceed(Step.Waiting waiting, Reply reply, long now) {
        host.now(now);
        return took(settled(instance.proceed(scratch, host, waiting, Optional.of(reply))), now);
    }

    private Step settled(Step first) {
        Step step = first;
        while (step instanceof Step.Yielded yielded) {
            trace.ifPresent(lines -> Position.of(yielded).ifPresent(lines::at));
            step = instance.proceed(scratch, host, yielded, Optional.empty());
        }
        return step;
    }

    /** The timers that the effects set, and the period that the reserved fields give by now. */
    private Step took(Step step, long now) {
        List<Effect> effects = effects(step);
        for (Effect effect : effects) {
            if (effect instanceof Effect.After after) {
                schedule.after(after.name(), after.delayMillis(), now);
            } else if (effect instanceof Effect.Cancel cancel) {
                schedule.cancel(cancel.name());
            }
        }
        host.conclude(effects);
        applyPolicy(now);
        return step;
    }

    /** The effects of what an event did until it ended or waited. */
    static List<Effect> effects(Step step) {
        return step instanceof Step.Waiting waiting
                ? waiting.effects()
                : ((Step.Ended) step).outcome().effects();
    }

    private void applyPolicy(long now) {
        if (appliedRevision != instance.revision()) {
            appliedRevision = instance.revision();
            schedule.periodic(periodMillis(), now, settings.seed());
        }
    }

    private long periodMillis() {
        return handles("onTimer") ? instance.policy().timerMillis().orElse(settings.defaultPeriodMillis()) : 0;
    }

    /** When something is due next: a timer, or the end of its time to live; {@link TimerSchedule#NEVER} if nothing. */
    long nextDeadline(long lastPut) {
        return Math.min(schedule.nextDeadline(), end(lastPut));
    }

    /** When it ends, by its time to live from the last put. */
    long end(long lastPut) {
        return instance.policy().ttlMillis().isPresent()
                ? lastPut + instance.policy().ttlMillis().getAsLong()
                : TimerSchedule.NEVER;
    }

    /** The timer that is due first, which counts as fired. */
    Optional<TimerSchedule.Firing> takeDue(long now) {
        Optional<TimerSchedule.Firing> firing = schedule.takeDue(now);
        firing.flatMap(TimerSchedule.Firing::name).ifPresent(host::fired);
        return firing;
    }

    /** The milliseconds left of its timers by name, the period under the empty name. */
    SortedMap<String, Long> remaining(long now) {
        return schedule.remaining(now);
    }

    Script script() {
        return script;
    }

    boolean handles(String handler) {
        return instance.handles(handler);
    }

    /** All state as data; nil if it is cyclic or too deep. */
    Value data() {
        return instance.data().value();
    }

    byte[] encode() {
        return instance.encode();
    }

    int waiting() {
        return instance.waiting();
    }

    List<String> log() {
        return new ArrayList<>(instance.log());
    }
}
