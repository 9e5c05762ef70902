package org.cometkv.actors.objects;

import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.wire.Header;
import org.cometkv.routing.Key;

/**
 * The header of the object under one key, written by its actor and read by its supervisor, who need not ask it.
 * Thread-safe.
 */
public final class Placard {

    private final Consumer<Key> changed;
    private volatile Header header;

    /** @param changed told of the key whenever the header is another one; the same for all objects of a node */
    public Placard(Consumer<Key> changed) {
        this.changed = changed;
    }

    /** The header as of the last commit; empty until the first object is stored. */
    public Optional<Header> header() {
        return Optional.ofNullable(header);
    }

    void show(Header now) {
        header = now;
        changed.accept(now.key());
    }
}
