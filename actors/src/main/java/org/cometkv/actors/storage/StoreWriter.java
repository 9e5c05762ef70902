package org.cometkv.actors.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.routing.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer of a store: batches of what has changed, and one sync for all who wait for one.
 *
 * <p>Not thread-safe; owned by the thread of its store.
 */
final class StoreWriter {

    static final byte[] CLOCK = "clock".getBytes(StandardCharsets.US_ASCII);

    private static final Logger LOG = LoggerFactory.getLogger(RocksStore.LOGGER);

    /** Keys that are read at a time: as many images are in memory at most. */
    private static final int OUT_MAX = 1_000;

    /** From a write to its sync: half of the 100 ms that what was acknowledged may take to the disk. */
    private static final long SYNC_MILLIS = 40;

    private static final long FULL_RETRY_MILLIS = 1_000;

    /** The standing of the store, which other threads read. */
    sealed interface Standing {
        Standing SOUND = new Sound();

        record Sound() implements Standing {}

        /** The disk is full; it is tried again. */
        record Full(String why) implements Standing {}

        /** The store has ended. */
        record Ended(String why) implements Standing {}
    }

    private final Store disk;
    private final Clock clock;
    private final DirtyKeys dirty = new DirtyKeys();
    private final List<Store.Entry> batch = new ArrayList<>();
    /** Told once the batch is written. */
    private final List<Runnable> whenWritten = new ArrayList<>();
    /** Those who wait for what is in the batch, or for what was written since the last sync. */
    private final List<DirtyKeys.Waiter> unsynced = new ArrayList<>();

    private boolean isUnsynced;
    private boolean isHurried;
    private long writtenMillis;
    private long retryMillis = Long.MIN_VALUE;
    private volatile Standing standing = Standing.SOUND;

    StoreWriter(Store disk, Clock clock) {
        this.disk = disk;
        this.clock = clock;
    }

    DirtyKeys dirty() {
        return dirty;
    }

    /** May be called by any thread. */
    Standing standing() {
        return standing;
    }

    boolean hasEnded() {
        return standing instanceof Standing.Ended;
    }

    /** Tells the waiter once all changes of the key so far are on the disk. */
    void await(Key key, DirtyKeys.Waiter waiter) {
        if (standing instanceof Standing.Ended ended) {
            waiter.accept(Optional.of(ended.why()));
        } else if (standing instanceof Standing.Full full) {
            waiter.accept(Optional.of(full.why()));
        } else if (!dirty.await(key, waiter, clock.millis())) {
            if (isUnsynced || !batch.isEmpty()) {
                unsynced.add(waiter);
            } else {
                waiter.accept(Optional.empty());
            }
        }
    }

    /** What is under the key has changed. */
    void changed(Key key, DirtyKeys.Delay delay) {
        if (!hasEnded()) {
            dirty.changed(key, delay, clock.millis());
        }
    }

    /** The clock is stored with the next write, which is synced at once. */
    void clock(long mark) {
        if (hasEnded()) {
            return;
        }
        batch.add(new Store.Entry(Store.Table.META, CLOCK, Optional.of(StorageCodec.encode(mark))));
        isHurried = true;
    }

    /** The next key to read; empty if none is due or there is no room for more. */
    Optional<DirtyKeys.Entry> next() {
        return hasEnded() || isWaitingForRoom() || dirty.out() >= OUT_MAX
                ? Optional.empty()
                : dirty.take(clock.millis());
    }

    private boolean isWaitingForRoom() {
        return retryMillis > clock.millis();
    }

    /** What is held under a key was read. */
    void read(DirtyKeys.Entry entry, Source.Held held, boolean isLast) {
        if (held == Source.Other.UNSETTLED && !isLast) {
            dirty.unsettled(entry, clock.millis());
            return;
        }
        List<DirtyKeys.Waiter> waited = dirty.read(entry, clock.millis());
        unsynced.addAll(waited);
        add(entry.key(), held);
    }

    private void add(Key key, Source.Held held) {
        byte[] place = key.bytes();
        long wall = clock.wallMillis();
        if (held instanceof Source.Live live) {
            Image image = live.image();
            OptionalLong due =
                    image.timers().values().stream().mapToLong(Long::longValue).min();
            put(
                    Store.Table.HEAD,
                    place,
                    StorageCodec.encode(new StoredHead.Live(image.header(), live.bytes(), wall, due)));
            put(Store.Table.IMAGE, place, StorageCodec.encode(new StorageCodec.StoredImage(image, wall)));
        } else if (held instanceof Source.Asleep asleep) {
            put(Store.Table.HEAD, place, asleep.head());
            put(Store.Table.IMAGE, place, asleep.image());
            whenWritten.add(asleep.written());
        } else if (held instanceof Source.Gone gone) {
            put(
                    Store.Table.HEAD,
                    place,
                    StorageCodec.encode(new StoredHead.Gone(gone.content(), gone.lineage(), wall)));
            remove(Store.Table.IMAGE, place);
        } else if (held == Source.Other.NOTHING) {
            remove(Store.Table.HEAD, place);
            remove(Store.Table.IMAGE, place);
        }
    }

    private void put(Store.Table table, byte[] key, byte[] value) {
        batch.add(new Store.Entry(table, key, Optional.of(value)));
    }

    private void remove(Store.Table table, byte[] key) {
        batch.add(new Store.Entry(table, key, Optional.empty()));
    }

    /** Writes what was read, and syncs if somebody waits for it or the time has come. */
    void write() {
        if (hasEnded() || isWaitingForRoom()) {
            return;
        }
        try {
            writeBatch();
            if (isUnsynced && (isHurried || !unsynced.isEmpty() || syncDue() <= clock.millis())) {
                disk.sync();
                isUnsynced = false;
                isHurried = false;
            }
            if (!isUnsynced) {
                tell(Optional.empty());
            }
        } catch (StoreFailure e) {
            end(e);
        }
    }

    private void writeBatch() throws StoreFailure {
        if (batch.isEmpty()) {
            return;
        }
        try {
            disk.write(batch);
        } catch (StoreFailure e) {
            if (e.kind() != StoreFailure.Kind.FULL) {
                throw e;
            }
            full(e.getMessage());
            return;
        }
        batch.clear();
        whenWritten.forEach(Runnable::run);
        whenWritten.clear();
        writtenMillis = isUnsynced ? writtenMillis : clock.millis();
        isUnsynced = true;
        if (standing instanceof Standing.Full) {
            standing = Standing.SOUND;
            LOG.info("the data directory has room again: changes are taken");
        }
    }

    /** What is in the batch stays there, and is written when there is room. */
    private void full(String why) {
        if (!(standing instanceof Standing.Full)) {
            LOG.warn("{}: changes are refused until there is room", why);
        }
        standing = new Standing.Full(why);
        retryMillis = clock.millis() + FULL_RETRY_MILLIS;
        tell(Optional.of(why));
    }

    /** Of a sync that failed nobody knows what it left on the disk: trying again would only seem to mend it. */
    private void end(StoreFailure failure) {
        String why = "the store of this node has ended: " + failure.getMessage();
        LOG.error(why, failure);
        standing = new Standing.Ended(why);
        batch.clear();
        whenWritten.clear();
        tell(Optional.of(why));
        dirty.clear().forEach(waiter -> waiter.accept(Optional.of(why)));
    }

    private long syncDue() {
        return isUnsynced ? writtenMillis + SYNC_MILLIS : Long.MAX_VALUE;
    }

    private void tell(Optional<String> failure) {
        List<DirtyKeys.Waiter> told = List.copyOf(unsynced);
        unsynced.clear();
        told.forEach(waiter -> waiter.accept(failure));
    }

    /** Whether all that was changed is on the disk. */
    boolean isClean() {
        return dirty.isEmpty() && batch.isEmpty() && !isUnsynced;
    }

    /** When there is something to do next, by the clock; {@link Long#MAX_VALUE} if nothing is. */
    long nextDue() {
        if (hasEnded()) {
            return Long.MAX_VALUE;
        }
        if (isWaitingForRoom()) {
            return retryMillis;
        }
        return Math.min(syncDue(), dirty.out() >= OUT_MAX ? Long.MAX_VALUE : dirty.nextDue());
    }
}
