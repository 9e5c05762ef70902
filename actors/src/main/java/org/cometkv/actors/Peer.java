package org.cometkv.actors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Wire;
import org.cometkv.routing.Contact;

/**
 * What waits to be sent to one peer. Items that wait together travel together in one frame: a remote message sent
 * alone costs twenty times the CPU of one in a batch.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class Peer {

    /** What fits in one of Artery's frames, which end at 256 KiB and drop what is larger without a word. */
    static final int ITEM_BYTES_MAX = 240 * 1_024;

    private final Contact contact;
    private final Network.Link link;
    private final RoundTrip roundTrip;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(Wire.Item item, int bytes) {}

    Peer(Contact contact, Network.Link link, RoundTrip roundTrip) {
        this.contact = contact;
        this.link = link;
        this.roundTrip = roundTrip;
    }

    Contact contact() {
        return contact;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    /**
     * Adds an item to what is sent next; true if it is the first, so that a flush is due.
     *
     * @throws IllegalArgumentException if it cannot be sent: found here, where its neighbours do not suffer from it
     */
    boolean add(Wire.Item item) {
        int bytes = WireSize.of(item);
        if (bytes > ITEM_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "it has " + bytes + " bytes; the limit of a message is " + ITEM_BYTES_MAX + " bytes");
        }
        waiting.add(new Waiting(item, bytes));
        return waiting.size() == 1;
    }

    /** Sends everything that waits, in frames of at most so many bytes, or of a single item that is larger. */
    void flush(Contact self, long clock, int frameBytes) {
        List<Wire.Item> items = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty()) {
            Waiting next = waiting.poll();
            boolean isFull = bytes + next.bytes() > frameBytes || items.size() == WireCodecs.ITEMS_MAX;
            if (isFull && !items.isEmpty()) {
                link.send(new Wire.Frame(self, clock, items, bytes));
                items = new ArrayList<>();
                bytes = 0;
            }
            items.add(next.item());
            bytes += next.bytes();
        }
        if (!items.isEmpty()) {
            link.send(new Wire.Frame(self, clock, items, bytes));
        }
    }
}
