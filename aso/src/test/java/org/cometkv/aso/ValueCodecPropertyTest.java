package org.cometkv.aso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ValueCodecPropertyTest {

    @Property(tries = 500)
    void decoded_isWhatWasEncoded(@ForAll long seed) {
        Value value = value(new Random(seed), 5);

        byte[] bytes = ValueCodec.encode(value);

        assertThat(ValueCodec.decode(bytes)).isEqualTo(value);
        assertThat(bytes).hasSize(ValueCodec.size(value));
    }

    @Property(tries = 2_000)
    void anyBytes_areAValueOrRefused(@ForAll byte[] bytes) {
        try {
            Value value = ValueCodec.decode(bytes);
            assertThat(ValueCodec.decode(ValueCodec.encode(value))).isEqualTo(value);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("malformed value");
        }
    }

    @Property(tries = 500)
    void changedBytes_areAValueOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = ValueCodec.encode(value(random, 4));
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        anyBytes_areAValueOrRefused(bytes);
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Value.of(random.nextBoolean());
            case 1 -> Value.of(random.nextInt(600) - 200);
            case 2 -> Value.of(random.nextLong());
            case 3 -> Value.of(random.nextGaussian());
            case 4 -> Value.of(-0.0);
            case 5 -> Value.of("text".repeat(random.nextInt(100)));
            case 6 -> {
                Value[] list = new Value[random.nextInt(5)];
                for (int i = 0; i < list.length; i++) {
                    list[i] = value(random, depth - 1);
                }
                yield Value.list(list);
            }
            default -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    fields.put("f" + i, value(random, depth - 1));
                }
                yield Value.table(fields);
            }
        };
    }
}
