package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.wire.MalformedMessage;
import org.cometkv.actors.wire.Waiting;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSamples;
import org.cometkv.actors.wire.WireSerializer;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Messages that a node gets damaged: whoever may wait for one has an answer at once, all else is dropped and counted,
 * and nothing breaks.
 */
class DamagedMessagesTest {

    private final CometTestKit kit = Kits.of(2, Authors.TRUST);
    private final Contact node = kit.node(0).contact();
    private final RawSender sender = new RawSender(kit);
    private final LongAdder undecodable = new LongAdder();
    private final WireSerializer serializer = new WireSerializer(770_001, undecodable);
    private final byte[] empty = serializer.toBinary(new Wire.Frame(RawSender.SELF, 0, List.of(), 0));
    private final Set<Long> awaited = new LinkedHashSet<>();
    private int dropped;
    private int unread;
    private int sent;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void everyFlippedBitOfEveryItem_isAnsweredAtOnceOrCounted() {
        unharmed(this::flipEveryBit);
    }

    @Test
    void everyTruncationOfEveryItem_isAnsweredAtOnceOrCounted() {
        unharmed(this::truncateEverywhere);
    }

    private void flipEveryBit() {
        for (Wire.Item sample : WireSamples.items()) {
            int bits = 8 * encoded(numbered(sample)).length;
            for (int bit = 0; bit < bits; bit++) {
                byte[] item = encoded(numbered(sample));
                item[bit / 8] ^= (byte) (1 << bit % 8);
                deliver(item);
            }
        }
    }

    private void truncateEverywhere() {
        for (Wire.Item sample : WireSamples.items()) {
            int length = encoded(numbered(sample)).length;
            for (int cut = 0; cut < length; cut++) {
                deliver(Arrays.copyOf(encoded(numbered(sample)), cut));
            }
        }
    }

    /** Sends an item that is written like this, in a frame that is whole. */
    private void deliver(byte[] item) {
        ByteBuffer frame = ByteBuffer.allocate(empty.length + Integer.BYTES + item.length)
                .put(empty, 0, empty.length - 1)
                .put((byte) 1)
                .putInt(item.length)
                .put(item);
        sent++;
        try {
            Wire.Frame read = (Wire.Frame) serializer.fromBinary(frame.array(), "");
            read.items().forEach(this::expect);
            kit.inject(read, 0);
        } catch (MalformedMessage e) {
            dropped++;
        }
    }

    private void expect(Wire.Item item) {
        if (item instanceof Wire.Request request) {
            awaited.add(request.id());
        } else if (item instanceof Wire.Unread lost) {
            unread++;
            if (lost.waiting() == Waiting.SENDER) {
                awaited.add(lost.id());
            }
        }
    }

    /** Sends all that, and nothing breaks: no actor meets a bug. */
    private void unharmed(Runnable send) {
        try (LoggedLines log = new LoggedLines(Logger.ROOT_LOGGER_NAME)) {
            send.run();
            requireAnswered();
            assertThat(log.at(Level.ERROR)).isEmpty();
        }
    }

    private void requireAnswered() {
        for (long id : awaited) {
            sender.reply(id);
        }
        assertThat(undecodable.sum()).isEqualTo(dropped);
        assertThat(Gateways.counts(kit, 0).get(IngressCounters.Kind.UNREAD)).isEqualTo(unread);
        assertThat(unread).as("of " + sent + " sent").isGreaterThan(sent / 20);
        assertThat(kit.await(kit.node(0).comet().put("well", "alive"))).isInstanceOf(PutReply.Stored.class);
    }

    /** What stands behind an item's length in a frame. */
    private byte[] encoded(Wire.Item item) {
        byte[] alone = serializer.toBinary(item);
        return Arrays.copyOfRange(alone, 1, alone.length);
    }

    /** The same with a number of its own. */
    private Wire.Item numbered(Wire.Item item) {
        // All of one length.
        long id = (1 << 20) + sender.id();
        if (item instanceof Wire.Get get) {
            return new Wire.Get(id, get.key(), get.caller(), get.request());
        }
        if (item instanceof Wire.Put put) {
            return new Wire.Put(
                    id,
                    put.key(),
                    put.version(),
                    put.caller(),
                    put.script(),
                    put.fields(),
                    put.condition(),
                    put.signature());
        }
        if (item instanceof Wire.Remove remove) {
            return new Wire.Remove(
                    id, remove.key(), remove.version(), remove.caller(), remove.request(), remove.signature());
        }
        if (item instanceof Wire.Copy copy) {
            return new Wire.Copy(id, copy.caller(), copy.image());
        }
        return item instanceof Wire.FindNode find ? new Wire.FindNode(id, find.key()) : item;
    }
}
