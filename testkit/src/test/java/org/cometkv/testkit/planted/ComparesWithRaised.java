package org.cometkv.testkit.planted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * A weakness of owners: they compare replacements and removes with the version that updates raised, not with the
 * lineage. It is made by putting what is older than the last update that came to a node below all that it may hold.
 *
 * @param raised the version of that update, by node and key
 * @param asked the keys of requests about what is held, by nodes and number
 */
record ComparesWithRaised(Map<String, Version> raised, Map<String, Key> asked) implements ItemRule {

    /** Older than anything that a client puts. */
    private static final Version OLDEST = new Version(1, Header.NOTHING_GONE.node());

    ComparesWithRaised() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (item instanceof Wire.Compare || item instanceof Wire.Fetch) {
            Wire.Request request = (Wire.Request) item;
            asked.put(to + " " + from + " " + request.id(), request.key());
        }
        if (item instanceof Wire.Reply reply) {
            Key key = asked.get(from + " " + to + " " + reply.id());
            return Stream.of(key == null ? item : new Wire.Reply(reply.id(), told(to, key, reply.body())));
        }
        if (item instanceof Wire.Transfer transfer
                && isOld(to, transfer.key(), transfer.content().digest())) {
            return Stream.of(new Wire.Compare(transfer.id(), transfer.key()));
        }
        return Stream.of(changed(to, item));
    }

    private Wire.Item changed(int to, Wire.Item item) {
        if (item instanceof Wire.Remove remove && isOld(to, remove.key(), remove.version())) {
            return new Wire.Remove(
                    remove.id(),
                    remove.key(),
                    OLDEST,
                    remove.caller(),
                    remove.request(),
                    remove.signature(),
                    remove.terms());
        }
        if (!(item instanceof Wire.Put put)) {
            return item;
        }
        if (put.condition() == Wire.Condition.IF_PRESENT) {
            raised.merge(to + " " + put.key(), put.version(), (a, b) -> a.isNewerThan(b) ? a : b);
            return item;
        }
        return isOld(to, put.key(), put.version()) ? RaisedVersions.withVersion(put, put.id(), OLDEST) : item;
    }

    private ReplicaReply told(int to, Key key, ReplicaReply body) {
        if (body instanceof ReplicaReply.Compared compared && isOld(to, key, compared.digest())) {
            return new ReplicaReply.Compared(KeyDigest.NOTHING);
        }
        Optional<KeyContent> content =
                body instanceof ReplicaReply.Fetched fetched ? fetched.content() : Optional.empty();
        return content.isPresent() && isOld(to, key, content.get().digest())
                ? new ReplicaReply.Fetched(Optional.empty())
                : body;
    }

    private boolean isOld(int node, Key key, KeyDigest digest) {
        return digest instanceof KeyDigest.Gone gone && isOld(node, key, gone.version())
                || digest instanceof KeyDigest.Live live && isOld(node, key, live.version());
    }

    private boolean isOld(int node, Key key, Version version) {
        Version highest = raised.get(node + " " + key);
        return highest != null && highest.isNewerThan(version);
    }
}
