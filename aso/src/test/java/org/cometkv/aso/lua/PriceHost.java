package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The node that the cases of the price list meet: it grants whatever they ask, and has as much to answer as a node can.
 *
 * @param knowsNeighbors whether lookups need not wait
 */
record PriceHost(boolean knowsNeighbors) implements Host {

    private static final Contact SELF = new Contact(NodeId.of("node"), "127.0.0.1", 7001);
    private static final Coordinates HERE = new Coordinates(1.5, -2.5, 0.1);

    /** A caller with all that one may have. */
    static final Caller CALLER = new Caller(
            SELF.id().toString(),
            SELF.host(),
            SELF.port(),
            Optional.of(HERE),
            "mallory",
            Optional.of(SELF.id().point()),
            Optional.of(new Inbox(SELF.id(), 1, 2)),
            SELF.id(),
            Optional.empty());

    private static final List<NodeHandle> NEIGHBORS = IntStream.range(0, 20)
            .mapToObj(i -> new NodeHandle(contact(NodeId.of("neighbor " + i)), Optional.of(HERE)))
            .toList();

    private static Contact contact(NodeId id) {
        return new Contact(id, "192.0.2.1", 7001);
    }

    /** What the network says: of a get, its request from each node that it names. */
    static Reply answer(Question question) {
        if (!(question instanceof Question.Get get)) {
            return new Reply.Nodes(NEIGHBORS);
        }
        List<NodeId> named = get.nodes().orElse(List.of());
        return new Reply.Values(named.stream()
                .map(node -> new Reply.Held(NodeHandle.of(contact(node)), get.request()))
                .toList());
    }

    @Override
    public long systemTimeMillis() {
        return HostileHost.BEGINNING;
    }

    @Override
    public Contact self() {
        return SELF;
    }

    @Override
    public Optional<List<NodeHandle>> neighbors(Key key) {
        return knowsNeighbors ? Optional.of(NEIGHBORS) : Optional.empty();
    }

    @Override
    public Optional<String> admit(Effect effect) {
        return Optional.empty();
    }

    @Override
    public Optional<String> admit(Question question) {
        return Optional.empty();
    }
}
