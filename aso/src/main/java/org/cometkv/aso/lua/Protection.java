package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/** {@code pcall} and {@code xpcall}. */
final class Protection extends Task {

    private final LuaValue handler;
    private boolean called;
    private boolean handling;

    /** @param handler what {@code xpcall} calls with the error; null for {@code pcall} */
    private Protection(LuaValue handler) {
        this.handler = handler;
    }

    static LuaValue pcall(Call call) {
        call.checkAny(1);
        return call.start(new Protection(null));
    }

    static LuaValue xpcall(Call call) {
        call.checkAny(2);
        LuaValue handler = call.arg(2);
        LuaValue[] arguments = call.registers;
        // The task begins with the function and its arguments; these registers are the call's own.
        System.arraycopy(arguments, call.first + 2, arguments, call.first + 1, call.count - 2);
        call.count--;
        return call.start(new Protection(handler));
    }

    @Override
    LuaValue resume(Call call) {
        if (!called) {
            called = true;
            return call.invokeArguments();
        }
        if (handling) {
            return call.results(LuaValue.FALSE, call.arg(1));
        }
        call.begin().add(LuaValue.TRUE);
        call.addArguments(1);
        return Call.SEVERAL;
    }

    @Override
    boolean catchesErrors() {
        return true;
    }

    @Override
    LuaValue failed(Call call, LuaValue error) {
        if (handler == null || handling) {
            return call.results(LuaValue.FALSE, error);
        }
        handling = true;
        return call.invoke(handler, error);
    }
}
