package org.cometkv.testkit.planted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Version;

/**
 * A weakness of replicas: a put that is older than what a node was told of counts as newer there. It is a node without
 * the comparison of versions, made by raising the version on its way in.
 *
 * @param isOfRemoves whether it is removes that are forgotten, and otherwise puts
 */
record RaisedVersions(boolean isOfRemoves, Map<String, Version> newest) implements ItemRule {

    RaisedVersions(boolean isOfRemoves) {
        this(isOfRemoves, new LinkedHashMap<>());
    }

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (!(item instanceof Wire.Change change) || item instanceof Wire.Copy) {
            return Stream.of(item);
        }
        String replica = to + " " + change.key();
        Version held = newest.get(replica);
        boolean isOlder = held != null && held.isNewerThan(change.version());
        if (item instanceof Wire.Remove == isOfRemoves && !isOlder) {
            newest.put(replica, change.version());
        }
        return Stream.of(
                isOlder && item instanceof Wire.Put put && put.condition() != Wire.Condition.IF_PRESENT
                        ? withVersion(put, put.id(), after(held))
                        : item);
    }

    static Version after(Version version) {
        return new Version(version.clock() + 1, version.node());
    }

    static Wire.Put withVersion(Wire.Put put, long id, Version version) {
        return new Wire.Put(
                id, put.key(), version, put.caller(), put.script(), put.fields(), put.condition(), put.signature());
    }
}
