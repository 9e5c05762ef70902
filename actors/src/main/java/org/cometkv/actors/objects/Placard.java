package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.wire.Header;

/**
 * The header of the object under one key, written by its actor and read by its supervisor, who need not ask it.
 * Thread-safe.
 */
public final class Placard {

    private volatile Header header;

    /** The header as of the last commit; empty until the first object is stored. */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    void show(Header now) {
        header = now;
    }
}
