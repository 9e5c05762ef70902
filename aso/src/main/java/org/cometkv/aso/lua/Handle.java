package org.cometkv.aso.lua;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A host value that a script can read, keep and hand back, but never build or change. */
abstract class Handle extends LuaValue {

    /** The field of this name, nil if there is none. */
    abstract LuaValue field(LuaString name, Meter meter);

    /** What {@code tostring} gives. */
    abstract String label();

    @Override
    public final int type() {
        return LuaValue.TUSERDATA;
    }

    @Override
    public final String typename() {
        return "userdata";
    }
}
