package org.cometkv.actors.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ChecksumType;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * An open RocksDB: the one class that knows it. Its native parts are closed in the reverse of the order they were made
 * in; another order ends the JVM.
 *
 * <p>Not thread-safe; owned by a {@link RocksStore}.
 */
final class RocksDatabase implements AutoCloseable {

    /** How the log is read that the last process left. */
    enum Log {
        /** Only its last record may be broken, as a process that was killed leaves it; else it is not opened. */
        COMPLETE,
        /** What comes after the first broken record is left out. */
        UP_TO_DAMAGE
    }

    private static final long MEBIBYTE = 1L << 20;
    private static final long LOG_BYTES_MAX = 64 * MEBIBYTE;
    private static final long MEMTABLE_BYTES = 16 * MEBIBYTE;
    private static final long MEMTABLES_BYTES = 64 * MEBIBYTE;
    private static final long CACHE_BYTES = 32 * MEBIBYTE;
    private static final long BLOCK_BYTES = 16 * 1_024;
    private static final int BLOOM_BITS = 10;
    private static final int TABLE_FORMAT = 5;
    private static final int OPEN_FILES_MAX = 512;
    private static final int INFO_LOGS_MAX = 5;

    private final List<AbstractNativeReference> natives = new ArrayList<>();
    private final Map<Store.Table, ColumnFamilyHandle> tables = new EnumMap<>(Store.Table.class);
    private RocksDB database;
    private WriteOptions unsynced;
    private ReadOptions scan;

    private RocksDatabase() {}

    /** Loads RocksDB's library; the message of the failure says what is missing. */
    static void load() throws StoreFailure {
        try {
            RocksDB.loadLibrary();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            // RocksDB throws either, by where the library is missing.
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN,
                    "a data directory needs RocksDB, whose library cannot be loaded here (" + e.getMessage()
                            + "); on another platform than Linux add org.rocksdb:rocksdbjni without a classifier",
                    e);
        }
    }

    static RocksDatabase open(Path path, Log log) throws StoreFailure {
        RocksDatabase opened = new RocksDatabase();
        try {
            opened.begin(path, log);
            return opened;
        } catch (RocksDBException e) {
            opened.close();
            throw failure("opened", e);
        }
    }

    private void begin(Path path, Log log) throws RocksDBException {
        ColumnFamilyOptions family = keep(families());
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, family));
        for (Store.Table table : Store.Table.values()) {
            descriptors.add(new ColumnFamilyDescriptor(name(table), family));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        DBOptions options = keep(options(log));
        try {
            database = keep(RocksDB.open(options, path.toString(), descriptors, handles));
        } finally {
            handles.forEach(this::keep);
        }
        for (Store.Table table : Store.Table.values()) {
            tables.put(table, handles.get(1 + table.ordinal()));
        }
        unsynced = keep(new WriteOptions());
        // Of a scan nothing is asked twice, and it would push out of the cache what is.
        scan = keep(new ReadOptions().setFillCache(false));
    }

    private static byte[] name(Store.Table table) {
        return table.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    private DBOptions options(Log log) {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWalRecoveryMode(
                        log == Log.COMPLETE
                                ? WALRecoveryMode.TolerateCorruptedTailRecords
                                : WALRecoveryMode.PointInTimeRecovery)
                // A record of an earlier life of the same file would look like damage.
                .setRecycleLogFileNum(0)
                .setManualWalFlush(true)
                .setMaxTotalWalSize(LOG_BYTES_MAX)
                .setDbWriteBufferSize(MEMTABLES_BYTES)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MEBIBYTE)
                .setParanoidChecks(true)
                .setMaxOpenFiles(OPEN_FILES_MAX)
                .setKeepLogFileNum(INFO_LOGS_MAX)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
    }

    private ColumnFamilyOptions families() {
        Cache cache = keep(new LRUCache(CACHE_BYTES));
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockSize(BLOCK_BYTES)
                .setFormatVersion(TABLE_FORMAT)
                .setChecksumType(ChecksumType.kXXH3)
                .setFilterPolicy(keep(new BloomFilter(BLOOM_BITS)))
                .setCacheIndexAndFilterBlocks(true)
                .setBlockCache(cache);
        return new ColumnFamilyOptions()
                .setTableFormatConfig(table)
                .setWriteBufferSize(MEMTABLE_BYTES)
                .setMaxWriteBufferNumber(2)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true);
    }

    private <T extends AbstractNativeReference> T keep(T part) {
        natives.add(part);
        return part;
    }

    Optional<byte[]> read(Store.Table table, byte[] key) throws StoreFailure {
        try {
            return Optional.ofNullable(database.get(tables.get(table), key));
        } catch (RocksDBException e) {
            throw failure("read", e);
        }
    }

    void write(List<Store.Entry> entries) throws StoreFailure {
        try (WriteBatch batch = new WriteBatch()) {
            for (Store.Entry entry : entries) {
                ColumnFamilyHandle table = tables.get(entry.table());
                if (entry.value().isPresent()) {
                    batch.put(table, entry.key(), entry.value().get());
                } else {
                    batch.delete(table, entry.key());
                }
            }
            database.write(unsynced, batch);
        } catch (RocksDBException e) {
            throw failure("written", e);
        }
    }

    void flushLog(boolean isSynced) throws StoreFailure {
        try {
            database.flushWal(isSynced);
        } catch (RocksDBException e) {
            throw failure(isSynced ? "synced" : "written", e);
        }
    }

    /** Reads the entries of a table from a key on. */
    void each(Store.Table table, byte[] from, Store.Reader reader) throws StoreFailure {
        try (RocksIterator entries = database.newIterator(tables.get(table), scan)) {
            for (entries.seek(from); entries.isValid(); entries.next()) {
                reader.read(entries.key(), entries.value());
            }
            entries.status();
        } catch (RocksDBException e) {
            throw failure("read", e);
        }
    }

    private static StoreFailure failure(String what, RocksDBException e) {
        Status status = e.getStatus();
        String why = e.getMessage();
        if (status != null && status.getSubCode() == Status.SubCode.NoSpace) {
            return new StoreFailure(StoreFailure.Kind.FULL, "the disk of the data directory is full", e);
        }
        boolean isDamaged = status != null && status.getCode() == Status.Code.Corruption;
        return new StoreFailure(
                isDamaged ? StoreFailure.Kind.DAMAGED : StoreFailure.Kind.BROKEN,
                "the data directory cannot be " + what + ": " + why,
                e);
    }

    /** The first key of all. */
    static byte[] firstKey() {
        return new byte[0];
    }

    /** The key that is this part of the key space after a key, in the order of bytes; empty behind the last one. */
    static Optional<byte[]> after(byte[] key, int bit) {
        byte[] next = Arrays.copyOf(key, Math.max(key.length, (bit >>> 3) + 1));
        int carry = 0x80 >>> (bit & 7);
        for (int i = bit >>> 3; i >= 0; i--) {
            int sum = (next[i] & 0xff) + carry;
            next[i] = (byte) sum;
            carry = sum >>> 8;
            if (carry == 0) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        for (int i = natives.size() - 1; i >= 0; i--) {
            natives.get(i).close();
        }
        natives.clear();
    }
}
