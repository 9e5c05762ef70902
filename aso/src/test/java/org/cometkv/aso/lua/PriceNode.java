package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.NodeId;

/**
 * The node that the cases of the price list meet: it grants whatever they ask, and has as much to answer as a node can.
 */
final class PriceNode {

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

    private PriceNode() {}

    /** @param knowsNeighbors whether lookups need not wait */
    static StandaloneHost host(boolean knowsNeighbors) {
        StandaloneHost host = new StandaloneHost(SELF).answers(PriceNode::answer);
        return knowsNeighbors ? host.neighbors(NEIGHBORS) : host.neighbors(key -> Optional.empty());
    }

    /** What the network says: of a get, its request from each node that it names. */
    private static Reply answer(Question question) {
        if (!(question instanceof Question.Get get)) {
            return new Reply.Nodes(NEIGHBORS);
        }
        List<NodeId> named = get.nodes().orElse(List.of());
        return new Reply.Values(named.stream()
                .map(node -> new Reply.Held(NodeHandle.of(contact(node)), get.request()))
                .toList());
    }
}
