package org.cometkv.aso.lua;

import org.cometkv.aso.Limit;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.luaj.vm2.LuaValue;

/**
 * Where the keys of a larger table are: linear probing over slot numbers, seeded so that no one can aim at a place.
 *
 * <p>Keys of one whole hash cannot be spread by any seed; more than {@link #EQUAL_HASHES_MAX} of them in one table are
 * a limit, which depends on the keys alone.
 */
final class TableIndex {

    /** Tables of this many slots are searched by a scan. */
    static final int SCAN_MAX = 8;

    /** Most keys of one hash in a table. */
    static final int EQUAL_HASHES_MAX = 32;

    /** A cell holds a slot number from 1 in these bits, and above them some of the key's hash. */
    private static final int SLOT_BITS = 20;

    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int TAKEN_OUT = SLOT_MASK;

    private static final long MIX_FACTOR = 0xD6E8FEB86659FD93L;

    private final int xor;
    private final int factor;
    private int shift;

    /** 0 is free, {@link #TAKEN_OUT} was taken back by an undo. */
    private int[] cells;

    private int filled;

    /** Whether there are, or were, several keys of one hash: then lookups count and charge them. */
    private boolean crowded;

    /** An index of a table's keys, scattered by a seed. */
    TableIndex(long seed, Table table) {
        // Every bit of the seed has an effect on both.
        long mixed = mixed(mixed(seed + MIX_FACTOR));
        this.xor = (int) mixed;
        this.factor = (int) (mixed >>> 32) | 1;
        index(table);
    }

    private static long mixed(long bits) {
        long product = (bits ^ bits >>> 32) * MIX_FACTOR;
        return product ^ product >>> 32;
    }

    /** An index of a table's keys, scattered as another one. */
    TableIndex(TableIndex like, Table table) {
        this.xor = like.xor;
        this.factor = like.factor;
        index(table);
    }

    /** Places all keys anew, with room for one more at least. */
    private void index(Table table) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(table.used + 1, SCAN_MAX));
        cells = new int[1 << bits];
        shift = 32 - bits;
        filled = 0;
        for (int i = 0; i < table.used; i++) {
            if (table.slots[2 * i] != Table.GONE) {
                place(table, i, table.hash(i));
            }
        }
    }

    /** The place of a hash if no other key is there. */
    int home(int hash) {
        int mixed = (hash ^ xor) * factor;
        return (mixed ^ mixed >>> 15) * factor >>> shift;
    }

    private void place(Table table, int slot, int hash) {
        int mask = cells.length - 1;
        int equal = 0;
        int at = home(hash);
        while (cells[at] != 0) {
            equal += isOf(cells[at], table, hash) ? 1 : 0;
            at = (at + 1) & mask;
        }
        if (equal >= EQUAL_HASHES_MAX) {
            throw new LimitExceeded(Limit.FUEL, "too many keys of one hash in a table");
        }
        cells[at] = cell(slot, hash);
        filled++;
        crowded |= equal > 0;
    }

    private static int cell(int slot, int hash) {
        return hash << SLOT_BITS | slot + 1;
    }

    int find(Meter meter, Table table, LuaValue key, int hash) {
        if (crowded) {
            meter.charge((long) othersOf(table, hash) * (1 + RawEquality.comparison(key)));
        }
        int mask = cells.length - 1;
        int cell;
        for (int at = home(hash); (cell = cells[at]) != 0; at = (at + 1) & mask) {
            if (agrees(cell, hash) && table.holds((cell & SLOT_MASK) - 1, key, hash)) {
                return (cell & SLOT_MASK) - 1;
            }
        }
        return -1;
    }

    /**
     * The number of keys of a hash beyond the first. All count, because it depends on the seed which of them are met
     * before the one that is sought; none is compared, so that it does not matter whether that one is among them.
     */
    private int othersOf(Table table, int hash) {
        int mask = cells.length - 1;
        int equal = 0;
        for (int at = home(hash); cells[at] != 0; at = (at + 1) & mask) {
            equal += isOf(cells[at], table, hash) ? 1 : 0;
        }
        return Math.max(0, equal - 1);
    }

    boolean isCrowded() {
        return crowded;
    }

    /** Enters the key of the next slot, which is not among the slots yet. */
    void add(Table table, int hash) {
        int slot = table.used;
        if (slot + 1 >= SLOT_MASK) {
            throw new LimitExceeded(Limit.ALLOCATION, "too many keys in a table");
        }
        if (2 * (filled + 1) > cells.length) {
            index(table);
        }
        place(table, slot, hash);
    }

    /** Whether it is far larger than an index of so many slots need be. */
    boolean isSparse(int used) {
        return used <= SCAN_MAX || cells.length > 16 * used;
    }

    /** Whether a cell is of a key with this hash. */
    private static boolean isOf(int cell, Table table, int hash) {
        return agrees(cell, hash) && table.hash((cell & SLOT_MASK) - 1) == hash;
    }

    /** Whether a cell may be of a key with this hash. */
    private static boolean agrees(int cell, int hash) {
        return (cell ^ hash << SLOT_BITS) >>> SLOT_BITS == 0 && (cell & SLOT_MASK) != TAKEN_OUT;
    }

    /** The key of one slot has moved to another. */
    void redirect(int from, int to, int hash) {
        cells[cellOf(from, hash)] = cell(to, hash);
    }

    /** Takes a key out again; its cell stays taken, because others may have been placed past it. */
    void remove(int slot, int hash) {
        cells[cellOf(slot, hash)] = TAKEN_OUT;
    }

    private int cellOf(int slot, int hash) {
        int mask = cells.length - 1;
        int at = home(hash);
        while ((cells[at] & SLOT_MASK) != slot + 1) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
