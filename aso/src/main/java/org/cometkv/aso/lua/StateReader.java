package org.cometkv.aso.lua;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limit;
import org.cometkv.aso.NodeHandle;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
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
    private final Run run;
    private final List<Table> chunkTables;
    private final Meter meter = Meter.unbounded();
    private final ByteBuffer in;
    private final List<Table> tables = new ArrayList<>();
    private long elementsLeft;
    private int read;

    private StateReader(Instance instance, Run run, List<Table> chunkTables, byte[] state) {
        this.instance = instance;
        this.run = run;
        this.chunkTables = chunkTables;
        this.in = ByteBuffer.wrap(state);
        this.elementsLeft = state.length;
        meter.hashSeed = run.hashSeed;
    }

    /**
     * Replaces the content of {@code aso} after the chunk has run.
     *
     * @throws LuaFault if the state is malformed
     */
    static void restore(Instance instance, Run run, List<Table> chunkTables) {
        try {
            new StateReader(instance, run, chunkTables, run.state).read();
        } catch (BufferUnderflowException cut) {
            throw malformed("it ends midway");
        } catch (IllegalArgumentException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private void read() {
        if (octet() != StateCodec.VERSION) {
            throw malformed("unknown version");
        }
        instance.random = new RandomState(eight());
        run.heapBound = size();
        run.heapAtWalk = size();
        run.encodedAtWalk = size();
        mention(instance.aso);
        contents();
        for (long left = varint(); left > 0; left--) {
            if (!(value() instanceof Table)) {
                throw malformed("a table is expected");
            }
            contents();
        }
        if (in.hasRemaining()) {
            throw malformed(in.remaining() + " bytes follow the state");
        }
        for (Table table : tables) {
            table.unflag(Table.SEEN);
        }
    }

    private long size() {
        long size = varint();
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw malformed("a size of " + size + " bytes");
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
        int listed = listed();
        long used = varint();
        LuaValue metatable = value();
        if (metatable instanceof Table to) {
            table.metatable = to;
        } else if (metatable != LuaValue.NIL) {
            throw malformed("a metatable that is no table");
        }
        pay((long) Prices.HEAP_LISTED * listed);
        table.list = new LuaValue[listed];
        for (int i = 0; i < listed; i++) {
            table.list[i] = value();
        }
        if (listed > 0 && table.list[listed - 1] == LuaValue.NIL) {
            throw malformed("a list that ends in nil");
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
            pay(Heap.ofEntry(key) + Heap.of(value));
            int hash = Keys.hash(key);
            if (value == LuaValue.NIL || inList || invalid || table.find(meter, key, hash) >= 0) {
                throw malformed("an entry that no table has");
            }
            LuaValue shared = key instanceof LuaString name ? Names.shared(name) : key;
            table.restore(meter, shared, hash, value);
        }
        if (!Table.keepsDead(table.used, table.live)) {
            throw malformed("too many dead entries");
        }
    }

    private int deadRun(Table table, long most) {
        if (!in.hasRemaining() || (in.get(in.position()) & 0xff) != StateCodec.DEAD) {
            return 0;
        }
        in.get();
        long run = varint();
        if (run < 1 || run > most || run > Table.DEAD_FREE + table.live + in.remaining() / 2) {
            throw malformed("a run of " + run + " dead entries");
        }
        return (int) run;
    }

    private LuaValue value() {
        int tag = octet();
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
            case StateCodec.INTEGER -> integer((int) varint());
            case StateCodec.NUMBER -> NegativeZero.box(number());
            case StateCodec.STRING -> LuaString.valueUsing(bytes());
            case StateCodec.CONSTANT -> constant(varint());
            case StateCodec.NEW_TABLE -> mention(new Table());
            case StateCodec.NEW_TABLE_OF_CHUNK -> mention(tableOfChunk());
            case StateCodec.KNOWN_TABLE -> at(tables, varint(), "there is no table ");
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
            throw malformed("the script has no constant " + number);
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
            throw malformed("the script's body makes no such table");
        }
        return frozen;
    }

    private Builtin builtin() {
        Builtin builtin = Libraries.function(text());
        if (builtin == null) {
            throw malformed("there is no such function");
        }
        return builtin;
    }

    private <T> T ofChunk(List<T> made) {
        return at(made, varint() - 1, "the script's body makes nothing of number ");
    }

    private static <T> T at(List<T> all, long number, String missing) {
        if (number < 0 || number >= all.size()) {
            throw malformed(missing + number);
        }
        return all.get((int) number);
    }

    private Handle handle(int tag) {
        pay(HANDLE_BYTES);
        return switch (tag) {
            case StateCodec.NODE ->
                new Handle(new NodeHandle(new Contact(node(), text(), (int) varint()), optional(this::coordinates)));
            case StateCodec.PARTY -> new Handle(caller());
            case StateCodec.INBOX -> new Handle(inbox());
            default -> throw malformed("there is no tag " + tag);
        };
    }

    private Caller caller() {
        return new Caller(
                text(),
                text(),
                (int) varint(),
                optional(this::coordinates),
                text(),
                optional(this::key),
                optional(this::inbox),
                node(),
                Optional.empty());
    }

    private <T> Optional<T> optional(Supplier<T> present) {
        return octet() == 0 ? Optional.empty() : Optional.of(present.get());
    }

    private Inbox inbox() {
        return new Inbox(node(), eight(), eight());
    }

    private NodeId node() {
        return new NodeId(key());
    }

    private Key key() {
        return new Key(eight(), eight(), eight(), eight());
    }

    private Coordinates coordinates() {
        return new Coordinates(number(), number(), number());
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw malformed(length + " bytes are declared and " + in.remaining() + " are left");
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private double number() {
        return Double.longBitsToDouble(eight());
    }

    private long eight() {
        return in.getLong();
    }

    private int octet() {
        return in.get() & 0xff;
    }

    private long varint() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            number |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        throw malformed("a number of more than 64 bits");
    }

    /** The declared length of a list, paid from what is left of the input. */
    private int listed() {
        long count = varint();
        if (count < 0 || count > elementsLeft) {
            throw malformed(count + " elements are declared, and at most " + elementsLeft + " can follow");
        }
        elementsLeft -= count;
        return (int) count;
    }

    private static LuaFault malformed(String what) {
        return LuaFault.raw(Values.text("the stored state is malformed: " + what));
    }
}
