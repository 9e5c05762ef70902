package org.cometkv.aso.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.luaj.vm2.LuaValue;

/**
 * The tables of an object's lasting state, in a fixed order: those reached from {@code aso}, then those that only the
 * script's own variables still reach.
 *
 * <p>The second kind is rare: a table that the chunk made and put into {@code aso}, that an event took out again, and
 * that a local variable of the chunk still names. It can be written to, so it counts and is kept.
 */
final class Graph {

    final List<Table> tables = new ArrayList<>();

    /** Of those that only variables reach, the ones that lead to all others of that kind. */
    final List<Table> detached = new ArrayList<>();

    private Graph() {}

    static Graph of(Instance instance) {
        Graph graph = new Graph();
        graph.collect(instance.aso);
        for (Table table : instance.chunkTables) {
            if (!table.is(Table.SEEN)) {
                graph.collectDetached(instance);
                break;
            }
        }
        for (Table table : graph.tables) {
            table.unflag(Table.SEEN);
        }
        return graph;
    }

    private void collect(Table root) {
        int from = tables.size();
        visit(root);
        for (int i = from; i < tables.size(); i++) {
            each(tables.get(i), this::visit);
        }
    }

    private static void each(Table table, Consumer<LuaValue> visit) {
        visit.accept(table.metatable);
        for (int at = 0; at < table.count; at++) {
            visit.accept(table.list[at]);
        }
        for (int at = 0; at < 2 * table.used; at++) {
            visit.accept(table.slots[at]);
        }
    }

    private void visit(LuaValue value) {
        if (value instanceof Table table && table.is(Table.PERSISTENT) && !table.is(Table.SEEN)) {
            table.flag(Table.SEEN);
            tables.add(table);
        }
    }

    private void collectDetached(Instance instance) {
        Set<Object> named = named(instance);
        List<Table> kept = new ArrayList<>();
        for (Table table : instance.chunkTables) {
            if (!table.is(Table.SEEN) && named.contains(table)) {
                detached.add(table);
                collect(table);
            }
            if (table.is(Table.SEEN)) {
                kept.add(table);
            }
        }
        // What neither the state nor a variable reaches can never be seen again.
        instance.chunkTables = kept.toArray(Table[]::new);
    }

    /** All that the script's functions and variables reach. */
    private Set<Object> named(Instance instance) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<LuaValue> open = new ArrayDeque<>();
        Consumer<LuaValue> reached = value -> {
            if ((value instanceof Table || value instanceof Closure) && seen.add(value)) {
                open.add(value);
            }
        };
        reached.accept(instance.globals);
        tables.forEach(reached);
        while (!open.isEmpty()) {
            LuaValue at = open.remove();
            if (at instanceof Table table) {
                each(table, reached);
            } else {
                for (UpValue up : ((Closure) at).upvalues) {
                    reached.accept(up.get());
                }
            }
        }
        return seen;
    }
}
