package org.cometkv.aso.lua;

import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;

/** A library function: a name for error messages, and a body. */
final class Builtin extends LuaFunction {

    /** What a library function does, at first or after a function of the script that it called. */
    @FunctionalInterface
    interface Body {
        /**
         * Does it.
         *
         * @return its one result; {@link BuiltinCall#NONE} for none; what {@link BuiltinCall#results} gave for several;
         *     or what {@link BuiltinCall#start} or {@link BuiltinCall#invoke} gave if it has to call a function of the
         *     script first
         */
        LuaValue call(BuiltinCall call);
    }

    final String name;
    final Body body;

    Builtin(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    /** The last part of the name: {@code insert} of {@code table.insert}. */
    String shortName() {
        return name.substring(name.indexOf('.') + 1);
    }
}
