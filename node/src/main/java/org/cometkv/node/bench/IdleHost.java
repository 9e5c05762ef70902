package org.cometkv.node.bench;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Host;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** A node that costs nothing: its clock stands, it has no neighbors and it admits everything. */
final class IdleHost implements Host {

    private static final Contact SELF = new Contact(NodeId.of("bench"), "127.0.0.1", 7400);

    /** The caller of every request. */
    static final Caller CALLER = Caller.local(SELF, "bench");

    private static final long NOW_MILLIS = 1_700_000_000_000L;

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
}
