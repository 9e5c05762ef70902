package org.cometkv.aso.lua;

import org.cometkv.aso.lua.metering.LuaFault;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code next}, {@code pairs} and {@code ipairs}; their steps are done in the loop where it can. */
final class Iteration {

    static final Builtin NEXT = new Builtin("next", Iteration::next);
    /** A name of its own, because a state may hold it. */
    static final Builtin NEXT_LISTED = new Builtin("ipairs.next", Iteration::nextListed);

    /** Positions from here on are those of the library behind an object's globals. */
    private static final int LIBRARY = 1 << 30;

    private Iteration() {}

    /** One step of a generic loop over a table by one of the two functions here; false for any other iterator. */
    static boolean inline(Meter meter, LuaValue[] r, int a, int wanted) {
        if (!(r[a + 1] instanceof Table table)) {
            return false;
        }
        int position;
        if (r[a] == NEXT) {
            position = position(meter, table, r[a + 2]);
        } else if (r[a] == NEXT_LISTED && r[a + 2] instanceof LuaInteger at && at.v >= 0 && at.v < table.count) {
            position = table.list[at.v] == LuaValue.NIL ? -1 : at.v;
        } else {
            return false;
        }
        // The compiler keeps room for two, even if only one is wanted.
        entry(table, position, r, a + 3);
        if (wanted > 2) {
            CallOps.fillNil(meter, r, a + 5, a + 3 + wanted);
        }
        return true;
    }

    private static int position(Meter meter, Table table, LuaValue key) {
        if (table.is(Table.GLOBALS)) {
            return globalPosition(meter, table, key);
        }
        int after = table.positionAfter(meter, key);
        if (after < 0) {
            throw LuaFault.of("invalid key to 'next'");
        }
        return table.seek(meter, after);
    }

    /*
     * An object's table of globals holds what its script set; behind it stands the library that all share. A traversal
     * shows both as one table: first the object's own names, then those of the library that it has not covered.
     */
    private static int globalPosition(Meter meter, Table globals, LuaValue key) {
        Table library = Libraries.GLOBALS;
        int after = globals.positionAfter(meter, key);
        int own = after < 0 ? -1 : globals.seek(meter, after);
        if (own >= 0) {
            return own;
        }
        int from = after < 0 ? library.positionAfter(meter, key) : 0;
        if (from < 0) {
            throw LuaFault.of("invalid key to 'next'");
        }
        int at = library.seek(meter, from);
        while (at >= 0 && globals.positionAfter(meter, library.keyAt(at)) >= 0) {
            at = library.seek(meter, at + 1);
        }
        return at < 0 ? at : LIBRARY + at;
    }

    private static LuaValue next(BuiltinCall call) {
        Table table = call.checkTable(1);
        entry(table, position(call.meter, table, call.arg(2)), call.out, 0);
        if (call.out[0] == LuaValue.NIL) {
            return LuaValue.NIL;
        }
        call.outCount = 2;
        return BuiltinCall.SEVERAL;
    }

    private static void entry(Table table, int position, LuaValue[] to, int at) {
        Table from = position < LIBRARY ? table : Libraries.GLOBALS;
        int place = position < LIBRARY ? position : position - LIBRARY;
        to[at] = place < 0 ? LuaValue.NIL : from.keyAt(place);
        to[at + 1] = place < 0 ? LuaValue.NIL : from.valueAt(place);
    }

    private static LuaValue nextListed(BuiltinCall call) {
        Table table = call.checkTable(1);
        int at = (int) call.checkNumber(2) + 1;
        LuaValue value = table.get(call.meter, LuaInteger.valueOf(at));
        return value == LuaValue.NIL ? LuaValue.NIL : call.results(LuaInteger.valueOf(at), value);
    }

    /** What a generic loop begins with: a step, a table and where to start, or what a metamethod gives for them. */
    static LuaValue begin(BuiltinCall call, LuaString event, Builtin step, LuaValue start) {
        LuaValue handler = Metatables.of(call.meter, call.arg(1), event);
        if (handler == LuaValue.NIL) {
            return call.results(step, call.checkTable(1), start);
        }
        return call.start(handler, results -> results.results(results.arg(1), results.arg(2), results.arg(3)));
    }
}
