package org.cometkv.aso.lua;

import org.cometkv.aso.Limit;
import org.luaj.vm2.LuaString;
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

    private static final int TAKEN_OUT = -1;

    private final int xor;
    private final int factor;
    private int shift;

    /** Slot numbers from 1; 0 is free, {@link #TAKEN_OUT} was taken back by an undo. */
    private int[] cells;

    private int filled;

    TableIndex(long seed, LuaValue[] slots, int used) {
        this.xor = (int) seed;
        this.factor = (int) (seed >>> 32) | 1;
        allocate(Math.max(used, SCAN_MAX));
        insertAll(slots, used);
    }

    private void allocate(int keys) {
        int bits = 33 - Integer.numberOfLeadingZeros(keys);
        cells = new int[1 << bits];
        shift = 32 - bits;
        filled = 0;
    }

    private void insertAll(LuaValue[] slots, int used) {
        for (int i = 0; i < used; i++) {
            if (slots[2 * i] != Table.GONE) {
                place(i, Keys.hash(slots[2 * i]));
            }
        }
    }

    private int home(int hash) {
        int mixed = (hash ^ xor) * factor;
        return (mixed ^ mixed >>> 15) * factor >>> shift;
    }

    private void place(int slot, int hash) {
        int mask = cells.length - 1;
        int at = home(hash);
        while (cells[at] != 0) {
            at = (at + 1) & mask;
        }
        cells[at] = slot + 1;
        filled++;
    }

    int find(LuaValue[] slots, LuaValue key, int hash) {
        int mask = cells.length - 1;
        int cell;
        for (int at = home(hash); (cell = cells[at]) != 0; at = (at + 1) & mask) {
            if (cell > 0 && Keys.equal(slots[2 * cell - 2], key)) {
                return cell - 1;
            }
        }
        return -1;
    }

    /** Enters the key of a new slot, which is not among the slots yet. */
    void add(LuaValue[] slots, int slot, LuaValue key, int hash) {
        if (2 * (filled + 1) > cells.length) {
            allocate(slot + 1);
            insertAll(slots, slot);
        }
        int mask = cells.length - 1;
        int equal = 0;
        int at = home(hash);
        while (cells[at] != 0) {
            if (cells[at] > 0 && hashes(slots[2 * cells[at] - 2], key, hash) && ++equal >= EQUAL_HASHES_MAX) {
                throw new LimitExceeded(Limit.FUEL, "too many keys of one hash in a table");
            }
            at = (at + 1) & mask;
        }
        cells[at] = slot + 1;
        filled++;
    }

    private static boolean hashes(LuaValue other, LuaValue key, int hash) {
        if (other.getClass() != key.getClass()) {
            return false;
        }
        // LuaJ's own hash of a string is at hand; the full one of a long string is computed only where that agrees.
        boolean may = !(key instanceof LuaString) || other.hashCode() == key.hashCode();
        return may && Keys.hash(other) == hash;
    }

    /** The key of one slot has moved to another. */
    void redirect(int from, int to, int hash) {
        cells[cellOf(from, hash)] = to + 1;
    }

    /** Takes a key out again; its cell stays taken, because others may have been placed past it. */
    void remove(int slot, int hash) {
        cells[cellOf(slot, hash)] = TAKEN_OUT;
    }

    private int cellOf(int slot, int hash) {
        int mask = cells.length - 1;
        int at = home(hash);
        while (cells[at] != slot + 1) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
