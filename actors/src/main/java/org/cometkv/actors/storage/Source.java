package org.cometkv.actors.storage;

import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/** A source of what a node holds, from which its store is written. Thread-safe. */
public interface Source {

    /** The content of one key as the node holds it. */
    sealed interface Held {}

    /**
     * An object or value.
     *
     * @param bytes that it counts for in quotas
     */
    record Live(Image image, int bytes) implements Held {}

    /**
     * An object that sleeps, encoded already.
     *
     * @param written is run once both are written, on the thread of the store
     */
    record Asleep(byte[] head, byte[] image, Runnable written) implements Held {}

    /** A tombstone; with the lineage of an object that ended itself. */
    record Gone(KeyContent.Gone content, Optional<Version> lineage) implements Held {}

    /** What is not written. */
    enum Other implements Held {
        /** The key is empty. */
        NOTHING,
        /** It is as the store has it. */
        UNCHANGED,
        /** What will be there is being decided. */
        UNSETTLED
    }

    /** Tells what is held under a key, once, on any thread: what it was after all changes that were told before. */
    void read(Key key, Consumer<Held> reader);
}
