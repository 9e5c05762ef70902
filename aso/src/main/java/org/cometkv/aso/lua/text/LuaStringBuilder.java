package org.cometkv.aso.lua.text;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.Budget;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaString;

/**
 * A string under construction; every byte is charged before it is added, whatever the array behind it does.
 *
 * <p>Not thread-safe; owned by the library call that fills it.
 */
public final class LuaStringBuilder {

    private final Budget budget;
    private byte[] bytes = new byte[32];
    private int length;

    /** An empty one, and the budget that pays for all that is added. */
    public LuaStringBuilder(Budget budget) {
        this.budget = budget;
        budget.allocate(Prices.STRING);
    }

    /** Adds one byte, of which the lowest bits count. */
    public void append(int value) {
        budget.allocate(1);
        reserve(1);
        bytes[length++] = (byte) value;
    }

    public void append(byte[] from) {
        append(from, 0, from.length);
    }

    public void append(LuaString from) {
        append(from.m_bytes, from.m_offset, from.m_length);
    }

    public void append(byte[] from, int offset, int count) {
        budget.charge(count >> Prices.COPIED_SHIFT);
        budget.allocate(count);
        reserve(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void pad(int value, int count) {
        if (count > 0) {
            byte[] filled = new byte[count];
            Arrays.fill(filled, (byte) value);
            append(filled);
        }
    }

    private void reserve(int count) {
        long needed = (long) length + count;
        if (needed > LuaStrings.LENGTH_MAX) {
            throw LuaFault.of("resulting string too large");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, LuaStrings.LENGTH_MAX)));
        }
    }

    /** The finished string; the buffer is not used again. */
    public LuaString finish() {
        LuaStrings.charge(length, budget);
        return LuaString.valueUsing(Arrays.copyOf(bytes, length));
    }
}
