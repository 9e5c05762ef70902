package org.cometkv.actors.wire;

import java.util.Optional;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Version;

/**
 * A digest of what a replica holds under a key, and the order among the digests of one key: by lineage, then version,
 * then number of updates and their hash, where a tombstone's lineage is its version. Immutable.
 *
 * <p>Two live objects of different lineages are the exception: one that a put of an empty key made and that is not
 * confirmed loses to a confirmed one that it should have found.
 */
public sealed interface KeyDigest {

    /** A key under which nothing is held. */
    record Nothing() implements KeyDigest {}

    /** A tombstone. */
    record Gone(Version version) implements KeyDigest {}

    /**
     * An object or passive value.
     *
     * @param replicas how many owners it should have
     * @param foundGone of an object that is not confirmed, the version that its put found gone; see {@link Header}
     */
    record Live(
            Version lineage,
            Version version,
            UpdateDigest updates,
            Accept accept,
            int replicas,
            Optional<Version> foundGone)
            implements KeyDigest {

        private boolean shouldHaveFound(Live other) {
            return foundGone.isPresent()
                    && other.foundGone().isEmpty()
                    && other.lineage().isNewerThan(foundGone.get());
        }
    }

    /** The digest of a key under which nothing is held. */
    KeyDigest NOTHING = new Nothing();

    static KeyDigest of(Header header) {
        return new Live(
                header.lineage(),
                header.version(),
                header.updates(),
                header.accept(),
                header.replicas(),
                header.foundGone());
    }

    /** Whether this one comes after the other: whoever holds the other takes this one. */
    default boolean beats(KeyDigest other) {
        if (this instanceof Live mine && other instanceof Live theirs && !mine.lineage.equals(theirs.lineage)) {
            if (mine.shouldHaveFound(theirs)) {
                return false;
            }
            if (theirs.shouldHaveFound(mine)) {
                return true;
            }
        }
        return compare(this, other) > 0;
    }

    /** Whether the change of this version made it, or is the last one that it took. */
    default boolean isOf(Version change) {
        return !(this instanceof Nothing)
                && (lineage().equals(change) || version().equals(change));
    }

    /** Whether its last change has a version after this instant. */
    default boolean isSince(long wallMillis) {
        return !(this instanceof Nothing) && version().millis() > wallMillis;
    }

    /** A hash of lineage, version and updates, the same on every node. */
    default long hash() {
        if (this instanceof Nothing) {
            return 0;
        }
        long hash = hash(lineage()) * 31 + hash(version());
        return this instanceof Live live ? hash * 31 + live.updates.hash() + live.updates.count() : ~hash;
    }

    private static long hash(Version version) {
        return version.clock() * 0x9E3779B97F4A7C15L + version.node().point().a();
    }

    private static int compare(KeyDigest a, KeyDigest b) {
        if (a instanceof Nothing || b instanceof Nothing) {
            return Boolean.compare(!(a instanceof Nothing), !(b instanceof Nothing));
        }
        int order = a.lineage().compareTo(b.lineage());
        if (order == 0) {
            order = a.version().compareTo(b.version());
        }
        if (order == 0) {
            order = Long.compare(a.count(), b.count());
        }
        // Which of two that took other updates wins is the same everywhere, and else does not matter.
        return order != 0 ? order : Long.compare(a.updatesHash(), b.updatesHash());
    }

    private long updatesHash() {
        return this instanceof Live live ? live.updates.hash() : 0;
    }

    private Version lineage() {
        return this instanceof Live live ? live.lineage : version();
    }

    private Version version() {
        return this instanceof Live live ? live.version : ((Gone) this).version;
    }

    private long count() {
        return this instanceof Live live ? live.updates.count() : 0;
    }
}
