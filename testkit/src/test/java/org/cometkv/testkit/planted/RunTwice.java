package org.cometkv.testkit.planted;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Wire;

/**
 * A weakness of nodes: a put that comes twice is run twice. It is a node that does not remember requests, made by
 * giving the second one another number and version.
 */
record RunTwice(Set<String> seen) implements ItemRule {

    /** Numbers that no request of a run has. */
    static final long OTHER_ID = 1_000_000_000L;

    RunTwice() {
        this(new LinkedHashSet<>());
    }

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (!(item instanceof Wire.Put put) || seen.add(from + " " + to + " " + put.id())) {
            return Stream.of(item);
        }
        return Stream.of(RaisedVersions.withVersion(put, put.id() + OTHER_ID, RaisedVersions.after(put.version())));
    }
}
