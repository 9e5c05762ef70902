package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/** {@code pcall} and {@code xpcall}. */
final class Protection {

    private Protection() {}

    static LuaValue pcall(Call call) {
        call.checkAny(1);
        return call.start(Protection::begin, Protection::failed);
    }

    static LuaValue xpcall(Call call) {
        call.checkAny(2);
        LuaValue handler = call.arg(2);
        LuaValue[] arguments = call.registers;
        // The frame begins with the function and its arguments; these registers are the call's own.
        System.arraycopy(arguments, call.first + 2, arguments, call.first + 1, call.count - 2);
        call.count--;
        return call.start(Protection::begin, error -> {
            error.run.frame.catcher = Protection::failed;
            return error.invoke(Protection::failed, handler, error.arg(1));
        });
    }

    private static LuaValue begin(Call call) {
        return call.invokeArguments(Protection::succeeded);
    }

    private static LuaValue succeeded(Call call) {
        call.begin().add(LuaValue.TRUE);
        call.addArguments(1);
        return Call.SEVERAL;
    }

    private static LuaValue failed(Call call) {
        return call.results(LuaValue.FALSE, call.arg(1));
    }
}
