package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.NodeHandle;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.NodeId;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The host values that scripts meet: nodes, callers and inboxes. */
final class Handles {

    private static final LuaString X = Names.of("x");
    private static final LuaString Y = Names.of("y");
    private static final LuaString HEIGHT = Names.of("height");

    private static final int FIELD_BYTES_MAX = 16;
    private static final int FIELD_UNITS = 8;

    private Handles() {}

    private static LuaValue text(String text, Meter meter) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        meter.charge(FIELD_UNITS);
        meter.allocate(48L + bytes.length);
        return LuaString.valueUsing(bytes);
    }

    private static LuaValue coordinates(Optional<Coordinates> given, Meter meter) {
        if (given.isEmpty()) {
            return LuaValue.NIL;
        }
        Table table = Table.of(meter, 0, 3);
        table.set(meter, X, NegativeZero.box(given.get().x()));
        table.set(meter, Y, NegativeZero.box(given.get().y()));
        table.set(meter, HEIGHT, NegativeZero.box(given.get().height()));
        return table;
    }

    /** The name of a field; empty where it is longer than any of them, so that reading one has one price. */
    private static String shortName(LuaString name) {
        return name.m_length > FIELD_BYTES_MAX ? "" : Values.string(name);
    }

    /** A node; equal to any handle of the same node. */
    static final class Node extends Handle {

        final NodeHandle node;

        Node(NodeHandle node) {
            this.node = node;
        }

        @Override
        LuaValue field(LuaString name, Meter meter) {
            switch (shortName(name)) {
                case "id":
                    return text(node.contact().id().toString(), meter);
                case "ip":
                    return text(node.contact().host(), meter);
                case "port":
                    return LuaValue.valueOf(node.contact().port());
                case "coordinates":
                    return coordinates(node.coordinates(), meter);
                default:
                    return LuaValue.NIL;
            }
        }

        @Override
        String label() {
            return "node: " + node.contact().id();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node that
                    && node.contact().id().equals(that.node.contact().id());
        }

        @Override
        public int hashCode() {
            return node.contact().id().hashCode();
        }
    }

    /** The party that made the request; meant for the event, not for the state. */
    static final class Party extends Handle {

        final Caller caller;

        Party(Caller caller) {
            this.caller = caller;
        }

        @Override
        LuaValue field(LuaString name, Meter meter) {
            switch (shortName(name)) {
                case "id":
                    return text(caller.id(), meter);
                case "ip":
                    return text(caller.ip(), meter);
                case "port":
                    return LuaValue.valueOf(caller.port());
                case "coordinates":
                    return coordinates(caller.coordinates(), meter);
                case "writer":
                    return text(caller.writer(), meter);
                case "key":
                    return caller.key().isEmpty()
                            ? NIL
                            : text(caller.key().get().toString(), meter);
                case "inbox":
                    return caller.inbox().isEmpty()
                            ? NIL
                            : new Box(caller.inbox().get());
                case "node":
                    return text(caller.node().toString(), meter);
                default:
                    return LuaValue.NIL;
            }
        }

        @Override
        String label() {
            return "caller: " + caller.id();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Party that && caller.equals(that.caller);
        }

        @Override
        public int hashCode() {
            return caller.id().hashCode();
        }
    }

    /** Where a later answer may go; opaque. */
    static final class Box extends Handle {

        final Inbox inbox;

        Box(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        LuaValue field(LuaString name, Meter meter) {
            return LuaValue.NIL;
        }

        @Override
        String label() {
            return "inbox";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Box that && inbox.equals(that.inbox);
        }

        @Override
        public int hashCode() {
            return inbox.hashCode();
        }
    }

    /** The node that a host value stands for, if it does. */
    static Optional<NodeId> nodeOf(LuaValue value) {
        if (value instanceof Node handle) {
            return Optional.of(handle.node.contact().id());
        }
        return value instanceof Party party ? Optional.of(party.caller.node()) : Optional.empty();
    }
}
