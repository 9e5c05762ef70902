package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** A host whose answers a test sets. */
final class FakeHost implements Host {

    static final Contact SELF = new Contact(NodeId.of("host"), "10.0.0.1", 7400);

    long now = 1_000;
    Optional<List<NodeHandle>> neighbors = Optional.of(List.of(node("a"), node("b")));
    Optional<String> refusal = Optional.empty();
    int subscribers;
    final List<Effect> admitted = new ArrayList<>();
    final List<Question> asked = new ArrayList<>();

    static NodeHandle node(String name) {
        return NodeHandle.of(new Contact(NodeId.of(name), name + ".example", 7400));
    }

    @Override
    public long systemTimeMillis() {
        return now;
    }

    @Override
    public Contact self() {
        return SELF;
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return neighbors;
    }

    @Override
    public Optional<String> admit(Effect effect) {
        if (refusal.isEmpty()) {
            admitted.add(effect);
        }
        return refusal;
    }

    @Override
    public Optional<String> admit(Question question) {
        asked.add(question);
        return refusal;
    }

    @Override
    public int subscribers() {
        return subscribers;
    }
}
