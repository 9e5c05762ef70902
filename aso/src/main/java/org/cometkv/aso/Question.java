package org.cometkv.aso;

import java.util.List;
import java.util.Optional;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** What an event waits for. */
public sealed interface Question {

    /** The values that the nodes give for the key: the given ones, or the other owners. */
    record Get(Key key, Optional<List<NodeId>> nodes, Value request) implements Question {}

    /** The nodes closest to the key. */
    record Lookup(Key key) implements Question {}
}
