package org.cometkv.aso.lua;

import org.luaj.vm2.LuaValue;

/**
 * A library function that calls functions of the script, cut where it does: its state is in fields, and the
 * interpreter's loop does the calls, so that nothing recurses and an event can wait inside.
 */
abstract class Task {

    /** What {@link #resume} returns after {@link Call#invoke}: go on with me when that function has ended. */
    static final LuaValue CALLING = null;

    /**
     * Goes on: the first time with no arguments, then each time with the results of the function called last.
     *
     * @return {@link #CALLING}, as {@link Call#invoke} gives it, or the final result in the forms of
     *     {@link Builtin.Body#call}
     */
    abstract LuaValue resume(Call call);

    /** Calls a metamethod with the first argument, and gives what is then made of its results. */
    static Task calling(LuaValue handler, Builtin.Body then) {
        return new Task() {
            private boolean called;

            @Override
            LuaValue resume(Call call) {
                if (called) {
                    return then.call(call);
                }
                called = true;
                return call.invoke(handler, call.arg(1));
            }
        };
    }

    /** Whether an error in a function that this one called ends there. */
    boolean catchesErrors() {
        return false;
    }

    /** Goes on after an error that was caught; the result is as that of {@link #resume}. */
    LuaValue failed(Call call, LuaValue error) {
        throw new IllegalStateException(getClass().getSimpleName() + " catches no errors");
    }
}
