package org.cometkv.aso.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * A host without a node, for tests and tools: its clock, its neighbors, its answers and its refusals are set by whoever
 * runs the object, and nothing that the object sends goes anywhere.
 *
 * <p>At first its clock stands at {@link #EPOCH_MILLIS}, it has no neighbors, admits everything, remembers nothing and
 * answers every question with nothing.
 *
 * <p>Not thread-safe.
 */
public final class StandaloneHost implements Host {

    /** The instant at which the clock of every such host begins: 2023-11-14T22:13:20Z. */
    public static final long EPOCH_MILLIS = 1_700_000_000_000L;

    private static final int PORT = 7_400;

    private final Contact self;
    private long now = EPOCH_MILLIS;
    private Function<Key, Optional<List<NodeHandle>>> neighbors = key -> Optional.of(List.of());
    private Function<Effect, Optional<String>> effectRule = effect -> Optional.empty();
    private Function<Question, Optional<String>> questionRule = question -> Optional.empty();
    private Function<Question, Reply> answers = StandaloneHost::nothing;
    private IntSupplier subscribers = () -> 0;

    /** How many named timers an object may have; 0 while nobody counts them. */
    private int timersMax;

    private final Set<String> armed = new TreeSet<>();
    private TimerPlan plan;

    private boolean isRecording;
    private final List<Effect> admitted = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();

    public StandaloneHost(Contact self) {
        this.self = self;
    }

    /** The address of a node that has its id from this name, and is reached under it. */
    public static Contact contact(String name) {
        return new Contact(NodeId.of(name), name, PORT);
    }

    /** Sets the clock, in milliseconds since 1970. */
    public StandaloneHost now(long millis) {
        now = millis;
        return this;
    }

    /** Every key has these neighbors, and a lookup of them need not wait. */
    public StandaloneHost neighbors(List<NodeHandle> nodes) {
        Optional<List<NodeHandle>> known = Optional.of(List.copyOf(nodes));
        return neighbors(key -> known);
    }

    /** The neighbors of a key; empty for those that only the network knows. */
    public StandaloneHost neighbors(Function<Key, Optional<List<NodeHandle>>> rule) {
        neighbors = rule;
        return this;
    }

    /** Every effect and question is refused for this reason. */
    public StandaloneHost refuse(String reason) {
        Optional<String> refusal = Optional.of(reason);
        return admission(effect -> refusal, question -> refusal);
    }

    /** The rules by which effects and questions are refused: the reason, or empty where one is admitted. */
    public StandaloneHost admission(
            Function<Effect, Optional<String>> effects, Function<Question, Optional<String>> questions) {
        effectRule = effects;
        questionRule = questions;
        return this;
    }

    /** The answers to questions that wait. */
    public StandaloneHost answers(Function<Question, Reply> rule) {
        answers = rule;
        return this;
    }

    /** The number of subscribers of the object's replica. */
    public StandaloneHost subscribers(IntSupplier count) {
        subscribers = count;
        return this;
    }

    /** Named timers are counted from now on, and no more than this many are admitted. */
    public StandaloneHost namedTimers(int max) {
        timersMax = max;
        return this;
    }

    /** From now on what is admitted and what is asked is remembered. */
    public StandaloneHost recording() {
        isRecording = true;
        return this;
    }

    /** The effects that were admitted, those of events that failed included. */
    public List<Effect> admitted() {
        return List.copyOf(admitted);
    }

    /** The questions that scripts wanted to ask, refused ones included. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** The answer to a question that waits. */
    public Reply answer(Question question) {
        return answers.apply(question);
    }

    /** An event has ended, or waits, with these effects, which arm and cancel named timers. */
    public void conclude(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.After after) {
                armed.add(after.name());
            } else if (effect instanceof Effect.Cancel cancel) {
                armed.remove(cancel.name());
            }
        }
        plan = null;
    }

    /** The named timer of this name has fired: it is armed no more. */
    public void fired(String timer) {
        armed.remove(timer);
        plan = null;
    }

    @Override
    public long systemTimeMillis() {
        return now;
    }

    @Override
    public Contact self() {
        return self;
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return neighbors.apply(key);
    }

    @Override
    public Optional<String> admit(Effect effect) {
        Optional<String> refusal = effectRule.apply(effect);
        if (refusal.isEmpty() && timersMax > 0) {
            refusal = plan().admit(effect);
        }
        if (refusal.isEmpty() && isRecording) {
            admitted.add(effect);
        }
        return refusal;
    }

    @Override
    public Optional<String> admit(Question question) {
        if (isRecording) {
            asked.add(question);
        }
        return questionRule.apply(question);
    }

    @Override
    public int subscribers() {
        return subscribers.getAsInt();
    }

    private TimerPlan plan() {
        if (plan == null) {
            plan = new TimerPlan(armed, timersMax);
        }
        return plan;
    }

    private static Reply nothing(Question question) {
        return question instanceof Question.Get ? new Reply.Values(List.of()) : new Reply.Nodes(List.of());
    }
}
