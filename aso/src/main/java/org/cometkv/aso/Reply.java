package org.cometkv.aso;

import java.util.List;

/** What came back for a {@link Question}, with which a waiting event goes on. */
public sealed interface Reply {

    /** One node's answer to a {@link Question.Get}. */
    record Held(NodeHandle node, Value value) {}

    /** The answers that arrived in time, in order of arrival. */
    record Values(List<Held> held) implements Reply {
        public Values {
            held = List.copyOf(held);
        }
    }

    /** The nodes found, closest first. */
    record Nodes(List<NodeHandle> nodes) implements Reply {
        public Nodes {
            nodes = List.copyOf(nodes);
        }
    }

    /** The question was not allowed or could not be paid: the script reads {@code nil, reason}. */
    record Denied(String reason) implements Reply {}
}
