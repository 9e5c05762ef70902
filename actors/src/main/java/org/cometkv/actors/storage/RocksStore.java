package org.cometkv.actors.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a data directory, on RocksDB. What the last process left damaged is set aside when it is opened.
 *
 * <p>Not thread-safe but for {@link #execute}.
 */
public final class RocksStore implements Store {

    /** The name under which damage and failures are logged; part of the API. */
    static final String LOGGER = "org.cometkv.storage";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** A batch of records while a damaged database is copied. */
    private static final int COPIED_MAX = 1_000;

    /** The smallest step over damage, as a bit of the key: a 2^20th of all keys. */
    private static final int STEP_BIT = 19;

    private final StoreDirectory directory;
    private final long freeMin;
    private final ExecutorService thread;
    private RocksDatabase database;

    private RocksStore(StoreDirectory directory, long freeMin) {
        this.directory = directory;
        this.freeMin = freeMin;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread writer = new Thread(work, "comet-storage");
            writer.setDaemon(true);
            return writer;
        });
    }

    /**
     * Opens the store of a directory, which is made if it is not there; ready when this returns.
     *
     * @param freeMin bytes that must be free on the disk; with fewer it counts as full
     * @throws StoreFailure if it cannot be used; the message says why in a sentence
     */
    public static RocksStore open(Path path, long freeMin) throws StoreFailure {
        try {
            RocksDatabase.load();
        } catch (NoClassDefFoundError e) {
            // The jar is optional.
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN,
                    "a data directory needs RocksDB: add org.rocksdb:rocksdbjni to the class path",
                    e);
        }
        RocksStore store = new RocksStore(StoreDirectory.open(path), freeMin);
        try {
            store.begin();
            return store;
        } catch (StoreFailure e) {
            store.close();
            throw new StoreFailure(e.kind(), "the data directory " + path + " cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            store.close();
            throw new StoreFailure(StoreFailure.Kind.BROKEN, "the data directory " + path + " cannot be used: " + e, e);
        }
    }

    private void begin() throws IOException {
        // A rebuild that ended midway begins again: what it copies is there still.
        delete(directory.rebuilt());
        Files.createDirectories(directory.database());
        try {
            database = RocksDatabase.open(directory.database(), RocksDatabase.Log.COMPLETE);
        } catch (StoreFailure e) {
            if (e.kind() == StoreFailure.Kind.FULL) {
                throw e;
            }
            openDamaged(e);
        }
        if (directory.isSuspect()) {
            rebuild("a table was found damaged before");
        }
    }

    /** Opens what cannot be opened as it is: without the end of its log, or empty. */
    private void openDamaged(StoreFailure why) throws IOException {
        Path aside = directory.aside();
        copyLogs(aside);
        try {
            database = RocksDatabase.open(directory.database(), RocksDatabase.Log.UP_TO_DAMAGE);
            LOG.warn(
                    "{}: its log is damaged ({}); what came after the damage is lost here, and the log is in {}",
                    directory,
                    why.getMessage(),
                    aside);
        } catch (StoreFailure still) {
            Files.move(directory.database(), aside.resolve("db"));
            Files.createDirectories(directory.database());
            database = RocksDatabase.open(directory.database(), RocksDatabase.Log.COMPLETE);
            LOG.error(
                    "{}: it cannot be read ({}) and is in {}; this node begins empty",
                    directory,
                    still.getMessage(),
                    aside);
        }
    }

    private void copyLogs(Path aside) throws IOException {
        try (Stream<Path> files = Files.list(directory.database())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".log")).toList()) {
                Files.copy(file, aside.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed: work is left out", directory, e);
        }
    }

    @Override
    public void each(Table table, Reader reader) throws StoreFailure {
        database.each(table, RocksDatabase.firstKey(), reader);
    }

    @Override
    public Optional<byte[]> read(Table table, byte[] key) throws StoreFailure {
        try {
            return database.read(table, key);
        } catch (StoreFailure e) {
            throw noted(e);
        }
    }

    @Override
    public void write(List<Entry> batch) throws StoreFailure {
        requireRoom();
        try {
            database.write(batch);
            database.flushLog(false);
        } catch (StoreFailure e) {
            throw noted(e);
        }
    }

    /** RocksDB that has met a full disk itself writes no more until it is opened again. */
    private void requireRoom() throws StoreFailure {
        try {
            long free = directory.free();
            if (free < freeMin) {
                throw new StoreFailure(
                        StoreFailure.Kind.FULL,
                        "the disk of the data directory has " + free + " bytes free; the least is " + freeMin);
            }
        } catch (StoreFailure e) {
            throw e;
        } catch (IOException e) {
            throw new StoreFailure(StoreFailure.Kind.BROKEN, "the data directory cannot be reached: " + e, e);
        }
    }

    @Override
    public void sync() throws StoreFailure {
        try {
            database.flushLog(true);
        } catch (StoreFailure e) {
            throw noted(e);
        }
    }

    private StoreFailure noted(StoreFailure failure) {
        if (failure.kind() == StoreFailure.Kind.DAMAGED) {
            try {
                directory.suspect();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    @Override
    public Optional<String> salvage() throws StoreFailure {
        try {
            return rebuild("a table is damaged");
        } catch (StoreFailure e) {
            throw e;
        } catch (IOException e) {
            throw new StoreFailure(StoreFailure.Kind.BROKEN, "what is damaged cannot be set aside: " + e, e);
        }
    }

    /** Copies what can be read into a new database, which takes the place of the damaged one. */
    private Optional<String> rebuild(String why) throws IOException {
        Files.createDirectories(directory.rebuilt());
        int skipped = 0;
        try (RocksDatabase rebuilt = RocksDatabase.open(directory.rebuilt(), RocksDatabase.Log.COMPLETE)) {
            for (Table table : Table.values()) {
                skipped += copy(table, rebuilt);
            }
            rebuilt.flushLog(true);
        }
        database.close();
        Path aside = directory.aside();
        Files.move(directory.database(), aside.resolve("db"));
        Files.move(directory.rebuilt(), directory.database());
        directory.cleared();
        database = RocksDatabase.open(directory.database(), RocksDatabase.Log.COMPLETE);
        String report = directory + ": " + why + "; " + skipped
                + " places in it cannot be read and are lost here, the rest was copied; what was damaged is in "
                + aside;
        LOG.error(report);
        return Optional.of(report);
    }

    /** Copies a table; how many places in it could not be read. */
    private int copy(Table table, RocksDatabase rebuilt) throws StoreFailure {
        Copy copy = new Copy(table, rebuilt);
        Optional<byte[]> from = Optional.of(RocksDatabase.firstKey());
        int skipped = 0;
        int bit = STEP_BIT;
        while (from.isPresent()) {
            byte[] begun = copy.last;
            try {
                database.each(table, from.get(), copy);
                from = Optional.empty();
            } catch (StoreFailure e) {
                if (e.kind() != StoreFailure.Kind.DAMAGED) {
                    throw e;
                }
                boolean isStuck = copy.last == begun;
                skipped += isStuck ? 0 : 1;
                bit = isStuck ? Math.max(0, bit - 1) : STEP_BIT;
                from = RocksDatabase.after(isStuck ? from.get() : copy.last, bit);
            }
        }
        copy.end();
        return skipped;
    }

    /** The entries of a table on their way into another database. */
    private static final class Copy implements Reader {

        private final Table table;
        private final RocksDatabase target;
        private final List<Entry> batch = new ArrayList<>();
        private byte[] last = RocksDatabase.firstKey();
        private Optional<StoreFailure> failure = Optional.empty();

        private Copy(Table table, RocksDatabase target) {
            this.table = table;
            this.target = target;
        }

        @Override
        public void read(byte[] key, byte[] value) {
            // A step over damage may lead back before what was read already.
            if (failure.isEmpty() && (last.length == 0 || Arrays.compareUnsigned(key, last) > 0)) {
                last = key;
                batch.add(new Entry(table, key, Optional.of(value)));
                if (batch.size() == COPIED_MAX) {
                    flush();
                }
            }
        }

        private void flush() {
            try {
                target.write(batch);
                batch.clear();
            } catch (StoreFailure e) {
                failure = Optional.of(e);
            }
        }

        private void end() throws StoreFailure {
            flush();
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    @Override
    public long bytes() {
        try {
            return directory.bytes();
        } catch (IOException e) {
            LOG.debug("{}: its size cannot be read", directory, e);
            return 0;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (database != null) {
                database.close();
            }
            directory.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed", directory, e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException broken) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
