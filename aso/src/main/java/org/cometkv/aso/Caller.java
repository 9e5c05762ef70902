package org.cometkv.aso;

import java.util.Optional;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The party that made a request, as the node that accepted its connection saw it, never as it described itself.
 *
 * @param id the party's id: a node id in hex, or a client's name
 * @param ip the address it connected from
 * @param port the port it connected from
 * @param writer its authenticated name
 * @param key the calling object's key, where an object called
 * @param inbox where a later answer may go, where one was handed over
 * @param node the node that accepted the request
 * @param mandate what a signed object that calls shows for its rights
 * @param version of the change that caused the event in which the party is met; empty for all that is no change
 */
public record Caller(
        String id,
        String ip,
        int port,
        Optional<Coordinates> coordinates,
        String writer,
        Optional<Key> key,
        Optional<Inbox> inbox,
        NodeId node,
        Optional<Mandate> mandate,
        Optional<Version> version) {

    /** A party that makes no change. */
    public Caller(
            String id,
            String ip,
            int port,
            Optional<Coordinates> coordinates,
            String writer,
            Optional<Key> key,
            Optional<Inbox> inbox,
            NodeId node,
            Optional<Mandate> mandate) {
        this(id, ip, port, coordinates, writer, key, inbox, node, mandate, Optional.empty());
    }

    /** An application on the node itself. */
    public static Caller local(Contact node, String writer) {
        return new Caller(
                node.id().toString(),
                node.host(),
                node.port(),
                Optional.empty(),
                writer,
                Optional.empty(),
                Optional.empty(),
                node.id(),
                Optional.empty());
    }

    /** The same party, calling as the object with this key. */
    public Caller withKey(Key objectKey) {
        return new Caller(id, ip, port, coordinates, writer, Optional.of(objectKey), inbox, node, mandate, version);
    }

    /** The same party, calling as a signed object that shows this. */
    public Caller withMandate(Mandate shown) {
        return new Caller(id, ip, port, coordinates, writer, key, inbox, node, Optional.of(shown), version);
    }

    /** The same party, as a handler meets it for its change of this version. */
    public Caller withVersion(Version change) {
        return new Caller(id, ip, port, coordinates, writer, key, inbox, node, mandate, Optional.of(change));
    }

    /** Whether it is the same party, whatever it changes. */
    public boolean isSameParty(Caller other) {
        return withoutVersion().equals(other.withoutVersion());
    }

    private Caller withoutVersion() {
        return version.isEmpty() ? this : new Caller(id, ip, port, coordinates, writer, key, inbox, node, mandate);
    }

    /** The same party under the name of an author, whose signature the request bears. */
    public Caller withWriter(String author) {
        return new Caller(id, ip, port, coordinates, author, key, inbox, node, mandate, version);
    }
}
