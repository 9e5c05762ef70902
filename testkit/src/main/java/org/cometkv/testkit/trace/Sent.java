package org.cometkv.testkit.trace;

import org.cometkv.actors.wire.Wire;

/**
 * A frame that a node sent, and its fate.
 *
 * @param encoded as the production serializer writes it; empty if a test made it up, or if it is lost on its way
 * @param fate the instant of its delivery in nanoseconds, or one of the negative numbers here
 */
public record Sent(Wire.Frame frame, byte[] encoded, String to, long fate) implements Traced {

    /** The fate of a frame that the network lost. */
    public static final long LOST = -1;

    /** The fate of a frame for which there was no room in the queue to a stalled peer. */
    public static final long DROPPED = -2;

    @Override
    public void hash(TraceHash hash) {
        hash.text(to);
        hash.number(fate);
        hash.bytes(encoded);
    }

    @Override
    public String text(KeyNames names) {
        String items = String.join(
                ", ",
                frame.items().stream()
                        .map(item -> item.getClass().getSimpleName())
                        .toList());
        return (fate == LOST ? "lost" : fate == DROPPED ? "dropped" : "sent") + " to " + to + ": " + items;
    }

    @Override
    public boolean isShown() {
        return fate < 0;
    }
}
