package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/**
 * An object on a node of its own, where some events begin while others wait, in an order that a seed decides.
 *
 * <p>Two objects that play the same round with the same seed do the same, if they are the same.
 */
final class PlayedObject {

    private static final int RANDOM_SEED = 42;
    private static final int UNANSWERED = 5;
    private static final NodeHandle FRIEND = NodeHandle.of(new Contact(NodeId.of("friend"), "192.0.2.7", 7001));

    final Instance instance;
    private final Scratch scratch;
    private final StandaloneHost host = HostileNode.host();
    private boolean waited;

    PlayedObject(Sandbox sandbox, Script script, Limits limits) {
        this.instance = sandbox.instance(HostileNode.KEY, script, limits, RANDOM_SEED);
        this.scratch = sandbox.scratch();
    }

    Outcome create() {
        return ended(instance.create(scratch, host, Value.table()));
    }

    Outcome restore(byte[] state) {
        return ended(instance.restore(scratch, host, state));
    }

    private Outcome ended(Step step) {
        return ((Step.Ended) settle(step)).outcome();
    }

    /** One event alone; whatever it asks is answered at once. */
    Outcome play(int number, Event event) {
        host.now(HostileNode.instant(number));
        waited = false;
        Random random = new Random(number);
        Step step = settle(instance.handle(scratch, host, event));
        while (step instanceof Step.Waiting waiting) {
            waited = true;
            step = settle(instance.proceed(scratch, host, waiting, reply(waiting.question(), random)));
        }
        return ((Step.Ended) step).outcome();
    }

    /** Whether the last event that was played alone waited, and so kept what it did before. */
    boolean hasWaited() {
        return waited;
    }

    /**
     * Some events, each of which may begin while those before it wait.
     *
     * @return what came of each step, in the order in which it came
     */
    List<String> play(int number, List<Event> events, long seed) {
        host.now(HostileNode.instant(number));
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        List<Step.Waiting> waiting = new ArrayList<>();
        int begun = 0;
        while (begun < events.size() || !waiting.isEmpty()) {
            boolean begins = begun < events.size() && (waiting.isEmpty() || random.nextBoolean());
            Step step;
            if (begins) {
                step = instance.handle(scratch, host, events.get(begun++));
            } else {
                Step.Waiting chosen = waiting.remove(random.nextInt(waiting.size()));
                step = instance.proceed(scratch, host, chosen, reply(chosen.question(), random));
            }
            step = settle(step);
            if (step instanceof Step.Waiting paused) {
                waiting.add(paused);
                told.add("waits: " + paused.question() + ", " + paused.effects() + ", live " + instance.live());
            } else {
                Outcome outcome = ((Step.Ended) step).outcome();
                told.add("ends: " + outcome.result() + ", " + outcome.effects() + ", " + outcome.usage());
            }
        }
        return told;
    }

    private Step settle(Step first) {
        Step step = first;
        while (step instanceof Step.Yielded yielded) {
            step = instance.proceed(scratch, host, yielded, Optional.empty());
        }
        return step;
    }

    private static Optional<Reply> reply(Question question, Random random) {
        if (random.nextInt(UNANSWERED) == 0) {
            return Optional.empty();
        }
        if (question instanceof Question.Lookup) {
            return Optional.of(new Reply.Nodes(List.of(FRIEND)));
        }
        return Optional.of(new Reply.Values(List.of(
                new Reply.Held(FRIEND, Value.of(random.nextInt(100))),
                new Reply.Held(FRIEND, Value.list(Value.of("x"), Value.table())))));
    }
}
