package org.cometkv.aso.lua.text;

import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaValue;

/** The number -0, which LuaJ's own boxes cannot hold. */
public final class NegativeZero extends LuaNumber {

    static final NegativeZero INSTANCE = new NegativeZero();

    private NegativeZero() {}

    /** The box of a number: integers as integers, so that equal numbers are of one class. */
    public static LuaNumber box(double number) {
        int integer = (int) number;
        if (integer == number) {
            return integer != 0 || 1 / number > 0 ? LuaInteger.valueOf(integer) : INSTANCE;
        }
        return LuaValue.valueOf(number);
    }

    @Override
    public double todouble() {
        return -0.0;
    }
}
