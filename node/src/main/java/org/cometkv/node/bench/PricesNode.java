package org.cometkv.node.bench;

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

/** The node and the caller that the cases of the price list meet: with as much to answer and show as there can be. */
final class PricesNode {

    /** A caller with all that one may have. */
    static final Caller CALLER = new Caller(
            CometLua.SELF.id().toString(),
            CometLua.SELF.host(),
            CometLua.SELF.port(),
            Optional.of(new Coordinates(1.5, -2.5, 0.1)),
            "bench",
            Optional.of(CometLua.SELF.id().point()),
            Optional.of(new Inbox(CometLua.SELF.id(), 1, 2)),
            CometLua.SELF.id(),
            Optional.empty());

    private static final List<NodeHandle> NEIGHBORS = IntStream.range(0, 20)
            .mapToObj(i -> new NodeHandle(
                    new Contact(NodeId.of("neighbor " + i), "127.0.0.1", 7401 + i),
                    Optional.of(new Coordinates(i, -i, 0.1))))
            .toList();

    private PricesNode() {}

    /**
     * A host that admits everything and has 20 neighbors.
     *
     * @param knowsNeighbors whether lookups need not wait
     */
    static StandaloneHost host(boolean knowsNeighbors) {
        StandaloneHost host = new StandaloneHost(CometLua.SELF).answers(PricesNode::reply);
        return knowsNeighbors ? host.neighbors(NEIGHBORS) : host.neighbors(key -> Optional.empty());
    }

    /** The answer to a question: of a get, its request from each node that it names. */
    private static Reply reply(Question question) {
        if (!(question instanceof Question.Get get)) {
            return new Reply.Nodes(NEIGHBORS);
        }
        List<NodeId> named = get.nodes().orElse(List.of());
        return new Reply.Values(named.stream()
                .map(node -> new Reply.Held(NodeHandle.of(new Contact(node, "127.0.0.1", 7400)), get.request()))
                .toList());
    }
}
