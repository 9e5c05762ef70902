package org.cometkv.aso.lua;

import java.util.Arrays;
import java.util.Collection;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

/**
 * The changes of an event, in order, with what undoes each exactly: contents, order, length, dead slots, metatables.
 *
 * <p>Only tables of the lasting state write to it; a table that the event itself made needs no undo. Bulk operations
 * on a list are entered as their inverse, not slot by slot.
 *
 * <p>Not thread-safe; owned by one run.
 */
final class Journal {

    static final int VALUE = 0;
    static final int ADDED = 1;
    static final int MOVED = 2;
    static final int REBUILT = 3;
    static final int LISTED = 4;
    static final int APPENDED = 5;
    static final int TRIMMED = 6;
    static final int INSERTED = 7;
    static final int REMOVED = 8;
    static final int REPLACED = 9;
    static final int METATABLE = 10;

    private static final int KIND_BITS = 4;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;
    private static final int ENTRIES = 16;
    private static final int ENTRIES_KEPT = 1024;

    int size;

    /** By how many charged bytes the state has grown; tables newly attached are added when they are adopted. */
    long growth;

    /** How much of that was taken away again, which says nothing if it was taken from a table that is detached. */
    long shrunk;

    private Table[] tables = new Table[ENTRIES];
    private int[] places = new int[ENTRIES];
    private Object[] olds = new Object[ENTRIES];

    /**
     * Enters a change that is about to be made.
     *
     * @param place the slot, or the place in the list; of what changes its length at the end, the length
     * @param old the value that goes, the key of the entry that comes, or the whole of what is replaced
     * @param value the value that comes; null if none does
     */
    void enter(Table table, int kind, int place, Object old, LuaValue value) {
        long grown = growth(kind, old, value);
        growth += grown;
        if (grown < 0) {
            shrunk -= grown;
        }
        int n = size;
        if (n == tables.length) {
            grow();
        }
        tables[n] = table;
        places[n] = place << KIND_BITS | kind;
        olds[n] = old;
        size = n + 1;
    }

    private static long growth(int kind, Object old, LuaValue value) {
        return switch (kind) {
            case VALUE, LISTED -> change((LuaValue) old, value);
            case ADDED, MOVED -> HeapCharge.ofEntry((LuaValue) old) + HeapCharge.of(value);
            case APPENDED, INSERTED -> Prices.HEAP_LISTED + HeapCharge.of(value);
            case TRIMMED, REMOVED -> -Prices.HEAP_LISTED - HeapCharge.of((LuaValue) old);
            default -> 0;
        };
    }

    private static long change(LuaValue old, LuaValue value) {
        // Most writes are of counters.
        return old instanceof LuaInteger && value instanceof LuaInteger ? 0 : HeapCharge.of(value) - HeapCharge.of(old);
    }

    private void grow() {
        tables = Arrays.copyOf(tables, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
        olds = Arrays.copyOf(olds, 2 * size);
    }

    Table table(int entry) {
        return tables[entry];
    }

    int kind(int entry) {
        return places[entry] & KIND_MASK;
    }

    int place(int entry) {
        return places[entry] >>> KIND_BITS;
    }

    /** The slot that an entry about one key wrote to; -1 if that key is gone since. */
    int slot(Meter meter, int entry) {
        if (kind(entry) != MOVED) {
            return place(entry);
        }
        LuaValue key = (LuaValue) olds[entry];
        return tables[entry].find(meter, key, RawEquality.hash(meter, key));
    }

    /** Undoes everything, the last change first. */
    void rollBack() {
        for (int i = size - 1; i >= 0; i--) {
            undo(tables[i], kind(i), place(i), olds[i]);
        }
        clear();
    }

    /**
     * Charges what it takes to forget the entries that were deleted, before anything is done for good.
     *
     * @param later the tables of which that is left for later; null if it is done now
     */
    void chargeDead(Meter meter, Collection<Table> later) {
        int charged = 0;
        while (charged < size && meter.fuel + meter.reserve >= 0) {
            Table table = tables[charged];
            if (kind(charged++) == VALUE && !table.is(Table.SEEN)) {
                table.flag(Table.SEEN);
                int work = Table.keepsDead(table.used, table.live) ? 0 : table.used >> Prices.MOVED_SHIFT;
                meter.fuel -= work + (later == null ? 0 : table.used >> Prices.SEEN_SHIFT);
            }
        }
        for (int i = 0; i < charged; i++) {
            if (tables[i].is(Table.SEEN)) {
                tables[i].unflag(Table.SEEN);
                if (later != null) {
                    later.add(tables[i]);
                }
            }
        }
        meter.charge(0);
    }

    /** Forgets the keys of slots that died, as an encoded copy does. */
    void forgetDead(long hashSeed) {
        for (int i = 0; i < size; i++) {
            if (kind(i) == VALUE) {
                tables[i].forget(place(i));
            }
        }
        for (int i = 0; i < size; i++) {
            if (kind(i) == VALUE) {
                tables[i].dropDead(hashSeed);
            }
        }
    }

    /** Forgets everything: the changes stay. */
    void clear() {
        if (size > ENTRIES_KEPT) {
            release();
        } else {
            tables[0] = null;
            olds[0] = null;
            for (int i = 1; i < size; i++) {
                tables[i] = null;
                olds[i] = null;
            }
        }
        size = 0;
        growth = 0;
        shrunk = 0;
    }

    /** Makes its arrays short again; only when it is empty, or about to be. */
    void release() {
        if (tables.length > ENTRIES) {
            tables = new Table[ENTRIES];
            places = new int[ENTRIES];
            olds = new Object[ENTRIES];
        }
    }

    private static void undo(Table table, int kind, int place, Object old) {
        switch (kind) {
            case VALUE -> undoValue(table, place, (LuaValue) old);
            case ADDED -> table.undoAdded();
            case MOVED -> table.undoMoved(place);
            case REBUILT -> table.take((Table.Content) old);
            case LISTED -> table.list[place] = (LuaValue) old;
            case APPENDED, INSERTED -> table.shiftDown(place);
            case TRIMMED -> undoTrimmed(table, place, (LuaValue) old);
            case REMOVED -> table.shiftUp(place, (LuaValue) old);
            case REPLACED -> {
                table.list = (LuaValue[]) old;
                table.count = place;
            }
            case METATABLE -> table.metatable = (Table) old;
            default -> throw new IllegalStateException("no journal entry is of kind " + kind);
        }
    }

    private static void undoValue(Table table, int slot, LuaValue old) {
        if (table.slots[2 * slot + 1] == LuaValue.NIL) {
            table.live++;
        }
        table.slots[2 * slot + 1] = old;
    }

    private static void undoTrimmed(Table table, int count, LuaValue old) {
        table.reserveListed(count);
        Arrays.fill(table.list, table.count, count - 1, LuaValue.NIL);
        table.list[count - 1] = old;
        table.count = count;
    }
}
