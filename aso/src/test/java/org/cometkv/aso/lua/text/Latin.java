package org.cometkv.aso.lua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.cometkv.aso.lua.metering.LuaFault;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Lua's strings from and to Java's, a character for each byte. */
public final class Latin {

    private Latin() {}

    public static LuaString lua(String latin) {
        return LuaString.valueUsing(Numbers.latin(latin));
    }

    public static String java(LuaString string) {
        return new String(string.m_bytes, string.m_offset, string.m_length, StandardCharsets.ISO_8859_1);
    }

    public static String java(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A value as Lua's {@code %q} would show it, or nearly so: numbers in full, strings in quotes. */
    public static String shown(LuaValue value) {
        return value instanceof LuaString
                ? '"' + java((LuaString) value) + '"'
                : value.isnil() ? "nil" : java(Numbers.bytes(value.todouble()));
    }

    /** The check that an error of Lua was thrown, with this message. */
    public static Consumer<Throwable> fault(String message) {
        return thrown -> assertThat(java((LuaString) ((LuaFault) thrown).value)).isEqualTo(message);
    }
}
