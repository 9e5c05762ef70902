package org.cometkv.actors.seam;

import java.util.List;
import java.util.Optional;

/**
 * The seam to the disk: tables of bytes that a node finds again when it starts anew.
 *
 * <p>What is written is read at once, and survives the end of the process or the machine once it is synced. All methods
 * but {@link #isKept} and {@link #execute} block, and are called within {@link #execute} or before the node starts.
 */
public interface Store {

    /** A store of a node without a disk: nothing is kept. */
    Store NONE = new Store() {
        @Override
        public boolean isKept() {
            return false;
        }

        @Override
        public void execute(Runnable work) {
            throw new UnsupportedOperationException("this node has no disk");
        }

        @Override
        public void each(Table table, Reader reader) {
            // It has no entries.
        }

        @Override
        public Optional<byte[]> read(Table table, byte[] key) {
            return Optional.empty();
        }

        @Override
        public void write(List<Entry> batch) {
            throw new UnsupportedOperationException("this node has no disk");
        }

        @Override
        public void sync() {
            // There is nothing to sync.
        }

        @Override
        public Optional<String> salvage() {
            return Optional.empty();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** The tables of a store. The order of their constants is not stored, their names are. */
    enum Table {
        /** What is under each key, in brief: all that a node reads when it starts. */
        HEAD,
        /** The image of each object and value. */
        IMAGE,
        /** The node itself: its id, its clock. */
        META
    }

    /**
     * A change of one entry.
     *
     * @param value empty removes the entry
     */
    record Entry(Table table, byte[] key, Optional<byte[]> value) {}

    /** A reader of entries, in the order of their keys as unsigned bytes. */
    interface Reader {
        void read(byte[] key, byte[] value);
    }

    /** Whether anything that is written is kept. */
    boolean isKept();

    /** Runs this work after all that was given before, on a thread that may block. */
    void execute(Runnable work);

    /** Reads all entries of a table. */
    void each(Table table, Reader reader) throws StoreFailure;

    /** The value of a key; empty if there is none. */
    Optional<byte[]> read(Table table, byte[] key) throws StoreFailure;

    /** Writes these entries, all or none of them. */
    void write(List<Entry> batch) throws StoreFailure;

    /** Returns once all that was written is on the disk, whatever happens to the machine. */
    void sync() throws StoreFailure;

    /**
     * Sets aside what is damaged and keeps what can be read of it.
     *
     * @return what was set aside, in a sentence; empty if nothing was damaged
     */
    Optional<String> salvage() throws StoreFailure;

    /** The bytes that the store takes on the disk, about. */
    long bytes();

    /** Ends the store; what was written and not synced may be lost. */
    void close();
}
