package org.cometkv.actors.wire;

import java.util.List;
import org.cometkv.routing.Contact;

/**
 * The terms on which a change is sent.
 *
 * @param owners how many owners its sender takes the key to have; 0 where it goes to others as well
 * @param ownersHash of their ids in order; see {@link #hash}
 * @param millis how long it may wait until it begins; 0 is as long as it takes
 * @param saved when it is on the disks of those that have one
 */
public record Terms(int owners, long ownersHash, int millis, Saved saved) {

    /** When a change is on the disk. Append only: the order is on the wire. */
    public enum Saved {
        /** As the node that takes it is configured. */
        AS_CONFIGURED,
        /** After a while. */
        MEMORY,
        /** Within 100 ms of its acknowledgement. */
        BATCH,
        /** Before its acknowledgement. */
        SYNC
    }

    /** No terms: whoever is asked, whenever. */
    public static final Terms NONE = new Terms(0, 0, 0);

    /** Terms of a change that is saved as its nodes are configured. */
    public Terms(int owners, long ownersHash, int millis) {
        this(owners, ownersHash, millis, Saved.AS_CONFIGURED);
    }

    /** The terms that a change goes to these owners and begins within so many milliseconds. */
    public static Terms of(List<Contact> owners, int millis) {
        return new Terms(owners.size(), hash(owners), millis);
    }

    /** The terms that are left after so many milliseconds. */
    Terms after(long passedMillis) {
        return millis == 0 ? this : new Terms(owners, ownersHash, (int) Math.max(1, millis - passedMillis), saved);
    }

    /** The same terms, but for when the change is on the disk. */
    public Terms saved(Saved when) {
        return new Terms(owners, ownersHash, millis, when);
    }

    /** Whether it is sent to a node beside the owners, all of which hold nothing. */
    public boolean areBesideOwners() {
        return owners == 0 && millis > 0;
    }

    /** Whether it is sent to these owners. */
    public boolean name(List<Contact> others) {
        return owners == others.size() && ownersHash == hash(others);
    }

    private static long hash(List<Contact> owners) {
        long hash = owners.size();
        for (Contact owner : owners) {
            hash = hash * 0x9E3779B97F4A7C15L
                    + owner.id().point().a()
                    + 31 * owner.id().point().d();
        }
        return hash;
    }
}
