package org.cometkv.aso.lua;

import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.Prices;

/**
 * The size of an object's state between events: an upper bound kept from event to event, exact only when it must be.
 *
 * <p>The bound grows with what events attach and does not see what they detach; when it passes a limit, one walk over
 * the state corrects it.
 */
final class LiveSize {

    /** Charged heap bytes of what the chunk keeps beside the state, which never change. */
    int kept;

    /** Charged heap bytes of the state and of that. */
    int heap;

    /** A bound on the encoded bytes, at the time when the heap bytes were {@link #heapThen}. */
    long encodedThen;

    long heapThen;

    /**
     * Takes the growth of an event into account.
     *
     * <p>An event pays for the walk that it brings about: where a state is near its limit, the least write may. The
     * first of its waits always walks. From then on it may hold tables that others took out of the state, and that no
     * walk reached: what it takes away from any is not counted, and if it puts one back, it walks again.
     *
     * @throws LimitExceeded if the state is too large; then nothing has changed
     */
    void grow(Instance instance, EventRun run, long growth, boolean settled) {
        Limits limits = run.limits;
        long bound = Math.max(kept, heap + growth + (run.hasWaited ? run.journal.shrunk : 0));
        boolean waits = run.question != null;
        if (waits && !run.measured
                || run.hasWaited && run.reattached
                || bound > limits.liveHeap()
                || encodedThen + Math.max(0, bound - heapThen) > limits.liveBytes()) {
            run.measured |= waits;
            measure(instance, limits, run, settled);
        } else {
            heap = (int) bound;
        }
    }

    /** Takes over the bounds of the object whose image was read, so that both walk, and charge, at the same events. */
    void restore(long heapBound, long heapAtWalk, long encodedAtWalk) {
        heap = (int) Math.max(heap, Math.min(heapBound, Integer.MAX_VALUE));
        heapThen = heapAtWalk;
        encodedThen = encodedAtWalk;
    }

    /** Walks the state, at the cost of this meter. */
    void measure(Instance instance, Limits limits, Meter meter, boolean settled) {
        long bytes = kept;
        long encoded = 0;
        StateGraph graph = StateGraph.of(instance, meter, settled);
        for (Table table : graph.tables) {
            bytes += HeapCharge.of(table);
            encoded += StateCodec.most(table);
        }
        if (bytes > limits.liveHeap()) {
            throw new LimitExceeded(Limit.LIVE, "the state takes more than " + limits.liveHeap() + " bytes of memory");
        }
        if (encoded > limits.liveBytes()) {
            // Both are bounds on what is written, the one too high for numbers, the other for handles.
            long most = Math.min(bytes, encoded);
            meter.charge((graph.visited >> Prices.WRITTEN_SHIFT)
                    + (most >> Prices.WRITTEN_BYTES_SHIFT)
                    + (most * instance.program.comparisons >> Prices.SOUGHT_SHIFT));
            encoded = StateWriter.size(instance, graph);
        }
        if (encoded > limits.liveBytes()) {
            throw new LimitExceeded(Limit.LIVE, "the state has more than " + limits.liveBytes() + " bytes");
        }
        heap = (int) bytes;
        heapThen = bytes;
        encodedThen = encoded;
    }
}
