package org.cometkv.actors;

import org.cometkv.actors.wire.Terms;

/**
 * The time at which a change is on the disks of the owners that have a data directory; the others hold it in memory all
 * the same. Where a call does not say, each owner's {@code comet.storage.durability} does.
 */
public enum Durability {
    /** A second or so after it is acknowledged. */
    MEMORY(Terms.Saved.MEMORY),
    /** 100 ms after it is acknowledged, at the latest. */
    BATCH(Terms.Saved.BATCH),
    /** Before it is acknowledged: synced, so that it survives the end of the machine. */
    SYNC(Terms.Saved.SYNC);

    private final Terms.Saved saved;

    Durability(Terms.Saved saved) {
        this.saved = saved;
    }

    Terms.Saved saved() {
        return saved;
    }
}
