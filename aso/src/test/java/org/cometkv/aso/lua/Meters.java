package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** Meters and strings for tests of the text libraries. */
final class Meters {

    static final int FUEL = 100_000;
    static final int ALLOCATION = 400 << 10;

    private Meters() {}

    /** A meter with the limits of an event. */
    static Meter event() {
        return of(FUEL, ALLOCATION);
    }

    static Meter of(int fuel, int allocation) {
        Meter meter = new Meter();
        meter.fuel = fuel;
        meter.allocation = allocation;
        return meter;
    }

    static LuaString lua(String latin) {
        return LuaString.valueUsing(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String java(LuaString string) {
        return new String(string.m_bytes, string.m_offset, string.m_length, StandardCharsets.ISO_8859_1);
    }

    static String java(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A value as Lua's {@code %q} would show it, or nearly so: numbers in full, strings in quotes. */
    static String shown(LuaValue value) {
        return value instanceof LuaString
                ? '"' + java((LuaString) value) + '"'
                : value.isnil() ? "nil" : java(Numbers.bytes(value.todouble()));
    }
}
