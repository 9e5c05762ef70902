package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.NodeId;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * A host value that a script can read, keep and hand back, but never build or change: a node, the party that made a
 * request, or an inbox.
 */
final class Handle extends LuaUserdata {

    private static final LuaString X = Names.of("x");
    private static final LuaString Y = Names.of("y");
    private static final LuaString HEIGHT = Names.of("height");
    private static final int FIELD_BYTES_MAX = 16;

    /** A {@link NodeHandle}, a {@link Caller} or an {@link Inbox}. */
    final Object of;

    private Handle(Object of) {
        super(of);
        this.of = of;
    }

    /** A node; equal to any handle of the same node. */
    static Handle of(NodeHandle node) {
        return new Handle(node);
    }

    /** The party that made the request; meant for the event, not for the state. */
    static Handle of(Caller caller) {
        return new Handle(caller);
    }

    /** Where a later answer may go; opaque. */
    static Handle of(Inbox inbox) {
        return new Handle(inbox);
    }

    /** The node that a value stands for, if it does. */
    static Optional<NodeId> nodeOf(LuaValue value) {
        if (!(value instanceof Handle handle) || handle.of instanceof Inbox) {
            return Optional.empty();
        }
        return Optional.of(
                handle.of instanceof Caller caller
                        ? caller.node()
                        : ((NodeHandle) handle.of).contact().id());
    }

    /** The field of this name, nil if there is none. */
    LuaValue field(LuaString name, Meter meter) {
        // A name longer than any field's is not even looked at, so that reading one has one price.
        String field = name.m_length > FIELD_BYTES_MAX ? "" : Values.string(name);
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
            return of(inbox);
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
        return other instanceof Handle that && identity().equals(that.identity());
    }

    @Override
    public int hashCode() {
        return of instanceof Caller caller ? caller.id().hashCode() : identity().hashCode();
    }
}
