package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.cometkv.aso.Limits;
import org.junit.jupiter.api.Test;

/** No decoder believes a length it was told: noise costs at most four times its size and a constant. */
class DecoderAllocationTest {

    private static final long SEED = 20101004;
    private static final long CONSTANT = 64 * 1024;
    private static final int ROUNDS = 4_000;

    private interface Decoder {
        void decode(byte[] bytes);
    }

    @Test
    void noiseIntoTheStateCodec_isCheap() {
        LuaObject object = LuaObject.of("aso.list = {1, 2, 3} aso.name = 'x'");
        assertThat(object.instance.encode()[0]).isEqualTo((byte) StateCodec.VERSION);
        LuaObject target = LuaObject.fresh("aso.list = {1, 2, 3} aso.name = 'x'", Limits.DEFAULTS);

        holds(StateCodec.VERSION, bytes -> target.end(target.instance.restore(target.scratch, target.host, bytes)));
    }

    /** @param first a byte that half of the inputs begin with, so that they get past the first check */
    private static void holds(int first, Decoder decoder) {
        Random random = new Random(SEED);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[1 + random.nextInt(round % 10 == 0 ? 60_000 : 300)];
            random.nextBytes(noise);
            if (round % 2 == 0) {
                noise[0] = (byte) first;
            }
            // What the JVM links and loads at the first call is not the decoder's.
            decoder.decode(noise);
            long before = threads.getCurrentThreadAllocatedBytes();
            decoder.decode(noise);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated)
                    .as("round %s of seed %s, %s bytes", round, SEED, noise.length)
                    .isLessThanOrEqualTo(4L * noise.length + CONSTANT);
        }
    }
}
