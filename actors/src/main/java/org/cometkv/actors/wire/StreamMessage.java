package org.cometkv.actors.wire;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/**
 * A message of a stream. Immutable, and shared by all its subscribers on a node.
 *
 * @param number from 1, each one more than that of the message before
 * @param conflate the key under which a later message may take the place of this one
 * @param tags of which a subscriber that filters wants one
 * @param digest of all changes that the replica took up to this message: equal at another replica that took the same
 *     ones; 0 where no change caused it
 * @param bytes that it takes, about; not sent
 */
public record StreamMessage(
        long number, Value value, Optional<String> conflate, List<String> tags, long digest, int bytes) {

    /** The digest of a message that no change caused. */
    public static final long NO_CHANGE = 0;

    private static final int FIELD_BYTES = 32;

    public StreamMessage {
        tags = List.copyOf(tags);
    }

    /** A message whose bytes are counted. */
    public StreamMessage(long number, Value value, Optional<String> conflate, List<String> tags, long digest) {
        this(number, value, conflate, tags, digest, size(value, conflate, tags));
    }

    /**
     * The digest of an object's changes.
     *
     * @param behind how many messages that the last of them caused come behind the one that this is of
     */
    public static long digest(Version lineage, UpdateDigest updates, int behind) {
        long made = HashMixing.mixed(
                lineage.clock() * 0x9E3779B97F4A7C15L ^ lineage.node().point().a());
        long all = HashMixing.mixed(made + updates.count() * 0xD6E8FEB86659FD93L ^ updates.hash()) + behind;
        return all == NO_CHANGE ? 1 : all;
    }

    /** The bytes that a message takes, about. */
    public static int size(Value value, Optional<String> conflate, List<String> tags) {
        int bytes =
                FIELD_BYTES + WireSize.of(value) + conflate.map(String::length).orElse(0);
        for (int i = 0; i < tags.size(); i++) {
            bytes += tags.get(i).length() + 1;
        }
        return bytes;
    }
}
