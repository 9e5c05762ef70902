package org.cometkv.actors.wire;

import java.util.Optional;
import java.util.OptionalLong;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** The head of a stored key: all that a node needs to know of it before anybody asks for it. Immutable. */
public sealed interface StoredHead {

    Key key();

    /**
     * The head of an object or value.
     *
     * @param bytes that it counts for in quotas
     * @param savedMillis when it was written, since 1970
     * @param dueMillis how long after that its first timer fires; empty if it has none
     */
    record Live(Header header, int bytes, long savedMillis, OptionalLong dueMillis) implements StoredHead {
        @Override
        public Key key() {
            return header.key();
        }
    }

    /**
     * A tombstone.
     *
     * @param lineage of an object that ended itself, on this node alone
     * @param sinceMillis when it was written, since 1970
     */
    record Gone(KeyContent.Gone content, Optional<Version> lineage, long sinceMillis) implements StoredHead {
        @Override
        public Key key() {
            return content.key();
        }
    }
}
