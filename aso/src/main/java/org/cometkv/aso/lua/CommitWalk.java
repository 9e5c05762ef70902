package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The walk over what an event changed: what it attached to the state becomes part of it, or is refused.
 *
 * <p>Nothing is changed before all of it is known to be well.
 */
final class CommitWalk {

    private final Instance instance;
    private final boolean loading;

    /** Where the tables go whose deleted entries are to be forgotten later; null if they are now. */
    private final Collection<Table> later;

    private final List<Table> found = new ArrayList<>();
    private final List<Table> scanned = new ArrayList<>();

    /** Whether a table was written that belonged to the state before, and may have been detached since. */
    private boolean seesOld;

    private CommitWalk(Instance instance, boolean loading, Collection<Table> later) {
        this.instance = instance;
        this.loading = loading;
        this.later = later;
    }

    /**
     * Takes in what the event attached.
     *
     * @param later where the tables go of which a traversal may still go on from a deleted entry; null if none can
     * @return by how much the state's charged size grew with the new tables
     * @throws LuaFault if it attached what cannot be kept
     */
    static long ofEvent(EventRun run, Collection<Table> later) {
        run.wroteReserved = false;
        run.deleted = false;
        run.reattached = false;
        CommitWalk walk = null;
        try {
            for (int i = 0; i < run.journal.size; i++) {
                if (!isPlain(run, run.journal, i)) {
                    walk = walk != null ? walk : new CommitWalk(run.instance, false, later);
                    walk.entry(run, run.journal, i);
                }
            }
            return walk == null ? 0 : walk.finish(run);
        } finally {
            if (walk != null) {
                walk.forget();
            }
        }
    }

    /** Whether an entry is of a number or a string under a name, as most are: these need no walk. */
    private static boolean isPlain(EventRun run, Journal journal, int entry) {
        Table table = journal.table(entry);
        int kind = journal.kind(entry);
        if (kind > Journal.MOVED) {
            run.wroteReserved |= kind == Journal.REBUILT;
            return false;
        }
        int slot = journal.slot(run, entry);
        if (slot < 0 || slot >= table.used) {
            return false;
        }
        LuaValue key = table.slots[2 * slot];
        LuaValue value = table.slots[2 * slot + 1];
        run.deleted |= value == LuaValue.NIL;
        boolean isBare = !(value instanceof Table || value instanceof LuaFunction);
        if (table == run.instance.aso) {
            run.wroteReserved |= PolicyReader.isReserved(key);
        }
        return isBare && key instanceof LuaString;
    }

    /** Takes in all that the chunk put into {@code aso}. */
    static void ofChunk(Instance instance, EventRun run) {
        CommitWalk walk = new CommitWalk(instance, true, null);
        try {
            walk.find(instance.aso);
            walk.finish(run);
        } finally {
            walk.forget();
        }
    }

    private void entry(Meter meter, Journal journal, int entry) {
        Table table = journal.table(entry);
        switch (journal.kind(entry)) {
            case Journal.VALUE, Journal.ADDED, Journal.MOVED -> slot(table, journal.slot(meter, entry));
            case Journal.REBUILT -> {
                meter.charge(table.is(Table.SLOTS_SEEN) ? 0 : table.used >> Prices.SEEN_SHIFT);
                slots(table);
            }
            case Journal.TRIMMED -> {
                // What is cut off attaches nothing and moves nothing.
            }
            case Journal.METATABLE -> metatable(table);
            case Journal.LISTED, Journal.APPENDED -> {
                int position = journal.place(entry) + 1;
                check(table.listed(position), null, position);
            }
            default -> {
                // One insertion moves all that others wrote; where each went is not known, so that all is looked at.
                meter.charge(table.is(Table.LIST_SEEN) ? 0 : table.count >> Prices.SEEN_SHIFT);
                list(table);
            }
        }
    }

    private long finish(EventRun run) {
        for (int i = 0; i < found.size(); i++) {
            Table table = found.get(i);
            slots(table);
            metatable(table);
            list(table);
        }
        long bytes = 0;
        for (Table table : found) {
            table.flag(Table.PERSISTENT);
            table.fit();
            bytes += HeapCharge.of(table);
            if (later == null) {
                table.forgetDead(run.hashSeed);
            } else if (table.live < table.used) {
                later.add(table);
            }
        }
        run.reattached = seesOld;
        return bytes;
    }

    private void forget() {
        for (Table table : found) {
            table.unflag(Table.SEEN);
        }
        for (Table table : scanned) {
            table.unflag(Table.LIST_SEEN | Table.SLOTS_SEEN);
        }
    }

    private void slots(Table table) {
        if (table.is(Table.SLOTS_SEEN)) {
            return;
        }
        table.flag(Table.SLOTS_SEEN);
        scanned.add(table);
        for (int i = 0; i < table.used; i++) {
            slot(table, i);
        }
    }

    private void slot(Table table, int slot) {
        if (slot >= 0 && slot < table.used && table.slots[2 * slot + 1] != LuaValue.NIL) {
            LuaValue key = table.slots[2 * slot];
            check(key, key, 0);
            check(table.slots[2 * slot + 1], key, 0);
        }
    }

    private void list(Table table) {
        if (table.is(Table.LIST_SEEN)) {
            return;
        }
        table.flag(Table.LIST_SEEN);
        scanned.add(table);
        for (int n = 1; n <= table.count; n++) {
            check(table.listed(n), null, n);
        }
    }

    private void metatable(Table table) {
        Table metatable = table.metatable;
        if (metatable == null || metatable.is(Table.PERSISTENT) || loading && metatable.is(Table.SEEN)) {
            return;
        }
        boolean isOfChunk = metatable.chunkNumber() > 0 && (loading || metatable.is(Table.FROZEN));
        if (!isOfChunk || metatable == instance.globals) {
            throw refusal("a metatable that the script's body did not make cannot be kept in aso");
        }
    }

    private void check(LuaValue value, LuaValue key, int position) {
        if (value instanceof Table table) {
            if (table.is(Table.FROZEN) && table.chunkNumber() == 0 || table == instance.globals) {
                throw refusal(field(key, position) + " is a shared table; it cannot be kept in aso");
            }
            seesOld |= table.is(Table.PERSISTENT);
            find(table);
        } else if (value instanceof Closure closure && closure.chunkNumber == 0
                || value instanceof Builtin builtin && !mayKeep(builtin)) {
            throw refusal(field(key, position)
                    + " is a function that the script's body did not make; it cannot be kept in aso");
        }
    }

    /** The functions of the libraries that the chunk put into the state may stay there, and move. */
    private boolean mayKeep(Builtin builtin) {
        if (loading && Libraries.function(builtin.name) == builtin) {
            if (instance.chunkBuiltins.isEmpty()) {
                instance.chunkBuiltins = new HashSet<>();
            }
            instance.chunkBuiltins.add(builtin);
        }
        return instance.chunkBuiltins.contains(builtin);
    }

    private void find(Table table) {
        if (!table.is(Table.PERSISTENT | Table.SEEN | Table.FROZEN)) {
            table.flag(Table.SEEN);
            found.add(table);
        }
    }

    private static String field(LuaValue key, int position) {
        if (key == null) {
            return "element " + position;
        }
        return key instanceof LuaString name ? "field '" + Faults.shown(name) + "'" : "a field";
    }

    private static LuaFault refusal(String message) {
        return LuaFault.raw(LuaStrings.encode(message));
    }
}
