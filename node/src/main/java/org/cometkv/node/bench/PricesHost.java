package org.cometkv.node.bench;

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
 * A node that admits everything and has 20 neighbors.
 *
 * @param knowsNeighbors whether lookups need not wait
 */
record PricesHost(boolean knowsNeighbors) implements Host {

    private static final Contact SELF = new Contact(NodeId.of("bench"), "127.0.0.1", 7400);
    private static final long NOW_MILLIS = 1_700_000_000_000L;

    /** A caller with all that one may have. */
    static final Caller CALLER = new Caller(
            SELF.id().toString(),
            SELF.host(),
            SELF.port(),
            Optional.of(new Coordinates(1.5, -2.5, 0.1)),
            "bench",
            Optional.of(SELF.id().point()),
            Optional.of(new Inbox(SELF.id(), 1, 2)),
            SELF.id(),
            Optional.empty());

    private static final List<NodeHandle> NEIGHBORS = IntStream.range(0, 20)
            .mapToObj(i -> new NodeHandle(
                    new Contact(NodeId.of("neighbor " + i), "127.0.0.1", 7401 + i),
                    Optional.of(new Coordinates(i, -i, 0.1))))
            .toList();

    @Override
    public long systemTimeMillis() {
        return NOW_MILLIS;
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

    /** The answer to a question: of a get, its request from each node that it names. */
    static Reply reply(Question question) {
        if (!(question instanceof Question.Get get)) {
            return new Reply.Nodes(NEIGHBORS);
        }
        List<NodeId> named = get.nodes().orElse(List.of());
        return new Reply.Values(named.stream()
                .map(node -> new Reply.Held(NodeHandle.of(new Contact(node, "127.0.0.1", 7400)), get.request()))
                .toList());
    }
}
