package org.cometkv.actors.seam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.routing.Key;

/** Everything that passes a network, with its size and its time. Thread-safe. */
public final class Wiretap {

    /**
     * One item that passed.
     *
     * @param to address of the receiver
     * @param bytes of the item, and of the frame as well if it is the first in it
     */
    public record Passed(long nanos, String from, String to, Wire.Item item, int bytes) {

        /** The object that sent the request, if one did. */
        public Optional<Key> sender() {
            return item instanceof Wire.ObjectRequest request ? request.caller().key() : Optional.empty();
        }

        public boolean isReply() {
            return item instanceof Wire.Reply reply && !(reply.body() instanceof ReplicaReply.Working);
        }
    }

    private final FakeClock clock;
    private final List<Passed> passed = new ArrayList<>();

    public Wiretap(FakeClock clock) {
        this.clock = clock;
    }

    public synchronized void pass(Wire.Frame frame, String to) {
        int around = 1 + WireSize.ofTagged(new Wire.Frame(frame.from(), frame.clock(), List.of(), 0));
        for (Wire.Item item : frame.items()) {
            int bytes = around + WireSize.of(item);
            passed.add(new Passed(clock.nanos(), frame.from().address(), to, item, bytes));
            around = 0;
        }
    }

    /** What passed so far, in order. */
    public synchronized List<Passed> passed() {
        return List.copyOf(passed);
    }

    synchronized int count() {
        return passed.size();
    }

    public synchronized void clear() {
        passed.clear();
    }
}
