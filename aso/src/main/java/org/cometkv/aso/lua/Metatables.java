package org.cometkv.aso.lua;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Where metamethods are found: tables have metatables, nothing else does. */
final class Metatables {

    private Metatables() {}

    /** The metamethod of a value, nil if there is none. */
    static LuaValue of(Meter meter, LuaValue value, LuaString name) {
        return value instanceof Table table && table.metatable != null
                ? table.metatable.get(meter, name)
                : LuaValue.NIL;
    }

    /** The metamethod of the first operand, else of the second. */
    static LuaValue ofEither(Meter meter, LuaValue one, LuaValue two, LuaString name) {
        LuaValue handler = of(meter, one, name);
        return handler != LuaValue.NIL ? handler : of(meter, two, name);
    }

    /** The one {@code __eq} of two tables, nil if they have none in common. */
    static LuaValue equality(Meter meter, Table one, Table two) {
        LuaValue handler = of(meter, one, InternedNames.EQ);
        boolean isCommon =
                one.metatable == two.metatable || RawEquality.equal(meter, handler, of(meter, two, InternedNames.EQ));
        return isCommon ? handler : LuaValue.NIL;
    }
}
