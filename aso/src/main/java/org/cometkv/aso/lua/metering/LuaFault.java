package org.cometkv.aso.lua.metering;

import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * A Lua error on its way to the nearest {@code pcall} or to the call gate.
 *
 * <p>Without a stack trace, because scripts decide how often it is made.
 */
public final class LuaFault extends RuntimeException {

    /** Longest message of the sandbox's own, in bytes. */
    public static final int MESSAGE_BYTES_MAX = 1024;

    private static final long serialVersionUID = 1L;

    public final transient LuaValue value;

    /** Whether the value is final, or still wants its position. */
    public final boolean isPositioned;

    private LuaFault(LuaValue value, boolean isPositioned) {
        super(null, null, false, false);
        this.value = value;
        this.isPositioned = isPositioned;
    }

    /** An error of the language or a library: the loop puts {@code chunk:line:} of the running Lua code before it. */
    public static LuaFault of(String message) {
        return new LuaFault(LuaString.valueOf(message), false);
    }

    /** The same, of a message that may be any bytes. */
    public static LuaFault of(LuaString message) {
        return new LuaFault(message, false);
    }

    /** An error value that goes out as it is. */
    public static LuaFault raw(LuaValue value) {
        return new LuaFault(value, true);
    }
}
