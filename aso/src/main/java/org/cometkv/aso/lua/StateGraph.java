package org.cometkv.aso.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaValue;

/**
 * The tables of an object's lasting state, in a fixed order: those reached from {@code aso}, then those that only the
 * script's own variables still reach.
 *
 * <p>The second kind is rare: a table that the chunk made and put into {@code aso}, that an event took out again, and
 * that a local variable of the chunk still names. It can be written to, so it counts and is kept.
 */
final class StateGraph {

    final List<Table> tables = new ArrayList<>();

    /** Of those that only variables reach, the ones that lead to all others of that kind. */
    final List<Table> detached = new ArrayList<>();

    /** How much the walk looked at: tables, functions, their elements and variables. */
    long visited;

    private final Meter meter;

    /** Whether the chunk has just run, so that nothing is marked as part of the state yet. */
    private final boolean isLoading;

    private StateGraph(Meter meter, boolean isLoading) {
        this.meter = meter;
        this.isLoading = isLoading;
    }

    /**
     * Charged bytes of heap of all that the chunk made and keeps, but for the tables in {@code aso}: only of an object
     * that is being loaded, whose tables are not used again if this fails.
     */
    static int besideState(Instance instance, Meter meter) {
        StateGraph state = new StateGraph(meter, true);
        state.visit(instance.aso);
        for (int i = 0; i < state.tables.size(); i++) {
            state.eachElement(state.tables.get(i), state::visit);
        }
        long bytes = 0;
        Set<Object> counted = identities();
        for (LuaValue value : state.named(instance)) {
            if (value instanceof Closure closure) {
                bytes += Prices.CLOSURE + (long) Prices.CLOSURE_VARIABLE * closure.upvalues.length;
                for (UpValue up : closure.upvalues) {
                    bytes += counted.add(up) ? Prices.CAPTURED + HeapCharge.of(up.get()) : 0;
                }
            } else if (value instanceof Table table && !table.is(Table.SEEN)) {
                table.fit();
                bytes += HeapCharge.of(table);
            }
        }
        state.forget();
        return (int) bytes;
    }

    private static <T> Set<T> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * Walks the state.
     *
     * @param meter pays for the walk as it goes on
     * @param settled whether no event runs or waits that may hold a table which nothing else reaches
     */
    static StateGraph of(Instance instance, Meter meter, boolean settled) {
        StateGraph graph = new StateGraph(meter, false);
        try {
            graph.collect(instance.aso);
            if (Arrays.stream(instance.chunkTables).anyMatch(table -> !table.is(Table.SEEN))) {
                graph.collectDetached(instance, settled);
            }
        } finally {
            graph.forget();
        }
        return graph;
    }

    private void forget() {
        for (Table table : tables) {
            table.unflag(Table.SEEN);
        }
    }

    private void visited(long many) {
        meter.charge(((visited + many) >> Prices.WALKED_SHIFT) - (visited >> Prices.WALKED_SHIFT));
        visited += many;
    }

    private void collect(Table root) {
        int from = tables.size();
        visit(root);
        for (int i = from; i < tables.size(); i++) {
            each(tables.get(i), this::visit);
        }
    }

    private void each(Table table, Consumer<LuaValue> visit) {
        visit.accept(table.metatable);
        eachElement(table, visit);
    }

    private void eachElement(Table table, Consumer<LuaValue> visit) {
        visited(1L + table.count + table.used);
        for (int at = 0; at < table.count; at++) {
            visit.accept(table.list[at]);
        }
        for (int at = 0; at < 2 * table.used; at++) {
            visit.accept(table.slots[at]);
        }
    }

    private void visit(LuaValue value) {
        if (value instanceof Table table
                && !table.is(Table.SEEN)
                && (isLoading ? !table.is(Table.FROZEN | Table.GLOBALS) : table.is(Table.PERSISTENT))) {
            table.flag(Table.SEEN);
            tables.add(table);
        }
    }

    private void collectDetached(Instance instance, boolean settled) {
        Set<LuaValue> named = named(instance);
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
        if (settled) {
            // What neither the state nor a variable reaches can never be seen again.
            instance.chunkTables = kept.toArray(Table[]::new);
        }
    }

    /** All that the script's functions and variables reach. */
    private Set<LuaValue> named(Instance instance) {
        Set<LuaValue> seen = identities();
        Deque<LuaValue> open = new ArrayDeque<>();
        Consumer<LuaValue> reached = value -> {
            boolean isShared = value instanceof Table table && table.chunkNumber() == 0 && table.is(Table.FROZEN);
            if ((value instanceof Table || value instanceof Closure) && !isShared && seen.add(value)) {
                open.add(value);
            }
        };
        reached.accept(instance.globals);
        tables.forEach(reached);
        while (!open.isEmpty()) {
            LuaValue at = open.remove();
            visited(1);
            if (at instanceof Table table) {
                each(table, reached);
            } else {
                visited(1L + ((Closure) at).upvalues.length);
                for (UpValue up : ((Closure) at).upvalues) {
                    reached.accept(up.get());
                }
            }
        }
        return seen;
    }
}
