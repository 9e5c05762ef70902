package org.cometkv.aso.codec;

import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/**
 * The codec of parties and of what names them: keys, node ids, contacts, coordinates, inboxes, node handles, callers.
 *
 * <p>They stand at fixed places and so need no tag. Neither direction lets through what the other would refuse, so that
 * whatever was written can be read.
 */
public final class PartyCodec {

    /** Longest name of a host, in bytes. */
    public static final int HOST_BYTES_MAX = 255;

    /** Longest name of a party, in bytes. */
    public static final int NAME_BYTES_MAX = 1_024;

    private static final int PORT_MAX = 65_535;

    private PartyCodec() {}

    public static void key(Output out, Key key) {
        out.word(key.a());
        out.word(key.b());
        out.word(key.c());
        out.word(key.d());
    }

    public static Key key(Input in) {
        return new Key(in.word(), in.word(), in.word(), in.word());
    }

    public static void nodeId(Output out, NodeId id) {
        key(out, id.point());
    }

    public static NodeId nodeId(Input in) {
        return new NodeId(key(in));
    }

    public static void contact(Output out, Contact contact) {
        nodeId(out, contact.id());
        out.text(contact.host(), HOST_BYTES_MAX);
        out.integer(contact.port());
    }

    public static Contact contact(Input in) {
        NodeId id = nodeId(in);
        String host = in.text(HOST_BYTES_MAX);
        if (host.isEmpty()) {
            throw new MalformedInput("a contact's host is empty");
        }
        return new Contact(id, host, port(in));
    }

    public static void node(Output out, NodeHandle node) {
        contact(out, node.contact());
        out.optional(node.coordinates(), PartyCodec::coordinates);
    }

    public static NodeHandle node(Input in) {
        return new NodeHandle(contact(in), in.optional(PartyCodec::coordinates));
    }

    public static void inbox(Output out, Inbox inbox) {
        nodeId(out, inbox.node());
        out.word(inbox.high());
        out.word(inbox.low());
    }

    public static Inbox inbox(Input in) {
        return new Inbox(nodeId(in), in.word(), in.word());
    }

    /** A caller without its mandate: that is for a request and stays with it. */
    public static void caller(Output out, Caller caller) {
        out.text(caller.id(), NAME_BYTES_MAX);
        out.text(caller.ip(), HOST_BYTES_MAX);
        port(out, caller.port());
        out.optional(caller.coordinates(), PartyCodec::coordinates);
        out.text(caller.writer(), NAME_BYTES_MAX);
        out.optional(caller.key(), PartyCodec::key);
        out.optional(caller.inbox(), PartyCodec::inbox);
        nodeId(out, caller.node());
        out.optional(caller.version(), PartyCodec::version);
    }

    /** A caller that shows no mandate. */
    public static Caller caller(Input in) {
        return new Caller(
                in.text(NAME_BYTES_MAX),
                in.text(HOST_BYTES_MAX),
                port(in),
                in.optional(PartyCodec::coordinates),
                in.text(NAME_BYTES_MAX),
                in.optional(PartyCodec::key),
                in.optional(PartyCodec::inbox),
                nodeId(in),
                Optional.empty(),
                in.optional(PartyCodec::version));
    }

    public static void version(Output out, Version version) {
        out.word(version.clock());
        nodeId(out, version.node());
    }

    public static Version version(Input in) {
        return new Version(in.word(), nodeId(in));
    }

    public static void coordinates(Output out, Coordinates coordinates) {
        decimal(out, coordinates.x());
        decimal(out, coordinates.y());
        decimal(out, coordinates.height());
    }

    public static Coordinates coordinates(Input in) {
        return new Coordinates(decimal(in), decimal(in), decimal(in));
    }

    private static void decimal(Output out, double coordinate) {
        if (!Double.isFinite(coordinate)) {
            throw new IllegalArgumentException("a coordinate is finite, not " + coordinate);
        }
        out.decimal(coordinate);
    }

    private static double decimal(Input in) {
        double coordinate = in.decimal();
        if (!Double.isFinite(coordinate)) {
            throw new MalformedInput("a coordinate is finite, not " + coordinate);
        }
        return coordinate;
    }

    private static void port(Output out, int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("a port is " + port + "; it must be 0 to " + PORT_MAX);
        }
        out.integer(port);
    }

    private static int port(Input in) {
        int port = in.integer();
        if (port < 0 || port > PORT_MAX) {
            throw new MalformedInput("a port is " + Integer.toUnsignedString(port) + "; it is 0 to " + PORT_MAX);
        }
        return port;
    }
}
