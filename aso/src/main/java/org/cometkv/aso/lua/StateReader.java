package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Limit;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.cometkv.aso.lua.text.RandomState;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Reads what {@link StateWriter} wrote, or anything else that came from outside.
 *
 * <p>Elements that tables declare are paid from the length of the input, and all that is built from the bound on the
 * state, before anything is allocated.
 */
final class StateReader {

    private static final int HANDLE_BYTES = 256;

    private final Instance instance;
    private final EventRun run;
    private final List<Table> chunkTables;
    private final Meter meter = Meter.unbounded();
    private final Input in;
    private final List<Table> tables = new ArrayList<>();
    private int read;

    private StateReader(Instance instance, EventRun run, List<Table> chunkTables, byte[] state) {
        this.instance = instance;
        this.run = run;
        this.chunkTables = chunkTables;
        this.in = new Input(state);
        meter.hashSeed = run.hashSeed;
    }

    /**
     * Replaces the content of {@code aso} after the chunk has run.
     *
     * @throws LuaFault if the state is malformed
     */
    static void restore(Instance instance, EventRun run, List<Table> chunkTables) {
        try {
            new StateReader(instance, run, chunkTables, run.state).read();
        } catch (MalformedInput malformed) {
            throw LuaFault.raw(LuaStrings.encode("the stored state is malformed: " + malformed.getMessage()));
        }
    }

    private void read() {
        if (in.octet() != StateCodec.VERSION) {
            throw new MalformedInput("unknown version");
        }
        instance.random = new RandomState(in.word());
        run.heapBound = size();
        run.heapAtWalk = size();
        run.encodedAtWalk = size();
        mention(instance.aso);
        contents();
        for (long left = in.number(); left > 0; left--) {
            if (!(value() instanceof Table)) {
                throw new MalformedInput("a table is expected");
            }
            contents();
        }
        in.end();
        for (Table table : tables) {
            table.unflag(Table.SEEN);
        }
    }

    private long size() {
        long size = in.number();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new MalformedInput("a size of " + size + " bytes");
        }
        return size;
    }

    private Table mention(Table table) {
        pay(Prices.TABLE);
        table.clear();
        table.unflag(Table.FROZEN);
        // Seen until all is read: a table of the chunk is mentioned once.
        table.flag(Table.PERSISTENT | Table.SEEN);
        tables.add(table);
        return table;
    }

    private void pay(long bytes) {
        long left = meter.allocation - bytes;
        if (left < Integer.MAX_VALUE - 2L * run.limits.liveHeap()) {
            throw new LimitExceeded(Limit.LIVE, "the stored state takes more memory than allowed");
        }
        meter.allocation = (int) left;
    }

    private void contents() {
        while (read < tables.size()) {
            content(tables.get(read++));
        }
    }

    private void content(Table table) {
        int listed = in.count(Integer.MAX_VALUE);
        in.claim(listed);
        long used = in.number();
        LuaValue metatable = value();
        if (metatable instanceof Table to) {
            table.metatable = to;
        } else if (metatable != LuaValue.NIL) {
            throw new MalformedInput("a metatable that is no table");
        }
        pay((long) Prices.HEAP_LISTED * listed);
        table.list = new LuaValue[listed];
        for (int i = 0; i < listed; i++) {
            table.list[i] = value();
        }
        if (listed > 0 && table.list[listed - 1] == LuaValue.NIL) {
            throw new MalformedInput("a list that ends in nil");
        }
        table.count = listed;
        entries(table, used);
    }

    private void entries(Table table, long used) {
        while (table.used < used) {
            int dead = deadRun(table, used - table.used);
            for (int i = 0; i < dead; i++) {
                pay(2L * Prices.HEAP_LISTED);
                table.restore(meter, Table.GONE, 0, LuaValue.NIL);
            }
            if (dead > 0) {
                continue;
            }
            LuaValue key = value();
            LuaValue value = value();
            boolean inList = key instanceof LuaInteger at && at.v >= 1 && at.v <= table.count + 1;
            boolean invalid = key == LuaValue.NIL || key instanceof LuaNumber n && Double.isNaN(n.todouble());
            pay(HeapCharge.ofEntry(key) + HeapCharge.of(value));
            int hash = RawEquality.hash(key);
            if (value == LuaValue.NIL || inList || invalid || table.find(meter, key, hash) >= 0) {
                throw new MalformedInput("an entry that no table has");
            }
            LuaValue shared = key instanceof LuaString name ? InternedNames.shared(name) : key;
            table.restore(meter, shared, hash, value);
        }
        if (!Table.keepsDead(table.used, table.live)) {
            throw new MalformedInput("too many dead entries");
        }
    }

    private int deadRun(Table table, long most) {
        if (!in.isNext(StateCodec.DEAD)) {
            return 0;
        }
        long run = in.number();
        if (run < 1 || run > most || run > Table.DEAD_FREE + table.live + in.left() / 2) {
            throw new MalformedInput("a run of " + run + " dead entries");
        }
        return (int) run;
    }

    private LuaValue value() {
        int tag = in.octet();
        if (tag >= StateCodec.SMALL_CONSTANT) {
            return constant(tag - StateCodec.SMALL_CONSTANT);
        }
        if (tag >= StateCodec.SMALL_INTEGER) {
            return LuaInteger.valueOf(tag - StateCodec.SMALL_INTEGER);
        }
        return switch (tag) {
            case StateCodec.NIL -> LuaValue.NIL;
            case StateCodec.FALSE -> LuaValue.FALSE;
            case StateCodec.TRUE -> LuaValue.TRUE;
            case StateCodec.INTEGER -> integer(in.integer());
            case StateCodec.NUMBER -> NegativeZero.box(in.decimal());
            case StateCodec.STRING -> LuaString.valueUsing(in.bytes(Integer.MAX_VALUE));
            case StateCodec.CONSTANT -> constant(in.number());
            case StateCodec.NEW_TABLE -> mention(new Table());
            case StateCodec.NEW_TABLE_OF_CHUNK -> mention(tableOfChunk());
            case StateCodec.KNOWN_TABLE -> at(tables, in.number(), "there is no table ");
            case StateCodec.FROZEN_TABLE -> frozenTable();
            case StateCodec.CLOSURE -> ofChunk(run.chunkClosures);
            case StateCodec.BUILTIN -> builtin();
            default -> handle(tag);
        };
    }

    private static LuaInteger integer(int coded) {
        return LuaInteger.valueOf(coded >>> 1 ^ -(coded & 1));
    }

    private LuaValue constant(long number) {
        LuaString text = instance.program.text(number);
        if (text == null) {
            throw new MalformedInput("the script has no constant " + number);
        }
        return text;
    }

    /** If the chunk does not make this table for the state any more, a new one takes its place. */
    private Table tableOfChunk() {
        Table own = ofChunk(chunkTables);
        return own.is(Table.PERSISTENT) && !own.is(Table.SEEN) ? own : new Table();
    }

    private Table frozenTable() {
        Table frozen = ofChunk(chunkTables);
        if (!frozen.is(Table.FROZEN)) {
            throw new MalformedInput("the script's body makes no such table");
        }
        return frozen;
    }

    private Builtin builtin() {
        Builtin builtin = Libraries.function(in.text(StateCodec.NAME_BYTES_MAX));
        if (builtin == null) {
            throw new MalformedInput("there is no such function");
        }
        return builtin;
    }

    private <T> T ofChunk(List<T> made) {
        return at(made, in.number() - 1, "the script's body makes nothing of number ");
    }

    private static <T> T at(List<T> all, long number, String missing) {
        if (number < 0 || number >= all.size()) {
            throw new MalformedInput(missing + number);
        }
        return all.get((int) number);
    }

    private HostHandle handle(int tag) {
        pay(HANDLE_BYTES);
        return switch (tag) {
            case StateCodec.NODE -> new HostHandle(PartyCodec.node(in));
            case StateCodec.PARTY -> new HostHandle(PartyCodec.caller(in));
            case StateCodec.INBOX -> new HostHandle(PartyCodec.inbox(in));
            default -> throw new MalformedInput("there is no tag " + tag);
        };
    }
}
