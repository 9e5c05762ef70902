package org.cometkv.actors.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts of messages in any order and with any lengths declared: what becomes whole is what was sent, and nothing takes
 * more memory than a small multiple of what came in.
 *
 * <p>{@code -Dcomet.test.mutations=N} tries a fifth as many parts, {@code -Dcomet.test.seed=S} others.
 */
class PartsFuzzTest {

    private static final int PARTS = Integer.getInteger("comet.test.mutations", 1_000_000) / 5;
    private static final Logger LOG = LoggerFactory.getLogger(PartsFuzzTest.class);
    private static final long SEED = Long.getLong("comet.test.seed", 42);
    private static final int BODY_MAX = 4_000;
    private static final int OPEN_MAX = 3;
    private static final int OPEN_BYTES_MAX = 20_000;
    /** What the first refusal of a kind takes, which loads and links all that makes its text: 130 KB were seen. */
    private static final int SLACK = 256 * 1_024;

    private static final int MULTIPLE = 4;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Random random = new Random(SEED);
    private final Reassembly assemblies =
            new Reassembly(new PeerSettings.Bodies(BODY_MAX, OPEN_MAX, OPEN_BYTES_MAX, Duration.ofMillis(100)));

    /** What came of each message since its first part. */
    private final Map<Reassembly.Id, ByteArrayOutputStream> sent = new HashMap<>();

    private long nowMillis;
    private int wholes;

    @Test
    void whateverPartsCome_onlyWhatWasSentBecomesWhole_andMemoryIsBounded() {
        for (int i = 0; i < PARTS; i++) {
            try {
                step();
            } catch (RuntimeException | AssertionError bug) {
                throw new AssertionError("part " + i + " of seed " + SEED, bug);
            }
        }
        LOG.warn("{} parts by seed {}: {} messages became whole", PARTS, SEED, wholes);
        assertThat(wholes).isGreaterThan(PARTS / 1_000);
        nowMillis += 100;
        assemblies.overdue(nowMillis, Integer.MAX_VALUE);
        assertThat(assemblies.isEmpty()).isTrue();
        assertThat(assemblies.openBytes()).isZero();
    }

    private void step() {
        Contact from = Replicas.node(random.nextInt(4));
        Reassembly.Id id = new Reassembly.Id(from, random.nextBoolean(), random.nextInt(3));
        Wire.Part part = part(id);
        if (part.offset() == 0) {
            sent.put(id, new ByteArrayOutputStream());
        }
        sent.computeIfAbsent(id, unknown -> new ByteArrayOutputStream())
                .writeBytes(part.bytes().array());

        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        Reassembly.Step step = assemblies.take(from, from.port() > 2, part, nowMillis);
        long taken = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        int came = sent.get(id).size();
        assertThat(taken).isLessThanOrEqualTo((long) MULTIPLE * came + SLACK);
        assertThat(assemblies.openBytes()).isBetween(0L, (long) OPEN_BYTES_MAX);
        step.whole().ifPresent(whole -> {
            wholes++;
            assertThat(whole)
                    .hasSizeLessThanOrEqualTo(BODY_MAX)
                    .isEqualTo(sent.get(id).toByteArray());
        });
        if (random.nextInt(50) == 0) {
            nowMillis += random.nextInt(30);
            assemblies.overdue(nowMillis, 2);
        }
    }

    /** Often the one that is due, or a first one; else anything. */
    private Wire.Part part(Reassembly.Id id) {
        int came = sent.containsKey(id) ? sent.get(id).size() : 0;
        byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(2_000) : 500];
        random.nextBytes(bytes);
        int total = new int[] {1_000, 1_000, 1_000, 1_500, BODY_MAX, BODY_MAX + 1, 0, -1, Integer.MAX_VALUE}
                [random.nextInt(9)];
        int offset = new int[] {0, came, came, came, random.nextInt(3_000), -1, Integer.MAX_VALUE}[random.nextInt(7)];
        return new Wire.Part(id.isReply(), id.id(), total, offset, Value.of(bytes));
    }
}
