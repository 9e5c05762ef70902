package org.cometkv.node.run;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * A node without a network, for running one object alone: no neighbors, every question answered by nobody, every effect
 * admitted and none performed. Of named timers, which only fire when the user makes their event, it admits as many as a
 * node does.
 */
final class StandaloneHost implements Host {

    /** The key of every object that runs here, and the node it runs on: the same ones in every run. */
    static final Key KEY = Key.of("comet run");

    static final Contact SELF = new Contact(NodeId.of("comet run"), "127.0.0.1", 0);

    private final int timersMax;
    private final Set<String> armed = new HashSet<>();
    /** As the event in hand leaves them. */
    private final Set<String> planned = new HashSet<>();

    /** @param timersMax how many named timers an object may have */
    StandaloneHost(int timersMax) {
        this.timersMax = timersMax;
    }

    @Override
    public long systemTimeMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public Contact self() {
        return SELF;
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return Optional.of(List.of());
    }

    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After after && planned.add(after.name()) && planned.size() > timersMax) {
            planned.remove(after.name());
            return Optional.of("the object has " + timersMax + " named timers");
        }
        if (effect instanceof Effect.Cancel cancel) {
            planned.remove(cancel.name());
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> admit(Question question) {
        return Optional.empty();
    }

    /** An event ended or waits, with these effects. */
    void conclude(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.After after) {
                armed.add(after.name());
            } else if (effect instanceof Effect.Cancel cancel) {
                armed.remove(cancel.name());
            }
        }
        plan();
    }

    /** The named timer of this name fires: it is armed no more. */
    void fire(String timer) {
        armed.remove(timer);
        plan();
    }

    private void plan() {
        planned.clear();
        planned.addAll(armed);
    }

    /** The fields of an object that has nothing but this value. */
    static Value.Table fields(Value value) {
        return Value.table(Map.of("value", value));
    }

    /** The reply that a waiting event goes on with. */
    static Reply answer(Question question) {
        return question instanceof Question.Get ? new Reply.Values(List.of()) : new Reply.Nodes(List.of());
    }
}
