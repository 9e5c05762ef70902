package org.cometkv.actors.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk gives back what was written, or says that it does not. */
class RocksStoreTest {

    private static final int RECORDS = 2_000;

    /**
     * Bits of the log, and of a table, that are flipped one by one; half as many cuts of the log. A thousand together
     * with {@code -Dcomet.storage.flips=400}, which take two minutes.
     */
    private static final int FLIPS = Integer.getInteger("comet.storage.flips", 40);

    private static final int CUTS = FLIPS / 2;

    @TempDir
    private Path folder;

    @Test
    void whatWasWritten_isThereAfterARestart() throws IOException {
        Store store = open();
        store.write(List.of(put("a", "1"), put("b", "2")));
        store.write(List.of(new Store.Entry(Store.Table.HEAD, bytes("a"), Optional.empty())));
        store.sync();
        store.close();

        Store again = open();
        assertThat(heads(again)).containsExactly(Map.entry("b", "2"));
        assertThat(again.read(Store.Table.HEAD, bytes("a"))).isEmpty();
        assertThat(again.read(Store.Table.HEAD, bytes("b"))).hasValue(bytes("2"));
        assertThat(again.read(Store.Table.META, bytes("b"))).isEmpty();
        assertThat(again.bytes()).isPositive();
        again.close();
    }

    @Test
    void secondProcess_isRefused() throws IOException {
        Store store = open();

        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("used by another node");
        store.close();
        open().close();
    }

    @Test
    void foreignDirectory_isRefusedAndLeftAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(this::open).hasMessageContaining("not Comet's");
        assertThat(mine).hasContent("dear");
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void newerFormat_isRefusedInOneSentence() throws IOException {
        open().close();
        Files.writeString(folder.resolve("comet.format"), "comet data 2\n");

        assertThatThrownBy(this::open).hasMessageContaining("format 2").hasMessageContaining("knows format 1");
    }

    @Test
    void fileInPlaceOfTheDirectory_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> RocksStore.open(file, 0))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("is no directory");
    }

    @Test
    void diskWithTooLittleRoom_isFull() throws IOException {
        Store store = RocksStore.open(folder, Long.MAX_VALUE);

        assertThatThrownBy(() -> store.write(List.of(put("a", "1"))))
                .isInstanceOfSatisfying(
                        StoreFailure.class, full -> assertThat(full.kind()).isEqualTo(StoreFailure.Kind.FULL));
        store.close();
        Store again = open();
        assertThat(heads(again)).isEmpty();
        again.close();
    }

    /** As a process that was killed leaves it: every length of the log's end is a start of the same log. */
    @Test
    void logThatEndsMidway_keepsWhatCameBefore() throws IOException {
        Path log = killedStore(RECORDS);
        byte[] whole = Files.readAllBytes(log);
        Random random = new Random(17);
        for (int i = 0; i < CUTS; i++) {
            int length = random.nextInt(whole.length);
            Path copy = copyWith(log, Arrays.copyOf(whole, length), "cut-" + i);

            Store store = RocksStore.open(copy, 0);
            TreeMap<String, String> heads = heads(store);
            assertThat(heads).as("seed 17, cut %d to %d bytes", i, length).isEqualTo(first(heads.size()));
            store.close();
            delete(copy);
        }
    }

    @Test
    void flippedBitInTheLog_isReportedAndCostsNothingBeforeIt() throws IOException {
        Path log = killedStore(RECORDS);
        byte[] whole = Files.readAllBytes(log);
        Random random = new Random(18);
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * whole.length);
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path copy = copyWith(log, damaged, "flip-" + i);

            Store store = RocksStore.open(copy, 0);
            TreeMap<String, String> heads = heads(store);
            assertThat(heads).as("seed 18, bit %d", bit).isEqualTo(first(heads.size()));
            assertThat(heads.size() == RECORDS
                            || Files.exists(copy.resolve("damaged-1"))
                            || isInTheLastRecord(bit, whole))
                    .as("seed 18, bit %d: %d records are left without a word", bit, heads.size())
                    .isTrue();
            store.close();
            delete(copy);
        }
    }

    /** A log that is cut in its last record is what a killed process leaves, and no damage. */
    private static boolean isInTheLastRecord(int bit, byte[] log) {
        return bit / 8 >= log.length - 32 * 1_024;
    }

    @Test
    void flippedBitInATable_losesNoRecordOutsideIts16KiBWithoutAReport() throws IOException {
        killedStore(RECORDS);
        RocksStore.open(folder.resolve("s"), 0).close();
        Path table = tableOf(folder.resolve("s"));
        byte[] whole = Files.readAllBytes(table);
        Random random = new Random(19);
        int salvaged = 0;
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * whole.length);
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path copy = copyOf(folder.resolve("s"), "table-" + i);
            Files.write(copy.resolve("db").resolve(table.getFileName()), damaged);

            Store store = RocksStore.open(copy, 0);
            TreeMap<String, String> heads = headsOrSalvaged(store);
            boolean isReported = Files.exists(copy.resolve("damaged-1"));
            salvaged += isReported ? 1 : 0;
            assertThat(heads.size() == RECORDS || isReported)
                    .as("seed 19, bit %d: %d records are left without a word", bit, heads.size())
                    .isTrue();
            assertThat(first(RECORDS).entrySet()).as("seed 19, bit %d", bit).containsAll(heads.entrySet());
            store.write(List.of(put("z", "new")));
            store.close();
            delete(copy);
        }
        assertThat(salvaged).isPositive();
    }

    private static TreeMap<String, String> headsOrSalvaged(Store store) throws IOException {
        try {
            return heads(store);
        } catch (StoreFailure damaged) {
            assertThat(damaged.kind()).isEqualTo(StoreFailure.Kind.DAMAGED);
            assertThat(store.salvage()).isPresent();
            return heads(store);
        }
    }

    /** A store whose process ended without closing it; the file of its log. */
    private Path killedStore(int records) throws IOException {
        Path running = folder.resolve("running");
        Store store = RocksStore.open(running, 0);
        List<Store.Entry> batch = new ArrayList<>();
        for (Map.Entry<String, String> each : first(records).entrySet()) {
            batch.add(put(each.getKey(), each.getValue()));
            if (batch.size() == 50) {
                store.write(batch);
                batch.clear();
            }
        }
        store.sync();
        Path copy = copyOf(running, "s");
        store.close();
        return largest(copy, ".log");
    }

    private static Path tableOf(Path directory) throws IOException {
        return largest(directory, ".sst");
    }

    private static Path largest(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("db"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    /** A copy of the killed store, whose log is this. */
    private Path copyWith(Path log, byte[] content, String name) throws IOException {
        Path copy = copyOf(folder.resolve("s"), name);
        Files.write(copy.resolve("db").resolve(log.getFileName()), content);
        return copy;
    }

    private Path copyOf(Path from, String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }

    /** Copies of a thousand would take a gigabyte. */
    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Store open() throws StoreFailure {
        return RocksStore.open(folder, 0);
    }

    private static TreeMap<String, String> first(int records) {
        TreeMap<String, String> first = new TreeMap<>();
        for (int i = 0; i < records; i++) {
            first.put(String.format("%05d", i), "value " + i + " " + "x".repeat(i % 300));
        }
        return first;
    }

    private static TreeMap<String, String> heads(Store store) throws IOException {
        TreeMap<String, String> heads = new TreeMap<>();
        store.each(
                Store.Table.HEAD,
                (key, value) ->
                        heads.put(new String(key, StandardCharsets.UTF_8), new String(value, StandardCharsets.UTF_8)));
        return heads;
    }

    private static Store.Entry put(String key, String value) {
        return new Store.Entry(Store.Table.HEAD, bytes(key), Optional.of(bytes(value)));
    }

    private static byte[] bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).array();
    }
}
