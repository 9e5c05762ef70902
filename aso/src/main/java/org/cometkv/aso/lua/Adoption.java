package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Policy;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The walk over what an event changed: what it attached to the state becomes part of it, or is refused.
 *
 * <p>Nothing is changed before all of it is known to be well.
 */
final class Adoption {

    /** Elements of a list that are looked at for a unit of fuel. */
    private static final int SEEN_A_UNIT = 8;

    private final Instance instance;
    private final boolean loading;
    private final List<Table> found = new ArrayList<>();
    private final List<Table> scanned = new ArrayList<>();

    /** Whether a table was written that belonged to the state before, and may have been detached since. */
    private boolean seesOld;

    private Adoption(Instance instance, boolean loading) {
        this.instance = instance;
        this.loading = loading;
    }

    /**
     * Takes in what the event attached.
     *
     * @param settled whether no traversal can go on from a dead key
     * @return by how much the state's charged size grew with the new tables
     * @throws LuaFault if it attached what cannot be kept
     */
    static long ofEvent(Run run, boolean settled) {
        run.wroteReserved = false;
        run.deleted = false;
        run.reattached = false;
        for (int i = 0; i < run.journal.size; i++) {
            if (!isPlain(run, run.journal, i)) {
                return new Adoption(run.instance, false).ofEntries(run, i, settled);
            }
        }
        return 0;
    }

    /** Whether an entry is of a number or a string under a name, as most are: these need no walk. */
    private static boolean isPlain(Run run, Journal journal, int entry) {
        Table table = journal.table(entry);
        int kind = journal.kind(entry);
        if (kind > Journal.MOVED) {
            run.wroteReserved |= kind == Journal.REBUILT;
            return false;
        }
        int slot = journal.slot(entry);
        if (slot < 0 || slot >= table.used) {
            return false;
        }
        LuaValue key = table.slots[2 * slot];
        LuaValue value = table.slots[2 * slot + 1];
        run.deleted |= value == LuaValue.NIL;
        boolean isBare = !(value instanceof Table || value instanceof Function);
        if (table == run.instance.aso && (kind != Journal.VALUE || mayBeReserved(run, isBare, journal.old(entry)))) {
            run.wroteReserved |= Policies.isReserved(key);
        }
        return isBare && key instanceof LuaString;
    }

    /**
     * Whether a field that was overwritten may be a reserved one. It was there before: while the policy is none, it is
     * none of the policy, and else only functions matter.
     */
    private static boolean mayBeReserved(Run run, boolean isBare, Object old) {
        return run.instance.policy() != Policy.DEFAULT || !isBare || old instanceof Function;
    }

    private long ofEntries(Run run, int first, boolean settled) {
        Journal journal = run.journal;
        try {
            for (int i = first; i < journal.size; i++) {
                if (i == first || !isPlain(run, journal, i)) {
                    int kind = journal.kind(i);
                    entry(run, journal.table(i), kind, kind <= Journal.MOVED ? journal.slot(i) : journal.place(i));
                }
            }
            long bytes = finish(run, settled);
            run.reattached = seesOld;
            return bytes;
        } finally {
            forget();
        }
    }

    /** Takes in all that the chunk put into {@code aso}. */
    static void ofChunk(Instance instance, Meter meter) {
        Adoption adoption = new Adoption(instance, true);
        try {
            adoption.find(instance.aso);
            adoption.finish(meter, true);
        } finally {
            adoption.forget();
        }
    }

    private void entry(Meter meter, Table table, int kind, int place) {
        switch (kind) {
            case Journal.VALUE, Journal.ADDED, Journal.MOVED -> slot(table, place);
            case Journal.REBUILT -> slots(table);
            case Journal.TRIMMED -> {
                // What is cut off attaches nothing and moves nothing.
            }
            case Journal.METATABLE -> metatable(table);
            case Journal.LISTED, Journal.APPENDED -> check(table.listed(place + 1), null, place + 1);
            default -> {
                // One insertion moves all that others wrote; where each went is not known, so that all is looked at.
                meter.charge(table.is(Table.LIST_SEEN) ? 0 : table.count / SEEN_A_UNIT);
                list(table);
            }
        }
    }

    private long finish(Meter meter, boolean settled) {
        for (int i = 0; i < found.size(); i++) {
            Table table = found.get(i);
            slots(table);
            metatable(table);
            list(table);
        }
        long bytes = 0;
        for (Table table : found) {
            table.flag(Table.PERSISTENT);
            bytes += Heap.of(table);
            if (settled) {
                table.forgetDead(meter);
            }
        }
        return bytes;
    }

    private void forget() {
        for (Table table : found) {
            table.unflag(Table.SEEN);
        }
        for (Table table : scanned) {
            table.unflag(Table.LIST_SEEN);
        }
    }

    private void slots(Table table) {
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
        if (metatable == null || loading || metatable.is(Table.PERSISTENT)) {
            return;
        }
        if (!metatable.is(Table.FROZEN) || metatable.chunkNumber() == 0) {
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
                || value instanceof Builtin builtin && !(loading && Libraries.function(builtin.name) == builtin)) {
            throw refusal(field(key, position)
                    + " is a function that the script's body did not make; it cannot be kept in aso");
        }
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
        return LuaFault.raw(Values.text(message));
    }
}
