package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/** A value that can be called without a metamethod. */
abstract class Function extends LuaValue {

    @Override
    public final int type() {
        return LuaValue.TFUNCTION;
    }

    @Override
    public final String typename() {
        return "function";
    }
}
