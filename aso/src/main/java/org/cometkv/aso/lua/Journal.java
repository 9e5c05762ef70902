package org.cometkv.aso.lua;

import java.util.Arrays;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

/**
 * The changes of an event, in order, with what undoes each exactly: contents, order, length, dead slots, metatables.
 *
 * <p>Only tables of the lasting state (or, in a journal of their own, an object's globals) write to it; a table that
 * the event itself made needs no undo. Bulk operations on a list are entered as their inverse, not slot by slot.
 *
 * <p>Not thread-safe; owned by one run.
 */
final class Journal {

    /** Charged for each entry. */
    static final int ENTRY_BYTES = 12;

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

    private Table[] tables = new Table[ENTRIES];
    private int[] places = new int[ENTRIES];
    private Object[] olds = new Object[ENTRIES];

    /** The slots of a table and all that says where its keys are. */
    record Slots(LuaValue[] all, int used, int live, int filter, TableIndex index) {}

    /**
     * Enters a change that is about to be made.
     *
     * @param place the slot, or the place in the list; of what changes its length at the end, the length
     * @param old the value that goes, the key of the entry that comes, or the whole of what is replaced
     * @param value the value that comes; null if none does
     */
    void enter(Table table, int kind, int place, Object old, LuaValue value) {
        growth += growth(kind, old, value);
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
            case ADDED, MOVED -> Heap.ofEntry((LuaValue) old) + Heap.of(value);
            case APPENDED, INSERTED -> Heap.LISTED + Heap.of(value);
            case TRIMMED, REMOVED -> -Heap.LISTED - Heap.of((LuaValue) old);
            default -> 0;
        };
    }

    private static long change(LuaValue old, LuaValue value) {
        // Most writes are of counters.
        return old instanceof LuaInteger && value instanceof LuaInteger ? 0 : Heap.of(value) - Heap.of(old);
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

    /** What stood where an entry wrote to. */
    Object old(int entry) {
        return olds[entry];
    }

    /** The slot that an entry about one key wrote to; -1 if that key is gone since. */
    int slot(int entry) {
        return kind(entry) == MOVED ? tables[entry].find((LuaValue) olds[entry]) : place(entry);
    }

    /** Undoes everything, the last change first. */
    void rollBack() {
        while (size > 0) {
            size--;
            undo(tables[size], places[size] & KIND_MASK, places[size] >>> KIND_BITS, olds[size]);
            tables[size] = null;
            olds[size] = null;
        }
        growth = 0;
    }

    /** Forgets the keys of slots that died, as an encoded copy does. */
    void forgetDead(Meter meter) {
        for (int i = 0; i < size; i++) {
            if (kind(i) == VALUE) {
                tables[i].forget(place(i));
            }
        }
        for (int i = 0; i < size; i++) {
            if (kind(i) == VALUE) {
                tables[i].dropDead(meter);
            }
        }
    }

    /** Forgets everything: the changes stay. */
    void clear() {
        if (size > ENTRIES_KEPT) {
            tables = new Table[ENTRIES];
            places = new int[ENTRIES];
            olds = new Object[ENTRIES];
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
    }

    private static void undo(Table table, int kind, int place, Object old) {
        switch (kind) {
            case VALUE -> undoValue(table, place, (LuaValue) old);
            case ADDED -> undoAdded(table);
            case MOVED -> undoMoved(table, place);
            case REBUILT -> undoRebuilt(table, (Slots) old);
            case LISTED -> table.list[place] = (LuaValue) old;
            case APPENDED -> table.list[--table.count] = null;
            case TRIMMED -> undoTrimmed(table, place, (LuaValue) old);
            case INSERTED -> table.shiftDown(place);
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

    private static void undoAdded(Table table) {
        int slot = --table.used;
        table.live--;
        if (table.index != null) {
            table.index.remove(slot, Keys.hash(table.slots[2 * slot]));
        }
        table.slots[2 * slot] = null;
        table.slots[2 * slot + 1] = null;
    }

    private static void undoMoved(Table table, int slot) {
        int last = --table.used;
        table.live--;
        LuaValue key = table.slots[2 * last];
        table.slots[2 * slot] = key;
        if (table.index != null) {
            table.index.redirect(last, slot, Keys.hash(key));
        }
        table.slots[2 * last] = null;
        table.slots[2 * last + 1] = null;
    }

    private static void undoRebuilt(Table table, Slots old) {
        table.slots = old.all;
        table.used = old.used;
        table.live = old.live;
        table.filter = old.filter;
        table.index = old.index;
    }

    private static void undoTrimmed(Table table, int count, LuaValue old) {
        table.reserveListed(count);
        Arrays.fill(table.list, table.count, count - 1, LuaValue.NIL);
        table.list[count - 1] = old;
        table.count = count;
    }
}
