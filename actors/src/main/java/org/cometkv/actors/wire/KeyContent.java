package org.cometkv.actors.wire;

import java.util.Optional;
import org.cometkv.actors.trust.Identity;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** The content of one key as one owner hands it to another. Immutable. */
public sealed interface KeyContent permits Image, KeyContent.Gone {

    Key key();

    /** What it is, in brief. */
    KeyDigest digest();

    /**
     * The tombstone of a removed or expired object.
     *
     * @param author of the object or of its remove, if signed
     * @param serial the last one that the author signed; 0 for an unsigned object
     */
    record Gone(Key key, Version version, Optional<Identity> author, long serial) implements KeyContent {
        @Override
        public KeyDigest digest() {
            return new KeyDigest.Gone(version);
        }
    }
}
