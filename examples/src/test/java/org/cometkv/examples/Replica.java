package org.cometkv.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Host;
import org.cometkv.aso.Limits;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** A replica of an object in the sandbox, on a host whose clock and siblings a test sets. */
public final class Replica implements Host {

    public static final Key KEY = Key.of("object");
    private static final Sandbox SANDBOX = new Sandbox(1 << 20, 42);

    /** The host's clock, in milliseconds since 1970. */
    public long now = 1_700_000_000_000L;

    /** The replicas that this one can reach. */
    public List<Replica> siblings = List.of();

    /** Whether the node can pay for messages. */
    public boolean isPaid = true;

    private final Scratch scratch = SANDBOX.scratch();
    private final Contact self;
    private final Instance instance;
    private boolean isCausedByObject;
    private boolean isGone;

    /** An object that was put by {@code writer} on a node of this name. */
    public Replica(Aso aso, String node, String writer) {
        self = new Contact(NodeId.of(node), node, 7_400);
        instance = SANDBOX.instance(KEY, aso.script(), Limits.DEFAULTS, 42);
        ended(instance.create(scratch, this, aso.fields()));
        handle(new Event.Put(caller("putter", writer)));
    }

    /** A party on a node of this name. */
    public static Caller caller(String node, String writer) {
        return Caller.local(new Contact(NodeId.of(node), node, 7_400), writer);
    }

    /** The value that a reader on some node gets. */
    public Value get(Value request) {
        return get(caller("reader", "comet"), request);
    }

    public Value get(Caller caller, Value request) {
        return ((Result.Completed) handle(new Event.Get(caller, request)).result()).value();
    }

    /** The period elapses. */
    public void tick() {
        handle(new Event.Timer(Optional.empty()));
    }

    /** A whole event; its questions are answered by the siblings at once. */
    public Outcome handle(Event event) {
        return finish(start(event));
    }

    /** An event up to its end or to its first question. */
    public Step start(Event event) {
        isCausedByObject = event instanceof Event.Get get && get.caller().key().isPresent();
        return settled(instance.handle(scratch, this, event));
    }

    /** Goes on with an event to its end. */
    public Outcome finish(Step step) {
        Step at = step;
        while (at instanceof Step.Waiting waiting) {
            performed(waiting.effects());
            Reply reply = ask((Question.Get) waiting.question());
            at = settled(instance.proceed(scratch, this, waiting, Optional.of(reply)));
        }
        return ended(at);
    }

    /** Whether it has ended itself. */
    public boolean isGone() {
        return isGone;
    }

    public Contact self() {
        return self;
    }

    /** All its state as data. */
    public Value.Table state() {
        return (Value.Table) instance.data().value();
    }

    public byte[] encoded() {
        return instance.encode();
    }

    @Override
    public long systemTimeMillis() {
        return now;
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return Optional.of(
                siblings.stream().map(sibling -> NodeHandle.of(sibling.self)).toList());
    }

    @Override
    public Optional<String> admit(Effect effect) {
        return Optional.empty();
    }

    @Override
    public Optional<String> admit(Question question) {
        return isPaid && !isCausedByObject ? Optional.empty() : Optional.of("not now");
    }

    private Reply ask(Question.Get get) {
        Caller caller = caller(self.host(), "comet").withKey(KEY);
        List<Reply.Held> held = new ArrayList<>();
        for (Replica sibling : siblings) {
            if (!sibling.isGone) {
                held.add(new Reply.Held(NodeHandle.of(sibling.self), sibling.get(caller, get.request())));
            }
        }
        return new Reply.Values(held);
    }

    private Step settled(Step step) {
        Step at = step;
        while (at instanceof Step.Yielded yielded) {
            at = instance.proceed(scratch, this, yielded, Optional.empty());
        }
        return at;
    }

    private Outcome ended(Step step) {
        Outcome outcome = ((Step.Ended) settled(step)).outcome();
        if (outcome.result() instanceof Result.Faulted || outcome.result() instanceof Result.Exceeded) {
            throw new AssertionError(outcome.result().toString());
        }
        performed(outcome.effects());
        return outcome;
    }

    private void performed(List<Effect> effects) {
        isGone |= effects.stream().anyMatch(Effect.DeleteSelf.class::isInstance);
    }
}
