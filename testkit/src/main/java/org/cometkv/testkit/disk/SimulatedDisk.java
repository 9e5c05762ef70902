package org.cometkv.testkit.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;

/**
 * The disk of one simulated node, over its lives. A batch is written whole or not at all, as a log's record is; what
 * was not synced is there until the machine crashes.
 *
 * <p>Not thread-safe; owned by the world's thread.
 */
public final class SimulatedDisk implements Store {

    /** Bytes that an entry takes beside its key and value, about. */
    private static final int ENTRY_BYTES = 16;

    private final Map<Table, TreeMap<byte[], byte[]>> synced = tables();
    private final Map<Table, TreeMap<byte[], byte[]>> written = tables();
    private final List<List<Entry>> unsynced = new ArrayList<>();
    private Executor executor;
    private boolean isOpen;
    private boolean isFull;
    private boolean failsNextSync;
    private long syncs;

    private static Map<Table, TreeMap<byte[], byte[]>> tables() {
        Map<Table, TreeMap<byte[], byte[]>> tables = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            tables.put(table, new TreeMap<>(Arrays::compareUnsigned));
        }
        return tables;
    }

    /** A node starts on it, whose work of the disk runs there. */
    public SimulatedDisk open(Executor itsExecutor) {
        executor = itsExecutor;
        isOpen = true;
        return this;
    }

    /**
     * The machine crashed: of what was not synced the first batches are left.
     *
     * @param batches at most
     */
    public void crash(int batches) {
        isOpen = false;
        written.forEach((table, entries) -> {
            entries.clear();
            entries.putAll(synced.get(table));
        });
        List<List<Entry>> left = List.copyOf(unsynced.subList(0, Math.min(batches, unsynced.size())));
        unsynced.clear();
        left.forEach(batch -> apply(batch, written));
        left.forEach(batch -> apply(batch, synced));
    }

    /** Another disk takes its place, with nothing on it. */
    public void erase() {
        for (Table table : Table.values()) {
            synced.get(table).clear();
            written.get(table).clear();
        }
        unsynced.clear();
    }

    /** Batches that a crash may lose. */
    public int unsynced() {
        return unsynced.size();
    }

    /** Whether there is no room on it from now on. */
    public void full(boolean full) {
        isFull = full;
    }

    /** The next sync fails. */
    public void failNextSync() {
        failsNextSync = true;
    }

    /** How often it was synced. */
    public long syncs() {
        return syncs;
    }

    /** Changes a stored byte behind the back of the store. */
    public void damage(Table table, byte[] key, int place) {
        for (Map<Table, TreeMap<byte[], byte[]>> tables : List.of(synced, written)) {
            tables.get(table).computeIfPresent(key, (each, value) -> {
                byte[] damaged = value.clone();
                damaged[place] ^= 1;
                return damaged;
            });
        }
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public void each(Table table, Reader reader) {
        written.get(table).forEach(reader::read);
    }

    @Override
    public Optional<byte[]> read(Table table, byte[] key) {
        return Optional.ofNullable(written.get(table).get(key));
    }

    @Override
    public void write(List<Entry> batch) throws StoreFailure {
        requireOpen();
        if (isFull) {
            throw new StoreFailure(StoreFailure.Kind.FULL, "the simulated disk is full");
        }
        unsynced.add(List.copyOf(batch));
        apply(batch, written);
    }

    private static void apply(List<Entry> batch, Map<Table, TreeMap<byte[], byte[]>> tables) {
        for (Entry entry : batch) {
            TreeMap<byte[], byte[]> table = tables.get(entry.table());
            if (entry.value().isPresent()) {
                table.put(entry.key(), entry.value().get());
            } else {
                table.remove(entry.key());
            }
        }
    }

    @Override
    public void sync() throws StoreFailure {
        requireOpen();
        if (failsNextSync) {
            failsNextSync = false;
            throw new StoreFailure(StoreFailure.Kind.BROKEN, "the sync of the simulated disk failed");
        }
        syncs++;
        unsynced.forEach(batch -> apply(batch, synced));
        unsynced.clear();
    }

    private void requireOpen() throws StoreFailure {
        if (!isOpen) {
            throw new StoreFailure(StoreFailure.Kind.BROKEN, "the simulated disk is closed");
        }
    }

    @Override
    public Optional<String> salvage() {
        return Optional.empty();
    }

    @Override
    public long bytes() {
        return written.values().stream()
                .flatMap(table -> table.entrySet().stream())
                .mapToLong(entry -> ENTRY_BYTES + entry.getKey().length + entry.getValue().length)
                .sum();
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
