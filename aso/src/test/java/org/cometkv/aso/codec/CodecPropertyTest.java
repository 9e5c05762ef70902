package org.cometkv.aso.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cometkv.aso.Value;

/** Every value and party comes back as it was; whatever else is read is another one, or malformed and cheap. */
class CodecPropertyTest {

    /** What decoding may take beside a multiple of its bytes: the first use of a call site. */
    private static final int SLACK = 64 * 1_024;

    /** Strings of one byte are the most memory for the least input. */
    private static final int MULTIPLE = 16;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anySample_comesBack_inAsManyBytesAsAreCounted(@ForAll("samples") Sample<?> sample) {
        byte[] bytes = sample.encoded();

        assertThat(sample.counted()).isEqualTo(bytes.length);
        assertThat(sample.decoded(bytes)).isEqualTo(sample.thing());
        assertThat(sample.decoded(bytes)).hasToString(sample.thing().toString());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyValue_hasTheSizeThatItsPartsAddUpTo(@ForAll("values") Value value) {
        assertThat(sum(value)).isEqualTo(ValueCodec.size(value));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyPrefix_isMalformed(@ForAll("samples") Sample<?> sample) {
        byte[] bytes = sample.encoded();
        for (int length = 0; length < bytes.length; length++) {
            byte[] prefix = Arrays.copyOf(bytes, length);
            assertThat(decoded(sample, prefix)).as("%s bytes", length).isEmpty();
        }
        assertThat(decoded(sample, Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    /** All of the 255 other bytes at every place. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    <T> void anyDamagedByte_isMalformedOrAnother(@ForAll("samples") Sample<T> sample) {
        byte[] bytes = sample.encoded();
        for (int at = 0; at < bytes.length; at++) {
            for (int other = 1; other < 256; other++) {
                bytes[at] ^= (byte) other;
                Optional<T> read = decoded(sample, bytes);
                read.ifPresent(thing -> requireWritable(sample, thing, bytes));
                bytes[at] ^= (byte) other;
            }
        }
    }

    @Property(tries = 1_000)
    void anyNumber_comesBack(@ForAll long number, @ForAll int integer) {
        ByteOutput out = new ByteOutput();
        out.number(number);
        assertThat(out.toBytes()).hasSize(ByteCount.ofNumber(number)).hasSizeBetween(1, 9);
        out.integer(integer);
        out.half(integer);
        out.word(number);
        out.optionalNumber(OptionalLong.of(number));

        Input in = new Input(out.toBytes());
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.integer()).isEqualTo(integer);
        assertThat(in.half()).isEqualTo(integer);
        assertThat(in.word()).isEqualTo(number);
        assertThat(in.optionalNumber()).hasValue(number);
        in.end();
        assertThatThrownBy(in::octet).isExactlyInstanceOf(MalformedInput.class);
    }

    private static <T> Optional<T> decoded(Sample<T> sample, byte[] bytes) {
        long bound = (long) MULTIPLE * bytes.length + SLACK;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Optional<T> decoded = attempt(sample, bytes);
        if (THREADS.getCurrentThreadAllocatedBytes() - before > bound) {
            // Measured again: what the JVM links at a first call is not the decoder's.
            before = THREADS.getCurrentThreadAllocatedBytes();
            decoded = attempt(sample, bytes);
            long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(taken).as(HexFormat.of().formatHex(bytes)).isLessThanOrEqualTo(bound);
        }
        return decoded;
    }

    /** Any other exception fails the property. */
    private static <T> Optional<T> attempt(Sample<T> sample, byte[] bytes) {
        try {
            return Optional.of(sample.decoded(bytes));
        } catch (MalformedInput expected) {
            return Optional.empty();
        }
    }

    /** Whatever can be read can be written and read again: the bounds of the two directions are the same. */
    private static <T> void requireWritable(Sample<T> sample, T read, byte[] bytes) {
        byte[] written = sample.encoded(read);
        if (!Arrays.equals(sample.encoded(sample.decoded(written)), written)) {
            throw new AssertionError(HexFormat.of().formatHex(bytes) + " is read as " + read + ", then as another");
        }
    }

    private static int sum(Value value) {
        if (value instanceof Value.Num num) {
            return ValueCodec.sizeOfNumber(num.number());
        }
        if (value instanceof Value.Bytes text) {
            return ValueCodec.sizeOfBytes(text.length());
        }
        if (!(value instanceof Value.Table table)) {
            return 1;
        }
        int sum = ValueCodec.sizeOfTable(table.listSize(), table.pairCount());
        for (int i = 0; i < table.listSize(); i++) {
            sum += sum(table.listed(i));
        }
        for (int i = 0; i < table.pairCount(); i++) {
            sum += sum(table.pairKey(i)) + sum(table.pairValue(i));
        }
        return sum;
    }

    @Provide
    Arbitrary<Sample<?>> samples() {
        return Sample.any();
    }

    @Provide
    Arbitrary<Value> values() {
        return Sample.values();
    }
}
