package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Limits;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Damaged messages by the million: each is read, or is {@link MalformedMessage}, and takes no more memory than a small
 * multiple of what came in.
 *
 * <p>{@code -Dcomet.test.mutations=N} tries N of them, {@code -Dcomet.test.seed=S} others.
 */
class DecoderFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("comet.test.mutations", 1_000_000);
    private static final Logger LOG = LoggerFactory.getLogger(DecoderFuzzTest.class);
    private static final long SEED = Long.getLong("comet.test.seed", 42);

    /** What a message may take beyond a multiple of its bytes: the first use of a thread, and an exception's trace. */
    private static final int SLACK = 64 * 1_024;

    private static final int MULTIPLE = 4;

    /** Numbers of one to nine bytes that a length could be declared by. */
    private static final byte[][] GIANTS = {
        {0x7f},
        {-1, 0x7f},
        {-1, -1, -1, -1, 0x07},
        {-1, -1, -1, -1, 0x0f},
        {-1, -1, -1, 0x7f},
        {-1, -1, -1, -1, -1, -1, -1, -1, -1}
    };

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final LongAdder undecodable = new LongAdder();
    private final WireSerializer serializer = new WireSerializer(770_001, undecodable);
    private final List<byte[]> samples = samples();
    private final Random random = new Random(SEED);
    private Object message;
    private long dropped;

    @Test
    void aMillionDamagedMessages_areReadOrUndecodable_andTakeLittle() {
        int read = 0;
        double worst = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated();
            worst = Math.max(worst, takenOfBound(bytes, i));
            if (message != null) {
                read++;
                requireWritable((Wire) message, bytes, i);
            }
        }
        LOG.warn(
                "{} mutations by seed {}: {} read, memory at most {} % of its bound",
                MUTATIONS, SEED, read, Math.round(100 * worst));
        assertThat(read).as("damage that is not always found").isBetween(MUTATIONS / 100, MUTATIONS * 9 / 10);
        assertThat(undecodable.sum()).as("each that is dropped is counted").isEqualTo(dropped);
    }

    /** What part of its bound a message takes; what is over is measured again: the first of a kind links call sites. */
    private double takenOfBound(byte[] bytes, int number) {
        double bound = (double) MULTIPLE * bytes.length + SLACK;
        long taken = taken(bytes, number);
        if (taken > bound) {
            taken = taken(bytes, number);
        }
        if (taken > bound) {
            throw new AssertionError(taken + " bytes for " + described(bytes, number));
        }
        return taken / bound;
    }

    private long taken(byte[] bytes, int number) {
        long me = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(me);
        message = decoded(bytes, number);
        return THREADS.getThreadAllocatedBytes(me) - before;
    }

    private Object decoded(byte[] bytes, int number) {
        try {
            return serializer.fromBinary(bytes, "");
        } catch (MalformedMessage expected) {
            dropped++;
            return null;
        } catch (RuntimeException | StackOverflowError bug) {
            throw new AssertionError("not as Undecodable: " + described(bytes, number), bug);
        }
    }

    /** Whatever can be read could have been written: no bound of the two differs. */
    private void requireWritable(Wire read, byte[] bytes, int number) {
        boolean isWhole = !(read instanceof Wire.Unread)
                && !(read instanceof Wire.Frame frame
                        && frame.items().stream().anyMatch(Wire.Unread.class::isInstance));
        if (isWhole) {
            try {
                serializer.toBinary(read);
            } catch (RuntimeException bug) {
                throw new AssertionError("read and not to be written: " + described(bytes, number), bug);
            }
        }
    }

    private static String described(byte[] bytes, int number) {
        return "mutation " + number + " of seed " + SEED + ": " + HexFormat.of().formatHex(bytes);
    }

    private byte[] mutated() {
        byte[] bytes = sample().clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int more = Math.min(bytes.length - at, 1 + random.nextInt(16));
        switch (random.nextInt(8)) {
            case 0:
                return Arrays.copyOf(bytes, at);
            case 1:
                return spliced(bytes, at, at + more, new byte[0]);
            case 2:
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + more));
            case 3:
                byte[] giant = GIANTS[random.nextInt(GIANTS.length)];
                return spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(5)), giant);
            case 4:
                byte[] other = sample();
                return spliced(
                        bytes, at, bytes.length, Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
            case 5:
                byte[] noise = new byte[more];
                random.nextBytes(noise);
                return spliced(bytes, at, at + more, noise);
            case 6:
                bytes[at] = (byte) (16 + random.nextInt(32));
                return bytes;
            default:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                return bytes;
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + between.length);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size()));
    }

    /** Each message by itself, and each as it travels: in a frame, alone or behind another. */
    private List<byte[]> samples() {
        List<byte[]> all = new ArrayList<>();
        Wire.Item first =
                new Wire.Hello(Wire.PROTOCOL, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), false);
        for (Wire message : WireSamples.messages()) {
            all.add(serializer.toBinary(message));
            if (message instanceof Wire.Item item) {
                all.add(serializer.toBinary(new Wire.Frame(WireSamples.CONTACT, 7, List.of(item), 0)));
                all.add(serializer.toBinary(new Wire.Frame(WireSamples.CONTACT, 7, List.of(first, item), 0)));
            }
        }
        return all;
    }
}
