package org.cometkv.actors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

/** What is at rest is read as it was written, or not at all. */
class StorageCodecTest {

    private static final Key KEY = Key.of("k");
    private static final Version VERSION = new Version(17 << 20, NodeId.of("a"));
    private static final Header HEADER =
            new Header(KEY, VERSION, VERSION, "writer", OptionalLong.of(99), 3, Replication.SYSTEM);
    private static final Image IMAGE = new Image(
            HEADER,
            Script.of("return 1"),
            new byte[] {1, 2, 3},
            Map.of("", 1_000L),
            new RecentUpdates(List.of(new RecentUpdates.Update(VERSION, Optional.empty())), Optional.of(VERSION)));

    @Test
    void image_isReadAsItWasWritten() {
        StorageCodec.StoredImage read =
                StorageCodec.image(StorageCodec.encode(new StorageCodec.StoredImage(IMAGE, 42)));

        assertThat(read.savedMillis()).isEqualTo(42);
        assertThat(read.image()).usingRecursiveComparison().isEqualTo(IMAGE);
    }

    @Test
    void heads_areReadAsTheyWereWritten() {
        StoredHead live = new StoredHead.Live(HEADER, 500, 42, OptionalLong.of(7));
        StoredHead gone =
                new StoredHead.Gone(new KeyContent.Gone(KEY, VERSION, Optional.empty(), 3), Optional.of(VERSION), 42);

        assertThat(StorageCodec.head(StorageCodec.encode(live))).isEqualTo(live);
        assertThat(StorageCodec.head(StorageCodec.encode(gone))).isEqualTo(gone);
        assertThat(StorageCodec.number(StorageCodec.encode(-7))).isEqualTo(-7);
    }

    @Test
    void anyFlippedBit_isNoticed() {
        byte[] record = StorageCodec.encode(new StorageCodec.StoredImage(IMAGE, 42));
        for (int bit = 0; bit < 8 * record.length; bit++) {
            byte[] damaged = record.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> StorageCodec.image(damaged))
                    .as("bit %d", bit)
                    .isInstanceOf(MalformedInput.class);
        }
    }

    @Test
    void everyTruncation_isNoticed() {
        byte[] record = StorageCodec.encode(new StoredHead.Live(HEADER, 500, 42, OptionalLong.empty()));
        for (int length = 0; length < record.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(record, length);
            assertThatThrownBy(() -> StorageCodec.head(cut))
                    .as("length %d", length)
                    .isInstanceOf(MalformedInput.class);
        }
    }

    @Test
    void recordOfANewerFormat_isRefusedWithBothNumbers() {
        byte[] newer = StorageCodec.encode(Value.of(1).hashCode());
        newer[0] = StorageCodec.VERSION + 1;
        java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
        checksum.update(newer, 0, 1);
        checksum.update(newer, 5, newer.length - 5);
        java.nio.ByteBuffer.wrap(newer).putInt(1, (int) checksum.getValue());

        assertThatThrownBy(() -> StorageCodec.number(newer))
                .hasMessageContaining("format 2")
                .hasMessageContaining("format 2");
    }
}
