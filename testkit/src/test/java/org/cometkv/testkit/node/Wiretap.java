package org.cometkv.testkit.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.trace.Sent;

/** A list of all that was sent over a kit's network, with its size and its time. */
public final class Wiretap {

    /**
     * An item that was sent.
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

    private final List<Passed> passed = new ArrayList<>();

    public Wiretap(CometTestKit kit) {
        kit.trace().listen((line, hash) -> {
            // A frame that is lost on its way is traced once more, without its bytes; so is one that a test made up.
            if (line.what() instanceof Sent sent && (sent.encoded().length > 0 || sent.fate() >= 0)) {
                pass(kit.node(0).clock().nanos(), sent.frame(), sent.to());
            }
        });
    }

    /** All that was sent so far, in order. */
    public List<Passed> passed() {
        return List.copyOf(passed);
    }

    public void clear() {
        passed.clear();
    }

    private void pass(long nanos, Wire.Frame frame, String to) {
        int around = 1 + WireSize.ofTagged(new Wire.Frame(frame.from(), frame.clock(), List.of(), 0));
        for (Wire.Item item : frame.items()) {
            int bytes = around + WireSize.of(item);
            passed.add(new Passed(nanos, frame.from().address(), to, item, bytes));
            around = 0;
        }
    }
}
