package org.cometkv.actors.storage;

import java.util.List;
import org.cometkv.actors.wire.StoredHead;

/**
 * The content of a store as a node finds it when it starts.
 *
 * @param heads of all keys, but for those that cannot be read
 * @param clock no version up to it may be given again
 * @param damaged heads that could not be read
 */
public record Recovered(List<StoredHead> heads, long clock, int damaged) {

    /** A node that begins with nothing. */
    public static final Recovered NOTHING = new Recovered(List.of(), 0, 0);

    public Recovered {
        heads = List.copyOf(heads);
    }
}
