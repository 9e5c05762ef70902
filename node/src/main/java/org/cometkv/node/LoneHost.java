package org.cometkv.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A node without a network, for running scripts alone: no neighbors, every effect admitted and none performed, every
 * question answered by nobody.
 */
final class LoneHost implements Host {

    /** The key of every object that runs here, and the node it runs on: the same ones in every run. */
    static final Key KEY = Key.of("comet run");

    static final Contact SELF = new Contact(NodeId.of("comet run"), "127.0.0.1", 0);

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
        return Optional.empty();
    }

    @Override
    public Optional<String> admit(Question question) {
        return Optional.empty();
    }

    /** The fields of an object that has nothing but this value. */
    static Value.Table fields(Value value) {
        return Value.table(Map.of("value", value));
    }

    /** What a waiting event goes on with. */
    static Reply answer(Question question) {
        return question instanceof Question.Get ? new Reply.Values(List.of()) : new Reply.Nodes(List.of());
    }
}
