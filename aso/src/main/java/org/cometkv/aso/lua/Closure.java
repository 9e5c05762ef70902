package org.cometkv.aso.lua;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** A Lua function: a compiled prototype and the variables it captured. */
final class Closure extends LuaFunction {

    final Prototype prototype;

    /** The prototype's own, here because every call and return needs them. */
    final int[] code;

    final LuaValue[] constants;
    final UpValue[] upvalues;

    /** Its number among the functions that the chunk made, from 1; 0 if an event made it. */
    final int chunkNumber;

    Closure(Prototype prototype, UpValue[] upvalues, int chunkNumber) {
        this.prototype = prototype;
        this.code = prototype.code;
        this.constants = prototype.k;
        this.upvalues = upvalues;
        this.chunkNumber = chunkNumber;
    }
}
