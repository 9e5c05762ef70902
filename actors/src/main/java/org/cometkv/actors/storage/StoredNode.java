package org.cometkv.actors.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.seam.Store;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node as its store has it: its id, its clock and the heads of its keys.
 *
 * <p>Not thread-safe; owned by the thread of its store, or by whoever starts the node.
 */
public final class StoredNode {

    private static final Logger LOG = LoggerFactory.getLogger(RocksStore.LOGGER);

    private static final byte[] ID = "node".getBytes(StandardCharsets.US_ASCII);

    private final Store disk;

    public StoredNode(Store disk) {
        this.disk = disk;
    }

    /** The id of the node whose store it is; empty for a new one. */
    public Optional<NodeId> id() throws StoreFailure {
        return disk.read(Store.Table.META, ID).map(bytes -> new NodeId(Key.of(bytes)));
    }

    /**
     * The store is this node's from now on.
     *
     * @throws StoreFailure if it is another node's
     */
    public void claim(NodeId node) throws StoreFailure {
        Optional<NodeId> owner = id();
        if (owner.isEmpty()) {
            disk.write(List.of(new Store.Entry(
                    Store.Table.META, ID, Optional.of(node.point().bytes()))));
            disk.sync();
        } else if (!owner.get().equals(node)) {
            throw new StoreFailure(
                    StoreFailure.Kind.BROKEN,
                    "the data directory is that of node " + owner.get() + ", and this node is " + node
                            + " (comet.node.id)");
        }
    }

    /** Reads all that a node needs to start. */
    Recovered recover() throws StoreFailure {
        long clock = clock();
        Heads heads = new Heads();
        try {
            disk.each(Store.Table.HEAD, heads::read);
        } catch (StoreFailure e) {
            if (e.kind() != StoreFailure.Kind.DAMAGED) {
                throw e;
            }
            disk.salvage();
            heads = new Heads();
            disk.each(Store.Table.HEAD, heads::read);
        }
        if (heads.damaged > 0) {
            LOG.error(
                    "{} heads in the data directory cannot be read: this node does not hold them any more",
                    heads.damaged);
        }
        return new Recovered(heads.heads, Math.max(clock, heads.newest), heads.damaged);
    }

    /** A mark that cannot be read is none: what the node holds bounds its clock as well. */
    private long clock() throws StoreFailure {
        Optional<byte[]> stored = disk.read(Store.Table.META, StoreWriter.CLOCK);
        try {
            return stored.map(StorageCodec::number).orElse(0L);
        } catch (MalformedInput e) {
            LOG.error(
                    "the clock in the data directory cannot be read; this node goes on from the newest version it holds",
                    e);
            return 0;
        }
    }

    /** The heads that were read. */
    private static final class Heads {

        private final List<StoredHead> heads = new ArrayList<>();
        private long newest;
        private int damaged;

        private void read(byte[] key, byte[] value) {
            try {
                StoredHead head = StorageCodec.head(value);
                long clock = head instanceof StoredHead.Live live
                        ? live.header().version().clock()
                        : ((StoredHead.Gone) head).content().version().clock();
                newest = Math.max(newest, clock);
                heads.add(head);
            } catch (MalformedInput e) {
                damaged++;
            }
        }
    }
}
