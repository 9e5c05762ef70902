package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Version;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.NodeId;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * A host value that a script can read, keep and hand back, but never build or change: a node, the party that made a
 * request, or an inbox.
 */
final class HostHandle extends LuaUserdata {

    private static final LuaString X = InternedNames.of("x");
    private static final LuaString Y = InternedNames.of("y");
    private static final LuaString HEIGHT = InternedNames.of("height");
    private static final int FIELD_BYTES_MAX = 16;

    /** A {@link NodeHandle}, a {@link Caller} or an {@link Inbox}. */
    final Object of;

    /**
     * A handle.
     *
     * @param of a node, of which all handles are equal; the party that made the request, meant for the event and not
     *     for the state; or an inbox, where a later answer may go
     */
    HostHandle(Object of) {
        super(of);
        this.of = of;
    }

    /** The node that a value stands for, if it does. */
    static Optional<NodeId> nodeOf(LuaValue value) {
        Object of = value instanceof HostHandle handle ? handle.of : null;
        if (of instanceof Caller caller) {
            return Optional.of(caller.node());
        }
        return of instanceof NodeHandle node ? Optional.of(node.contact().id()) : Optional.empty();
    }

    /** The field of this name, nil if there is none. */
    LuaValue field(LuaString name, Meter meter) {
        // A name longer than any field's is not even looked at, so that reading one has one price.
        String field = name.m_length > FIELD_BYTES_MAX ? "" : LuaStrings.decode(name);
        if (of instanceof NodeHandle node) {
            return shown(field(node, field), meter);
        }
        return of instanceof Caller caller ? shown(field(caller, field), meter) : NIL;
    }

    private static Object field(NodeHandle node, String field) {
        return switch (field) {
            case "id" -> node.contact().id();
            case "ip" -> node.contact().host();
            case "port" -> node.contact().port();
            case "coordinates" -> node.coordinates();
            default -> Optional.empty();
        };
    }

    private static Object field(Caller caller, String field) {
        return switch (field) {
            case "id" -> caller.id();
            case "ip" -> caller.ip();
            case "port" -> caller.port();
            case "coordinates" -> caller.coordinates();
            case "writer" -> caller.writer();
            case "key" -> caller.key();
            case "inbox" -> caller.inbox();
            case "node" -> caller.node();
            case "version" -> caller.version().map(Version::text);
            default -> Optional.empty();
        };
    }

    private static LuaValue shown(Object value, Meter meter) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? NIL : shown(optional.get(), meter);
        }
        if (value instanceof Integer port) {
            return LuaValue.valueOf(port);
        }
        if (value instanceof Inbox inbox) {
            return new HostHandle(inbox);
        }
        if (value instanceof Coordinates at) {
            Table table = Table.of(meter, 0, 3);
            table.set(meter, X, NegativeZero.box(at.x()));
            table.set(meter, Y, NegativeZero.box(at.y()));
            table.set(meter, HEIGHT, NegativeZero.box(at.height()));
            return table;
        }
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        meter.charge(Prices.HANDLE_TEXT);
        meter.allocate((long) Prices.STRING + text.length);
        return LuaString.valueUsing(text);
    }

    /** What {@code tostring} gives. */
    String label() {
        if (of instanceof NodeHandle node) {
            return "node: " + node.contact().id();
        }
        return of instanceof Caller caller ? "caller: " + caller.id() : "inbox";
    }

    private Object identity() {
        return of instanceof NodeHandle node ? node.contact().id() : of;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HostHandle that)) {
            return false;
        }
        return of instanceof Caller caller && that.of instanceof Caller party
                ? caller.isSameParty(party)
                : identity().equals(that.identity());
    }

    @Override
    public int hashCode() {
        return of instanceof Caller caller ? caller.id().hashCode() : identity().hashCode();
    }
}
