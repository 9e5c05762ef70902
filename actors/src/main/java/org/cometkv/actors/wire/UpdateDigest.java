package org.cometkv.actors.wire;

import org.cometkv.aso.Version;

/**
 * A digest of the updates that an object took since its lineage began: their number, and a hash that does not depend on
 * their order. Immutable.
 */
public record UpdateDigest(long count, long hash) {

    /** The digest of no update. */
    public static final UpdateDigest NONE = new UpdateDigest(0, 0);

    /** The digest with one update more. */
    public UpdateDigest plus(Version update) {
        return new UpdateDigest(count + 1, hash + hash(update));
    }

    /** A hash whose sums differ for different sets of versions, but for chance. */
    private static long hash(Version version) {
        return HashMixing.mixed(
                version.clock() * 0x9E3779B97F4A7C15L ^ version.node().point().a());
    }
}
