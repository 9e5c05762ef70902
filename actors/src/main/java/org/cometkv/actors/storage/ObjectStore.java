package org.cometkv.actors.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of the objects of one node: in memory, where nothing is kept, or on a disk. It is told which keys changed,
 * reads them from its {@link Source} when they are due, and writes them in batches.
 *
 * <pre>
 *   changed ─▶ inbox ─▶ dirty ── 40 ms, 1 s ──▶ source ─▶ batch ─▶ written ── 40 ms, or somebody waits ──▶ synced
 * </pre>
 *
 * <p>Thread-safe. Whoever calls it never waits: what it has to tell it tells on the thread of its disk.
 */
public final class ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(RocksStore.LOGGER);

    private static final Duration PAUSE = Duration.ofMillis(1);

    /** Steps in a row until what they read is written. */
    private static final int STEPS_MAX = 1_000;

    private static final long RETRY_MILLIS = 1_000;

    private static final long MEASURE_MILLIS = 1_000;

    /** How long the last write of a node that stops may take. */
    private static final long CLOSE_MILLIS = 30_000;

    private final Store disk;
    private final Clock clock;
    private final long unsavedMaxMillis;
    private final DirtyKeys.Delay ofChanges;
    private final StoreWriter writer;
    private final DeadlineTask deadline;
    private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    /** Null until the node has started. */
    private Source source;
    /** Null until the node stops. */
    private Closing closing;

    private boolean isClosed;
    private volatile long oldestMillis = Long.MAX_VALUE;
    private volatile int unsaved;
    private volatile long bytes;
    private long measuredMillis = Long.MIN_VALUE;

    private record Closing(long untilMillis, Runnable closed) {}

    /**
     * A store of a node.
     *
     * @param isInMemory whether what is acknowledged need not be on the disk in 100 ms
     * @param unsavedMax the age of the oldest change that is not stored, over which changes are refused for a while
     */
    public ObjectStore(Store disk, Clock clock, boolean isInMemory, Duration unsavedMax) {
        this.disk = disk;
        this.clock = clock;
        this.unsavedMaxMillis = unsavedMax.toMillis();
        this.ofChanges = isInMemory ? DirtyKeys.Delay.LATER : DirtyKeys.Delay.SOON;
        this.writer = new StoreWriter(disk, clock);
        this.deadline = new DeadlineTask(clock, PAUSE, this::wake);
    }

    /** A store that keeps nothing. */
    public static ObjectStore inMemory(Clock clock) {
        return new ObjectStore(Store.NONE, clock, true, Duration.ZERO);
    }

    /** Whether anything is kept. */
    public boolean isKept() {
        return disk.isKept();
    }

    /** Names what is stored; before the first change. */
    public void bind(Source held) {
        source = held;
    }

    /** Reads what there was when this node stopped, or why it cannot be read: it may be another node's. */
    public void recover(NodeId id, BiConsumer<Recovered, Optional<StoreFailure>> reader) {
        disk.execute(() -> {
            try {
                StoredNode node = new StoredNode(disk);
                node.claim(id);
                reader.accept(node.recover(), Optional.empty());
            } catch (StoreFailure e) {
                reader.accept(Recovered.NOTHING, Optional.of(e));
            }
        });
    }

    /** What is under the key was changed by a put, update or remove, or came from another owner. */
    public void changed(Key key) {
        mark(key, ofChanges);
    }

    /** What is under the key was changed by a handler. */
    public void drifted(Key key) {
        mark(key, DirtyKeys.Delay.LATER);
    }

    /** What was changed under the key is to be on the disk within 100 ms. */
    public void hasten(Key key) {
        mark(key, DirtyKeys.Delay.SOON);
    }

    private void mark(Key key, DirtyKeys.Delay delay) {
        if (isKept()) {
            tell(() -> writer.changed(key, delay));
        }
    }

    /** Tells once all changes of the key up to now are on the disk, or why they are not. */
    public void whenSynced(Key key, Consumer<Optional<String>> told) {
        if (isKept()) {
            tell(() -> writer.await(key, told::accept));
        } else {
            told.accept(Optional.of("this node has no data directory"));
        }
    }

    /** Stores that no version up to this mark may be given again; no change is acknowledged under one above it. */
    public void clock(long mark) {
        if (isKept()) {
            tell(() -> writer.clock(mark));
        }
    }

    /** Reads the image of a key; empty if there is none that can be read. */
    public void read(Key key, Consumer<Optional<StorageCodec.StoredImage>> reader) {
        disk.execute(() -> reader.accept(read(key)));
    }

    private Optional<StorageCodec.StoredImage> read(Key key) {
        try {
            return disk.read(Store.Table.IMAGE, key.bytes()).map(StorageCodec::image);
        } catch (StoreFailure | MalformedInput e) {
            LOG.error("the image of {} in the data directory cannot be read", key, e);
            return Optional.empty();
        }
    }

    /** The refusal of changes while this node takes none, for now or any more; empty while it does. */
    public Optional<Refusal> refusal() {
        StoreWriter.Standing standing = writer.standing();
        if (standing instanceof StoreWriter.Standing.Full full) {
            return Optional.of(Refusal.retry(Refusal.Reason.QUOTA, full.why(), RETRY_MILLIS));
        }
        if (standing instanceof StoreWriter.Standing.Ended ended) {
            return Optional.of(Refusal.of(Refusal.Reason.NOT_READY, ended.why()));
        }
        if (isKept() && oldestUnsavedMillis() > unsavedMaxMillis / 2) {
            return Optional.of(Refusal.retry(
                    Refusal.Reason.RATE_LIMITED,
                    "the oldest change that is not on the disk of this node is over " + unsavedMaxMillis / 2
                            + " ms old",
                    RETRY_MILLIS));
        }
        return Optional.empty();
    }

    /** The age of the oldest change that is not written yet; 0 if there is none. */
    public long oldestUnsavedMillis() {
        long oldest = oldestMillis;
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, clock.millis() - oldest);
    }

    /** Keys whose content is not written yet. */
    public int unsaved() {
        return unsaved;
    }

    /** The bytes of the store on its disk, about. */
    public long bytes() {
        return bytes;
    }

    /**
     * Writes what is not written yet, and ends.
     *
     * @param mark as {@link #clock}
     * @param closed is told once the store is closed
     */
    public void close(long mark, Runnable closed) {
        tell(() -> {
            closing = new Closing(clock.millis() + CLOSE_MILLIS, closed);
            writer.clock(mark);
            writer.dirty().hasten(clock.millis());
        });
    }

    /** Ends without a write; for a node that never opened. */
    public void abandon() {
        disk.execute(() -> {
            isClosed = true;
            disk.close();
        });
    }

    private void tell(Runnable step) {
        inbox.add(step);
        wake();
    }

    private void wake() {
        if (isWoken.compareAndSet(false, true)) {
            disk.execute(this::work);
        }
    }

    private void work() {
        isWoken.set(false);
        if (isClosed) {
            return;
        }
        boolean isMore = take();
        for (Optional<DirtyKeys.Entry> next = writer.next(); next.isPresent(); next = writer.next()) {
            read(next.get());
        }
        isMore = take() || isMore;
        writer.write();
        oldestMillis = writer.dirty().oldest().orElse(Long.MAX_VALUE);
        unsaved = writer.dirty().size();
        measure();
        if (closing != null && (writer.isClean() || writer.hasEnded() || closing.untilMillis <= clock.millis())) {
            end();
            return;
        }
        deadline.ran(closing == null ? writer.nextDue() : Math.min(writer.nextDue(), closing.untilMillis));
        if (isMore) {
            wake();
        }
    }

    /** Once a second at most: it looks at files. */
    private void measure() {
        if (measuredMillis == Long.MIN_VALUE || clock.millis() - measuredMillis >= MEASURE_MILLIS) {
            measuredMillis = clock.millis();
            bytes = disk.bytes();
        }
    }

    /** Takes steps from the inbox; whether there may be more. */
    private boolean take() {
        for (int i = 0; i < STEPS_MAX; i++) {
            Runnable step = inbox.poll();
            if (step == null) {
                return false;
            }
            step.run();
        }
        return true;
    }

    private void read(DirtyKeys.Entry entry) {
        source.read(entry.key(), held -> tell(() -> writer.read(entry, held, closing != null)));
    }

    private void end() {
        if (!writer.hasEnded() && !writer.isClean()) {
            LOG.error(
                    "the node stops, and {} keys are not on its disk as it held them",
                    writer.dirty().size());
        }
        isClosed = true;
        deadline.cancel();
        disk.close();
        inbox.clear();
        closing.closed.run();
    }
}
