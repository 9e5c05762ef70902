package org.cometkv.testkit.script;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.fuel.FuelSnapshot;
import org.cometkv.testkit.observed.ObservedObject;
import org.cometkv.testkit.observed.ObservedReplica;

/**
 * A tester of one script: its handlers run in the production sandbox, without an actor, a node or a thread.
 *
 * <pre>{@code
 * ScriptTester object = ScriptTester.of(lua);
 * object.put();
 * assertThat(object.get().text()).isEqualTo("Hello");
 * assertThat(object).hasState("count", 1).usedAtMost(500);
 * }</pre>
 *
 * <p>Time is virtual and moves in {@link #advance} only. Nothing that the script sends goes anywhere: it is recorded as
 * {@link Effect}s. Where values are taken, any object will do of which {@link Value#from} makes one. A test that gives
 * no seed gets the same one in every run.
 *
 * <p>Not thread-safe.
 */
public final class ScriptTester implements ObservedObject {

    /** The writer of an object and the caller of its events, where a test names none. */
    public static final String TESTER = "tester";

    private final Aso aso;
    private final Key key;
    private final TestNode node;
    private final TesterSettings settings;
    private final TestedSlot slot = new TestedSlot();
    private final List<ScriptOutcome> outcomes = new ArrayList<>();
    private long now = StandaloneHost.EPOCH_MILLIS;
    private int changes;

    private ScriptTester(Aso aso, Key key, Contact self, TesterSettings settings) {
        this.aso = aso;
        this.key = key;
        this.node = new TestNode(self, key);
        this.settings = settings;
    }

    /** A tester of a script; nothing has run yet. */
    public static ScriptTester of(String lua) {
        return of(Aso.script(lua));
    }

    /** A tester of an object's script, with the fields that it begins with; nothing has run yet. */
    public static ScriptTester of(Aso aso) {
        return of(aso, Key.of("object"), "node");
    }

    /** The same, for the replica under a key on the node of a name; replicas of one object have one key. */
    public static ScriptTester of(Aso aso, Key key, String node) {
        return new ScriptTester(aso, key, StandaloneHost.contact(node), new TesterSettings());
    }

    /** An application on the node of this name, whose writer has the same name. */
    public static Caller caller(String name) {
        return caller(name, name);
    }

    /** An application of a writer on the node of a name, which is also its address. */
    public static Caller caller(String node, String writer) {
        return Caller.local(StandaloneHost.contact(node), writer);
    }

    /** Another bound for every event from the next put on. */
    public ScriptTester limit(Limits.Name name, int bound) {
        settings.limit(name, bound);
        return this;
    }

    /** The seed of random numbers and of the timer's jitter, from the next put on. */
    public ScriptTester seed(long number) {
        settings.seed(number);
        return this;
    }

    /** The period of {@code onTimer} where {@code aso.timer} is not set, from the next put on: 10 min by default. */
    public ScriptTester defaultPeriod(Duration period) {
        settings.defaultPeriod(period);
        return this;
    }

    /** Sets the clock before the first put. */
    public ScriptTester startAt(Instant instant) {
        if (exists()) {
            throw new IllegalStateException("the clock is set before the first put; advance() moves it afterwards");
        }
        now = instant.toEpochMilli();
        return this;
    }

    /** The node that the object is on: its neighbors, what others answer, what it refuses. */
    public TestNode node() {
        return node;
    }

    /** Every event from now on also runs in a copy restored from the stored state, and both must do the same. */
    public ScriptTester differential() {
        settings.differential();
        return this;
    }

    /** The lines that handlers run from now on are printed, with the local variables as they are before each. */
    public ScriptTester trace() {
        return trace(System.out::println);
    }

    /** The same, told line by line. */
    public ScriptTester trace(Consumer<String> lines) {
        settings.trace(new LineTrace(lines));
        return this;
    }

    /** The fuel of every event from now on is counted in this snapshot. */
    public ScriptTester countedIn(FuelSnapshot snapshot) {
        settings.countFuel(snapshot::count);
        return this;
    }

    /** The same, where a snapshot counts several objects, under a name of this one. */
    public ScriptTester countedIn(FuelSnapshot snapshot, String name) {
        settings.countFuel((handler, used) -> snapshot.count(name + "." + handler, used));
        return this;
    }

    /** Puts the object: its body runs, its fields are set, {@code onPut} runs. Where there is one, it is an update. */
    public ScriptOutcome put() {
        return put(caller(TESTER));
    }

    public ScriptOutcome put(Caller caller) {
        return put(caller, aso);
    }

    /** Reads the object: {@code onGet}. */
    public ScriptOutcome get() {
        return get(null);
    }

    public ScriptOutcome get(Object request) {
        return get(caller(TESTER), request);
    }

    public ScriptOutcome get(Caller caller, Object request) {
        return handle(new Event.Get(caller, Value.from(request)));
    }

    /** Puts a passive value on the object: {@code onUpdate}, or without one the value replaces its writer's object. */
    public ScriptOutcome update(Object value) {
        return update(caller(TESTER), value);
    }

    public ScriptOutcome update(Caller caller, Object value) {
        slot.object();
        return put(caller, Aso.value(Value.from(value)));
    }

    /** Puts another object under the key of this one. */
    public ScriptOutcome put(Caller caller, Aso newcomer) {
        return new Arrival(this, caller, newcomer).outcome();
    }

    /** Removes the object: {@code onRemove}, or without one its writer may. */
    public ScriptOutcome remove() {
        return remove(caller(TESTER), null);
    }

    public ScriptOutcome remove(Caller caller, Object request) {
        Optional<String> stranger = slot.stranger(caller, "onRemove", "remove");
        if (stranger.isPresent()) {
            return note(ScriptOutcome.refused("onRemove", stranger.get()));
        }
        ScriptOutcome outcome = handle(new Event.Remove(changing(caller), Value.from(request)));
        if (outcome.isCompleted()) {
            slot.end("it was removed");
        }
        return outcome;
    }

    /** A party as a handler meets it for a change of its own now, newer than all before. */
    Caller changing(Caller caller) {
        changes++;
        return caller.withVersion(new Version((millis() << Version.COUNTER_BITS) + changes, caller.node()));
    }

    /** Subscribes to the object: {@code onSubscribe}. */
    public ScriptOutcome subscribe(Caller caller, Object request) {
        return handle(new Event.Subscribe(caller, Value.from(request)));
    }

    /** Fires {@code onTimer} at once, as where the period elapses; its schedule stays as it is. */
    public ScriptOutcome fire() {
        return handle(new Event.Timer(Optional.empty()));
    }

    /** Fires {@code onTimer} with this name at once; the named timer, if one is armed, stays so. */
    public ScriptOutcome fire(String timer) {
        return handle(new Event.Timer(Optional.of(timer)));
    }

    /** A whole event; what it waits for is answered at once. */
    public ScriptOutcome handle(Event event) {
        return start(event).finish();
    }

    /** An event up to its first wait; what happens while it waits is the test's to say. */
    public RunningEvent start(Event event) {
        TestedObject object = slot.object();
        return new RunningEvent(this, object, event, checkCopy(object));
    }

    /**
     * Lets time pass: timers fire in order of their deadlines, by the schedule that a node has, and an object whose
     * time to live is over ends. The first period is up to 10 % longer or shorter, as on a node, where replicas are not
     * to fire at once.
     *
     * @return the outcomes of the timers that fired
     * @throws IllegalArgumentException if the time is negative
     */
    public List<ScriptOutcome> advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time goes forward only, not by " + time);
        }
        long until = now + time.toMillis();
        List<ScriptOutcome> fired = new ArrayList<>();
        while (exists() && slot.object().nextDeadline(slot.lastPut()) <= until) {
            now = Math.max(now, slot.object().nextDeadline(slot.lastPut()));
            if (now >= slot.object().end(slot.lastPut())) {
                slot.end("its time to live is over");
            } else {
                fired.add(handle(
                        new Event.Timer(slot.object().takeDue(now).orElseThrow().name())));
            }
        }
        now = until;
        return fired;
    }

    /** Whether there is an object: it was put, and not removed, nor ended by itself or its time to live. */
    public boolean exists() {
        return slot.present().isPresent();
    }

    /** The value of a field of {@code aso}; nil if it has none. */
    public Value state(String field) {
        return state().get(field);
    }

    /** All of {@code aso} as data, functions left out. */
    public Value.Table state() {
        if (slot.object().data() instanceof Value.Table table) {
            return table;
        }
        throw new IllegalStateException("the state is cyclic or too deep for a value; ask for less with an onGet");
    }

    /** The outcomes of all events, refused puts and the script's body included, in order. */
    public List<ScriptOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The effects of all events that ended well, in order. */
    public List<Effect> effects() {
        return slot.effects();
    }

    /** The effects of one kind, as {@code effects(Effect.Publish.class)}. */
    public <E extends Effect> List<E> effects(Class<E> kind) {
        return effects().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The named timers that are armed, and when they fire. */
    public SortedMap<String, Duration> timers() {
        SortedMap<String, Duration> timers = new TreeMap<>();
        slot.object().remaining(now).forEach((name, millis) -> timers.put(name, Duration.ofMillis(millis)));
        timers.remove("");
        return timers;
    }

    /** When {@code onTimer} fires next for its period; empty where it does not. */
    public Optional<Duration> nextPeriod() {
        return Optional.ofNullable(slot.object().remaining(now).get("")).map(Duration::ofMillis);
    }

    /** The lines that {@code comet.log} wrote. */
    public List<String> log() {
        return slot.object().log();
    }

    /** The time of day. */
    public Instant now() {
        return Instant.ofEpochMilli(now);
    }

    public Key key() {
        return key;
    }

    /** The state as a node stores and sends it. */
    public byte[] encoded() {
        return slot.object().encode();
    }

    /**
     * The same object on another node at the same time, made of its stored state and what is left of its timers.
     *
     * @throws AssertionError if the state cannot be restored
     */
    public ScriptTester restoredOn(String name) {
        ScriptTester copy = new ScriptTester(aso, key, StandaloneHost.contact(name), settings.ofCopy());
        copy.now = now;
        TestedObject made = copy.fresh(slot.object().script());
        Outcome restored = made.restore(encoded(), slot.object().remaining(now), now);
        if (!restored.isCommitted()) {
            throw new AssertionError("the state cannot be restored: " + restored.result());
        }
        copy.slot.store(made, slot.writer(), slot.lastPut());
        return copy;
    }

    @Override
    public List<ObservedReplica> replicas() {
        if (!exists()) {
            return List.of();
        }
        int highest = outcomes.stream().mapToInt(ScriptOutcome::fuel).max().orElse(0);
        return List.of(new ObservedReplica(node.contact().host(), state(), highest));
    }

    /** The object, if there is one, or why there is none. */
    @Override
    public String toString() {
        return slot.toString();
    }

    TestedSlot slot() {
        return slot;
    }

    /** An object of this script on this node, in which nothing has run. */
    TestedObject fresh(Script script) {
        return settings.object(script, key, node);
    }

    long millis() {
        return now;
    }

    /** A copy of the object for its next event, if that is wanted, unless events wait, of which no copy knows. */
    Optional<CopyCheck> checkCopy(TestedObject object) {
        return settings.isDifferential() && object.waiting() == 0
                ? Optional.of(new CopyCheck(object, fresh(object.script()), now))
                : Optional.empty();
    }

    void trace(TestedObject object) {
        settings.trace(object);
    }

    /** Keeps and counts the end of an event. */
    ScriptOutcome note(ScriptOutcome outcome) {
        outcomes.add(outcome);
        settings.count(outcome);
        return outcome;
    }
}
