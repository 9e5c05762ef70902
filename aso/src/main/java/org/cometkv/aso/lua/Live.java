package org.cometkv.aso.lua;

import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The size of an object's state between events: an upper bound kept from event to event, exact only when it must be.
 *
 * <p>The bound grows with what events attach and does not see what they detach; when it passes a limit, one walk over
 * the state corrects it.
 */
final class Live {

    private static final int ENCODED_TABLE = 12;
    private static final int ENCODED_VALUE = 9;
    private static final int ENCODED_LENGTH = 5;
    private static final int ENCODED_HANDLE = 1024;

    /** Charged heap bytes. */
    int heap;

    /** A bound on the encoded bytes, at the time when the heap bytes were {@link #heapThen}. */
    private long encodedThen;

    private long heapThen;

    /** Whether events that wait may hold tables of the state that the last walk did not reach. */
    private boolean misses;

    /**
     * Takes the growth of an event into account.
     *
     * @throws LimitExceeded if the state is too large; then nothing has changed
     */
    void grow(Instance instance, Run run, long growth, boolean settled) {
        Limits limits = run.limits;
        long bound = Math.max(0, heap + growth);
        if (run.reattached && misses
                || bound > limits.liveHeap()
                || encodedThen + Math.max(0, bound - heapThen) > limits.liveBytes()) {
            measure(instance, limits);
            misses = !settled;
        } else {
            heap = (int) bound;
        }
    }

    /** Walks the state. */
    void measure(Instance instance, Limits limits) {
        long bytes = 0;
        long encoded = 0;
        for (Table table : Graph.of(instance).tables) {
            bytes += Heap.of(table);
            encoded += ENCODED_TABLE;
            for (int at = 0; at < table.count; at++) {
                encoded += encoded(table.list[at]);
            }
            for (int at = 0; at < 2 * table.used; at++) {
                encoded += encoded(table.slots[at]);
            }
        }
        if (bytes > limits.liveHeap()) {
            throw new LimitExceeded(Limit.LIVE, "the state takes more than " + limits.liveHeap() + " bytes of memory");
        }
        if (encoded > limits.liveBytes() && instance.encode().length > limits.liveBytes()) {
            throw new LimitExceeded(Limit.LIVE, "the state has more than " + limits.liveBytes() + " bytes");
        }
        heap = (int) bytes;
        heapThen = bytes;
        encodedThen = Math.min(encoded, limits.liveBytes());
    }

    private static long encoded(LuaValue value) {
        if (value instanceof LuaString text) {
            return ENCODED_LENGTH + (long) text.m_length;
        }
        return value instanceof Handle ? ENCODED_HANDLE : ENCODED_VALUE;
    }
}
