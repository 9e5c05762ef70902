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

    /** Tables and elements that a walk visits, or writes, for a unit of fuel. */
    private static final int VISITED_A_UNIT = 4;

    private static final int ENCODED_A_UNIT = 2;

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
     * <p>An event pays for the walk that it brings about: where a state is near its limit, the least write may. The
     * first of its waits always walks: from then on nothing depends on what the bound was before.
     *
     * @throws LimitExceeded if the state is too large; then nothing has changed
     */
    void grow(Instance instance, Run run, long growth, boolean settled) {
        Limits limits = run.limits;
        long bound = Math.max(0, heap + growth);
        boolean waits = run.question != null;
        if (waits && !run.measured
                || run.reattached && misses
                || bound > limits.liveHeap()
                || encodedThen + Math.max(0, bound - heapThen) > limits.liveBytes()) {
            run.measured |= waits;
            measure(instance, limits, run);
            misses = !settled;
        } else {
            heap = (int) bound;
        }
    }

    /** Walks the state of an object that has just been made. */
    void measure(Instance instance, Limits limits) {
        measure(instance, limits, Meter.unbounded());
    }

    /**
     * Takes over the size of an image that was written or read.
     *
     * <p>A copy made of it knows no more, and from here on both walk, and charge, at the same events.
     */
    void pictured(Graph graph, int imageBytes) {
        heap = 0;
        for (Table table : graph.tables) {
            heap += (int) Heap.of(table);
        }
        heapThen = heap;
        encodedThen = imageBytes;
    }

    private void measure(Instance instance, Limits limits, Meter meter) {
        long bytes = 0;
        long encoded = 0;
        long visited = instance.chunkMade;
        Graph graph = Graph.of(instance);
        for (Table table : graph.tables) {
            visited += 1L + table.count + table.live;
            bytes += Heap.of(table);
            encoded += ENCODED_TABLE;
            for (int at = 0; at < table.count; at++) {
                encoded += encoded(table.list[at]);
            }
            for (int at = 0; at < 2 * table.used; at++) {
                encoded += encoded(table.slots[at]);
            }
        }
        meter.charge(visited / VISITED_A_UNIT);
        if (bytes > limits.liveHeap()) {
            throw new LimitExceeded(Limit.LIVE, "the state takes more than " + limits.liveHeap() + " bytes of memory");
        }
        if (encoded > limits.liveBytes()) {
            meter.charge(visited / ENCODED_A_UNIT);
            encoded = StateWriter.encode(instance, graph).length;
        }
        if (encoded > limits.liveBytes()) {
            throw new LimitExceeded(Limit.LIVE, "the state has more than " + limits.liveBytes() + " bytes");
        }
        heap = (int) bytes;
        heapThen = bytes;
        encodedThen = encoded;
    }

    private static long encoded(LuaValue value) {
        if (value instanceof LuaString text) {
            return ENCODED_LENGTH + (long) text.m_length;
        }
        return value instanceof Handle ? ENCODED_HANDLE : ENCODED_VALUE;
    }
}
