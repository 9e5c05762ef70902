package org.cometkv.aso.lua;

import java.util.Arrays;
import java.util.List;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/**
 * A Lua table: a list of the keys 1 to n, then further entries in the order they were added.
 *
 * <p>The last element of the list is never nil, so that {@code #} is its length. An entry that is set to nil leaves a
 * dead slot, so that a traversal can go on from it; a dead key that is set again goes to the end. All access here is
 * raw; metamethods are the interpreter's. What a call costs depends on the content alone, never on the length of an
 * array, so that a restored copy costs the same.
 *
 * <p>Not thread-safe; owned by one object or one event.
 */
final class Table extends LuaValue {

    /** Belongs to the object's lasting state: changes are journaled. */
    static final int PERSISTENT = 1;
    /** Was made by the chunk outside the state, or is a shared library: never changes. */
    static final int FROZEN = 2;
    /** Holds an object's globals: changes are journaled and put back, and the libraries show through. */
    static final int GLOBALS = 4;
    /** Seen by the walk that runs just now. */
    static final int SEEN = 8;
    /** Its whole list was seen by that walk. */
    static final int LIST_SEEN = 16;

    /** All its slots were seen by that walk. */
    static final int SLOTS_SEEN = 32;

    /** The key of a dead slot whose own key is forgotten; no script meets it, and it equals no key. */
    static final LuaValue GONE = new LuaUserdata("gone");

    private static final int PRESIZE_MAX = 4096;

    private static final LuaValue[] NONE = {};
    private static final int FLAG_BITS = 8;
    private static final int FILTER_FACTOR = 0x9E3779B9;
    private static final int FILTER_SHIFT = 27;
    private static final int COMPACT_MIN = 8;
    private static final int SHRINK_MIN = 16;

    /** Dead slots that any table may have; beyond, no more than live ones. */
    static final int DEAD_FREE = 8;

    LuaValue[] list;
    int count;

    /** Key, value, key, value; a value is nil in a dead slot. */
    LuaValue[] slots;

    /** The hashes of long keys by slot, so that none is read again for the table's own ends; null before the first. */
    private int[] longHashes;

    int used;
    int live;
    int filter;

    /** Where keys are, once there are more than a scan should see; else null. */
    TableIndex index;

    Table metatable;

    /** Flags in the low bits, above them the number among the tables that the chunk made, from 1. */
    private int flags;

    Table() {
        this(NONE, NONE);
    }

    private Table(LuaValue[] list, LuaValue[] slots) {
        this.list = list;
        this.slots = slots;
    }

    /** A table with room, charged; its arrays are made first, so that HotSpot initialises it in one go. */
    static Table of(Meter meter, int listSize, int entries) {
        int listed = Math.min(listSize, PRESIZE_MAX);
        int keyed = Math.min(entries, PRESIZE_MAX);
        meter.allocateSmall(Prices.TABLE + Prices.SLOT * (listed + 2 * keyed));
        meter.fuel -= listed + 2 * keyed >> Prices.ROOM_SHIFT;
        Table made = new Table(array(listed), array(2 * keyed));
        if (meter.chunkTables != null) {
            number(meter.chunkTables, made);
        }
        return made;
    }

    private static void number(List<Table> chunkTables, Table made) {
        chunkTables.add(made);
        made.flags = chunkTables.size() << FLAG_BITS;
    }

    /** A new array; the commonest lengths as constants, which HotSpot allocates in half the time. */
    private static LuaValue[] array(int length) {
        return switch (length) {
            case 0 -> NONE;
            case 1 -> new LuaValue[1];
            case 2 -> new LuaValue[2];
            case 3 -> new LuaValue[3];
            case 4 -> new LuaValue[4];
            default -> new LuaValue[length];
        };
    }

    @Override
    public int type() {
        return LuaValue.TTABLE;
    }

    @Override
    public String typename() {
        return "table";
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    void flag(int flag) {
        flags |= flag;
    }

    void unflag(int flag) {
        flags &= ~flag;
    }

    /** Its number among the tables that the chunk made; 0 if another made it. */
    int chunkNumber() {
        return flags >>> FLAG_BITS;
    }

    LuaValue get(Meter meter, LuaValue key) {
        if (key instanceof LuaString name) {
            return name.m_length >= LuaStrings.LONG ? get(meter, key, RawEquality.hash(meter, key)) : get(meter, name);
        }
        if (key instanceof LuaInteger integer) {
            int at = integer.v - 1;
            if (at >= 0 && at < count) {
                return list[at];
            }
            return used == 0 ? NIL : get(meter, key, integer.v);
        }
        LuaValue normal = RawEquality.normal(key);
        return get(meter, normal, RawEquality.hash(normal));
    }

    /** The value under a short string. */
    LuaValue get(Meter meter, LuaString name) {
        if (index == null) {
            int at = scan(slots, used, name);
            if (at > 0) {
                return slots[at];
            }
        }
        return get(meter, name, RawEquality.hash(name));
    }

    /**
     * Where the value of a key is, found by identity; 0 if it is not.
     *
     * <p>The first four are compared one by one: HotSpot makes so much of a loop that it pays only when it is long.
     */
    private static int scan(LuaValue[] all, int used, LuaValue key) {
        int length = all.length;
        if (length < 4) {
            return length > 0 && all[0] == key ? 1 : 0;
        }
        if (all[0] == key) {
            return 1;
        }
        if (all[2] == key) {
            return 3;
        }
        if (length < 8) {
            return length > 4 && all[4] == key ? 5 : 0;
        }
        if (all[4] == key) {
            return 5;
        }
        if (all[6] == key) {
            return 7;
        }
        // Room that a constructor asked for may lie beyond.
        for (int i = 8, end = 2 * used; i < end; i += 2) {
            if (all[i] == key) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The value under a key that is not in the list and has this hash; globals have the libraries behind them. */
    private LuaValue get(Meter meter, LuaValue key, int hash) {
        int slot = find(meter, key, hash);
        if (slot >= 0) {
            return slots[2 * slot + 1];
        }
        return is(GLOBALS) && key instanceof LuaString ? Libraries.GLOBALS.get(meter, key, hash) : NIL;
    }

    /** The value at a position of the list, from 1; nil past its end. */
    LuaValue listed(int position) {
        return position > 0 && position <= count ? list[position - 1] : NIL;
    }

    /** The slot of a key that has this hash, dead or alive; -1 if it has none. Other keys of the hash are charged. */
    int find(Meter meter, LuaValue key, int hash) {
        if ((filter & filterBit(hash)) == 0) {
            return -1;
        }
        if (index != null) {
            return index.find(meter, this, key, hash);
        }
        for (int i = 0; i < used; i++) {
            if (holds(i, key, hash)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a slot is that of a key with this hash. */
    boolean holds(int slot, LuaValue key, int hash) {
        LuaValue held = slots[2 * slot];
        return held == key || hash(slot) == hash && RawEquality.same(held, key);
    }

    /** The hash of a slot's key; a long one is not read again. */
    int hash(int slot) {
        LuaValue key = slots[2 * slot];
        return LuaStrings.isLong(key) ? longHashes[slot] : RawEquality.hash(key);
    }

    static int filterBit(int hash) {
        return 1 << (hash * FILTER_FACTOR >>> FILTER_SHIFT);
    }

    void set(Meter meter, LuaValue key, LuaValue value) {
        if (key instanceof LuaString) {
            setKeyed(meter, key, value);
        } else if (key instanceof LuaInteger integer) {
            setInteger(meter, integer, value);
        } else {
            setOther(meter, key, value);
        }
    }

    private void setInteger(Meter meter, LuaInteger key, LuaValue value) {
        int at = key.v - 1;
        if (at >= 0 && at < count) {
            setListed(meter, at, value);
        } else if (at != count) {
            setKeyed(meter, key, value);
        } else if (value != NIL) {
            append(meter, value);
        }
    }

    private void setOther(Meter meter, LuaValue key, LuaValue value) {
        if (key == NIL) {
            throw LuaFault.of("table index is nil");
        }
        if (key instanceof LuaNumber number && number.todouble() != number.todouble()) {
            throw LuaFault.of("table index is NaN");
        }
        setKeyed(meter, RawEquality.normal(key), value);
    }

    private void setKeyed(Meter meter, LuaValue key, LuaValue value) {
        if (index == null && !LuaStrings.isLong(key)) {
            int at = scan(slots, used, key);
            if (at > 0) {
                setSlot(meter, at >> 1, value);
                return;
            }
        }
        int hash = RawEquality.hash(meter, key);
        int slot = find(meter, key, hash);
        if (slot >= 0) {
            setSlot(meter, slot, value);
        } else if (value != NIL) {
            add(meter, key, hash, value);
        }
    }

    private void setSlot(Meter meter, int slot, LuaValue value) {
        LuaValue old = slots[2 * slot + 1];
        if (old == NIL) {
            if (value != NIL) {
                revive(meter, slot, value);
            }
            return;
        }
        note(meter, Journal.VALUE, slot, old, value);
        slots[2 * slot + 1] = value;
        if (value == NIL) {
            live--;
        }
    }

    /** A dead key set again goes to the end, as it would in a copy that has forgotten it. */
    private void revive(Meter meter, int slot, LuaValue value) {
        LuaValue key = slots[2 * slot];
        int hash = hash(slot);
        if (compacts()) {
            add(meter, key, hash, value);
            return;
        }
        chargeEntry(meter, key);
        note(meter, Journal.MOVED, slot, key, value);
        slots[2 * slot] = GONE;
        if (index != null) {
            index.redirect(slot, used, hash);
        }
        place(key, hash, value);
    }

    private void add(Meter meter, LuaValue key, int hash, LuaValue value) {
        chargeEntry(meter, key);
        Journal journal = journal(meter);
        if (compacts()) {
            if (journal != null) {
                meter.allocate((long) Prices.SLOT * used);
                journal.enter(this, Journal.REBUILT, 0, content(), null);
            }
            meter.charge(used >> Prices.MOVED_SHIFT);
            compact(meter.hashSeed);
        }
        enter(meter, hash);
        // Nothing below can fail, so that what the journal says has been done.
        if (journal != null) {
            journal.enter(this, Journal.ADDED, used, key, value);
        }
        place(key, hash, value);
    }

    /** Makes a key known that is about to get the next slot. */
    private void enter(Meter meter, int hash) {
        if (index == null && (used >= TableIndex.SCAN_MAX || (filter & filterBit(hash)) != 0 && has(hash))) {
            index = new TableIndex(meter.hashSeed, this);
        }
        if (index != null) {
            index.add(this, hash);
        }
        filter |= filterBit(hash);
    }

    /** Whether there is a key of this hash; an index then counts what looking for one of several compares. */
    private boolean has(int hash) {
        for (int i = 0; i < used; i++) {
            if (slots[2 * i] != GONE && hash(i) == hash) {
                return true;
            }
        }
        return false;
    }

    private void place(LuaValue key, int hash, LuaValue value) {
        if (2 * used == slots.length) {
            slots = Arrays.copyOf(slots, used == 0 ? 4 : 4 * used);
        }
        if (LuaStrings.isLong(key)) {
            if (longHashes == null) {
                longHashes = new int[slots.length / 2];
            } else if (used >= longHashes.length) {
                longHashes = Arrays.copyOf(longHashes, slots.length / 2);
            }
            longHashes[used] = hash;
        }
        slots[2 * used] = key;
        slots[2 * used + 1] = value;
        used++;
        live += value != NIL ? 1 : 0;
    }

    private static void chargeEntry(Meter meter, LuaValue key) {
        meter.allocateSmall(key instanceof LuaString ? Prices.ENTRY_BYTES : Prices.NUMERIC_ENTRY_BYTES);
        meter.fuel -= Prices.ENTRY;
    }

    /** Whether the next new key first drops the dead slots: a rule of the slots alone, never of the arrays. */
    private boolean compacts() {
        return used >= COMPACT_MIN && (used & (used - 1)) == 0 && 4 * (used - live) >= used;
    }

    private void compact(long hashSeed) {
        Content all = content();
        take(new Content(new LuaValue[2 * live + live + 4 & ~1], null, 0, 0, 0, index));
        for (int i = 0; i < all.used; i++) {
            LuaValue key = all.slots[2 * i];
            LuaValue value = all.slots[2 * i + 1];
            if (value != NIL) {
                int hash = LuaStrings.isLong(key) ? all.longHashes[i] : RawEquality.hash(key);
                filter |= filterBit(hash);
                place(key, hash, value);
            }
        }
        boolean needsIndex = used > TableIndex.SCAN_MAX || index != null && index.isCrowded();
        index = needsIndex ? new TableIndex(hashSeed, this) : null;
    }

    /** Takes the entry of the last slot out again, which was added last; for the journal. */
    void undoAdded() {
        used--;
        live--;
        if (index != null) {
            index.remove(used, hash(used));
        }
        clearSlot(used);
    }

    /** Puts the entry of the last slot back where its key was before it died; its value stays dead. */
    void undoMoved(int slot) {
        used--;
        live--;
        int hash = hash(used);
        slots[2 * slot] = slots[2 * used];
        if (longHashes != null && slot < longHashes.length) {
            longHashes[slot] = hash;
        }
        if (index != null) {
            index.redirect(used, slot, hash);
        }
        clearSlot(used);
    }

    /** Empties a slot at the end; arrays that are far too long now are cut, so that what failed leaves none behind. */
    private void clearSlot(int slot) {
        slots[2 * slot] = null;
        slots[2 * slot + 1] = null;
        if (slots.length > SHRINK_MIN && 2 * slot < slots.length >> 2) {
            slots = Arrays.copyOf(slots, slots.length >> 1);
        }
        if (index != null && index.isSparse(slot)) {
            index = slot > TableIndex.SCAN_MAX || index.isCrowded() ? new TableIndex(index, this) : null;
        }
    }

    private void setListed(Meter meter, int at, LuaValue value) {
        if (value == NIL && at == count - 1) {
            trim(meter);
            return;
        }
        note(meter, Journal.LISTED, at, list[at], value);
        list[at] = value;
    }

    private void trim(Meter meter) {
        int end = withoutNils(list, 0, count - 1);
        meter.fuel -= (count - 1 - end) >> Prices.SEEN_SHIFT;
        note(meter, Journal.TRIMMED, count, list[count - 1], null);
        Arrays.fill(list, end, count, null);
        count = end;
        shrink();
    }

    /** Cuts a list's array that is far too long. */
    private void shrink() {
        if (list.length > SHRINK_MIN && count < list.length >> 2) {
            list = Arrays.copyOf(list, list.length >> 1);
        }
    }

    /** Gives back most of the room that a constructor asked for and that nothing was put into. */
    void fit() {
        if (list.length > SHRINK_MIN && count < list.length >> 1) {
            list = Arrays.copyOf(list, count);
        }
        if (slots.length > SHRINK_MIN && used < slots.length >> 2) {
            slots = Arrays.copyOf(slots, 2 * used);
        }
    }

    void append(Meter meter, LuaValue value) {
        push(meter, value);
        if (live > 0) {
            adoptFollowing(meter);
        }
    }

    private void push(Meter meter, LuaValue value) {
        meter.allocateSmall(Prices.LISTED);
        note(meter, Journal.APPENDED, count, null, value);
        reserveListed(count + 1);
        list[count++] = value;
    }

    void reserveListed(int size) {
        if (size > list.length) {
            list = Arrays.copyOf(list, Math.max(4, Math.max(size, list.length + (list.length >> 1))));
        }
    }

    /** Moves the entries that now continue the list into it. */
    private void adoptFollowing(Meter meter) {
        while (true) {
            int slot = find(meter, LuaInteger.valueOf(count + 1), count + 1);
            if (slot < 0 || slots[2 * slot + 1] == NIL) {
                return;
            }
            LuaValue value = slots[2 * slot + 1];
            setSlot(meter, slot, NIL);
            meter.charge(Prices.ADOPTED);
            push(meter, value);
        }
    }

    /** Inserts at a position from 1 to one past the end, moving the rest up. */
    void insert(Meter meter, int position, LuaValue value) {
        if (position == count + 1) {
            set(meter, LuaInteger.valueOf(position), value);
            return;
        }
        meter.charge((count - position + 1) >> Prices.MOVED_SHIFT);
        meter.allocateSmall(Prices.LISTED);
        note(meter, Journal.INSERTED, position - 1, null, value);
        shiftUp(position - 1, value);
        if (live > 0) {
            adoptFollowing(meter);
        }
    }

    void shiftUp(int at, LuaValue value) {
        reserveListed(count + 1);
        System.arraycopy(list, at, list, at + 1, count - at);
        list[at] = value;
        count++;
    }

    /** Removes the element at a position of the list, moving the rest down. */
    LuaValue remove(Meter meter, int position) {
        LuaValue old = list[position - 1];
        if (position == count) {
            trim(meter);
            return old;
        }
        meter.charge((count - position) >> Prices.MOVED_SHIFT);
        note(meter, Journal.REMOVED, position - 1, old, null);
        shiftDown(position - 1);
        return old;
    }

    void shiftDown(int at) {
        System.arraycopy(list, at + 1, list, at, count - at - 1);
        list[--count] = null;
        shrink();
    }

    /** Replaces the whole list by as many values: what a sort does. Nils at its end are cut off. */
    void replaceList(Meter meter, LuaValue[] values) {
        Journal journal = journal(meter);
        if (journal != null) {
            meter.allocate((long) Prices.SLOT * count);
            journal.enter(this, Journal.REPLACED, count, list, null);
            list = new LuaValue[values.length];
        }
        int end = withoutNils(values, 0, values.length);
        System.arraycopy(values, 0, list, 0, end);
        Arrays.fill(list, end, count, null);
        count = end;
    }

    /** Writes a block of the list in a constructor: holes are kept. */
    void fill(Meter meter, int from, LuaValue[] values, int at, int n) {
        meter.fuel -= n;
        if (from != count + 1 || used > 0) {
            // Nils as well: they overwrite what the constructor set under the same keys.
            for (int i = 0; i < n; i++) {
                set(meter, LuaInteger.valueOf(from + i), values[at + i]);
            }
            return;
        }
        meter.allocateSmall(Prices.LISTED * n);
        int filled = withoutNils(values, at, n);
        reserveListed(count + filled);
        Frame.copy(values, at, list, count, filled);
        count += filled;
    }

    /** How many of these values there are up to the last that is not nil. */
    private static int withoutNils(LuaValue[] values, int at, int n) {
        int end = n;
        while (end > 0 && values[at + end - 1] == NIL) {
            end--;
        }
        return end;
    }

    void setMetatable(Meter meter, Table to) {
        note(meter, Journal.METATABLE, 0, metatable, null);
        metatable = to;
    }

    /** Enters a change that nothing can prevent any more in the journal that it is to be written to, if in any. */
    private void note(Meter meter, int kind, int place, LuaValue old, LuaValue value) {
        Journal journal = journal(meter);
        if (journal != null) {
            if (old instanceof LuaNumber) {
                meter.allocateSmall(Prices.JOURNAL_NUMBER);
            }
            journal.enter(this, kind, place, old, value);
        }
    }

    /**
     * The journal that a change is to be written to, null if none; charged here, before anything has changed.
     *
     * @throws LuaFault if the table is frozen
     */
    private Journal journal(Meter meter) {
        return (flags & (PERSISTENT | GLOBALS | FROZEN)) == 0 ? null : guarded(meter);
    }

    private Journal guarded(Meter meter) {
        if ((flags & FROZEN) != 0) {
            throw LuaFault.of("attempt to modify a frozen table");
        }
        if ((flags & GLOBALS) != 0) {
            meter.keepGlobals();
            return null;
        }
        meter.allocateSmall(Prices.JOURNAL_ENTRY);
        return meter.journal;
    }

    /** Forgets the key of a dead slot, as an encoded copy does. */
    void forget(int slot) {
        if (slot < used && slots[2 * slot + 1] == NIL) {
            slots[2 * slot] = GONE;
        }
    }

    /** Forgets the keys of all dead slots, and the slots as well if there are too many. */
    void forgetDead(long hashSeed) {
        for (int i = 0; i < used; i++) {
            forget(i);
        }
        dropDead(hashSeed);
    }

    /** At the end of an event: drops the dead slots if there are too many to keep. */
    void dropDead(long hashSeed) {
        if (!keepsDead(used, live)) {
            compact(hashSeed);
        }
    }

    /** Whether dead slots are worth keeping: beyond this, the end of an event drops them. */
    static boolean keepsDead(int used, int live) {
        return used - live <= Math.max(DEAD_FREE, live);
    }

    /** Adds an entry of a stored table with the hash of its key, dead or alive, without charge. */
    void restore(Meter meter, LuaValue key, int hash, LuaValue value) {
        if (key != GONE) {
            enter(meter, hash);
        }
        place(key, hash, value);
    }

    /** A table with the same content and none of the flags; it shares nothing with this one that a change writes to. */
    Table copied(Meter meter) {
        meter.charge((long) count + used >> Prices.MOVED_SHIFT);
        meter.allocate(Prices.TABLE + (long) Prices.SLOT * (count + 3L * used));
        int[] hashes = longHashes == null ? null : Arrays.copyOf(longHashes, used);
        Table copy = new Table(Arrays.copyOf(list, count), NONE);
        copy.count = count;
        copy.metatable = metatable;
        copy.take(new Content(Arrays.copyOf(slots, 2 * used), hashes, used, live, filter, null));
        copy.index = index == null ? null : new TableIndex(index, copy);
        return copy;
    }

    /** Exchanges the contents of two tables, and nothing of what they are. */
    void exchange(Table other) {
        Table own = new Table();
        own.become(this);
        become(other);
        other.become(own);
    }

    /** Forgets all content; only of a table that no journal knows. */
    void clear() {
        become(new Table());
    }

    private void become(Table other) {
        list = other.list;
        count = other.count;
        metatable = other.metatable;
        take(other.content());
    }

    /** The slots, and all that says where their keys are. */
    record Content(LuaValue[] slots, int[] longHashes, int used, int live, int filter, TableIndex index) {}

    private Content content() {
        return new Content(slots, longHashes, used, live, filter, index);
    }

    /** Has these slots in place of its own. */
    void take(Content content) {
        slots = content.slots;
        longHashes = content.longHashes;
        used = content.used;
        live = content.live;
        filter = content.filter;
        index = content.index;
    }

    /**
     * The position after a key in a traversal: list positions from 0, then slots; 0 for nil.
     *
     * @return -1 if the key is not in the table
     */
    int positionAfter(Meter meter, LuaValue key) {
        if (key == NIL) {
            return 0;
        }
        if (key instanceof LuaInteger integer && integer.v > 0 && integer.v <= count) {
            return integer.v;
        }
        LuaValue normal = RawEquality.normal(key);
        int slot = find(meter, normal, RawEquality.hash(meter, normal));
        if (slot >= 0) {
            return count + slot + 1;
        }
        // The list may have been cut below the key by its own removal.
        return key instanceof LuaInteger integer && integer.v > count ? count : -1;
    }

    /** The first position with a value, from this one on; -1 at the end. */
    int seek(Meter meter, int position) {
        int at = position;
        int end = count + used;
        while (at < end && valueAt(at) == NIL) {
            at++;
        }
        meter.fuel -= Prices.STEP + ((at - position) >> Prices.SEEN_SHIFT);
        return at < end ? at : -1;
    }

    LuaValue keyAt(int position) {
        return position < count ? LuaInteger.valueOf(position + 1) : slots[2 * (position - count)];
    }

    LuaValue valueAt(int position) {
        return position < count ? list[position] : slots[2 * (position - count) + 1];
    }
}
