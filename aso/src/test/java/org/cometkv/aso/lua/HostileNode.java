package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** The node that hostile scripts meet: it grants whatever they ask, so that only the sandbox can stop them. */
final class HostileNode {

    static final Contact SELF = new Contact(NodeId.of("node"), "127.0.0.1", 7001);
    static final Key KEY = Key.of("hostile");
    static final long BEGINNING = 1_700_000_000_000L;
    static final long STEP_MILLIS = 1_000;

    private static final List<NodeHandle> NEIGHBORS = List.of(neighbor("a"), neighbor("b"), neighbor("c"));

    private HostileNode() {}

    /** A host that admits everything and has neighbors under one key; others must be looked up. */
    static StandaloneHost host() {
        return new StandaloneHost(SELF)
                .neighbors(key -> key.equals(KEY) ? Optional.of(NEIGHBORS) : Optional.empty())
                .answers(HostileNode::answer);
    }

    private static NodeHandle neighbor(String name) {
        Contact contact = new Contact(NodeId.of(name), "192.0.2.1", 7001);
        return new NodeHandle(contact, Optional.of(new Coordinates(1, 2, 3)));
    }

    /** The party that all events come from. */
    static Caller caller() {
        return new Caller(
                "mallory",
                "192.0.2.66",
                6666,
                Optional.empty(),
                "mallory",
                Optional.empty(),
                Optional.empty(),
                SELF.id(),
                Optional.empty());
    }

    /** The instant of the event of this number, from 1. */
    static long instant(int number) {
        return BEGINNING + number * STEP_MILLIS;
    }

    /** What the network says, at once. */
    private static Reply answer(Question question) {
        if (question instanceof Question.Lookup) {
            return new Reply.Nodes(NEIGHBORS);
        }
        return new Reply.Values(List.of(
                new Reply.Held(NEIGHBORS.get(0), Value.of(42)),
                new Reply.Held(NEIGHBORS.get(1), Value.list(Value.of("x"), Value.of(true)))));
    }
}
