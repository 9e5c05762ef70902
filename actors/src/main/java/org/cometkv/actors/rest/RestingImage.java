package org.cometkv.actors.rest;

import java.util.OptionalLong;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.aso.Script;

/**
 * The image of an object that sleeps in memory, with its host's notes, encoded and under a checksum. Immutable.
 *
 * @param bytes a record of {@link StorageCodec}
 * @param head the record of its head if it is to be stored; else empty
 * @param script of the object if the record is without it; {@link Script#NONE} if it is in the record
 */
public record RestingImage(byte[] bytes, byte[] head, Script script) {

    private static final byte[] NO_HEAD = {};

    /** An object as it came to rest. */
    public record Opened(Image image, ObjectNotes notes) {}

    /**
     * The record of an object that is about to sleep.
     *
     * @param savedMillis when, since 1970
     */
    public static RestingImage of(Image image, ObjectNotes notes, long savedMillis) {
        return new RestingImage(encode(withScript(image, Script.NONE), notes, savedMillis), NO_HEAD, image.script());
    }

    /**
     * The record of an object that is about to sleep in a store, with its script and its head.
     *
     * @param bytes that it counts for in quotas there
     * @param dueMillis when its first timer is due, from then on; empty if it has none
     */
    public static RestingImage forStore(
            Image image, ObjectNotes notes, long savedMillis, int bytes, OptionalLong dueMillis) {
        byte[] head = StorageCodec.encode(new StoredHead.Live(image.header(), bytes, savedMillis, dueMillis));
        return new RestingImage(encode(image, notes, savedMillis), head, Script.NONE);
    }

    private static byte[] encode(Image image, ObjectNotes notes, long savedMillis) {
        return StorageCodec.encode(new StorageCodec.StoredImage(image, savedMillis, notes.encode()));
    }

    /** The same, with another instance of the script. */
    public RestingImage sharing(Script same) {
        return new RestingImage(bytes, head, same);
    }

    /**
     * The object.
     *
     * @throws org.cometkv.aso.codec.MalformedInput if the bytes are not those that were written
     */
    public Opened open() {
        StorageCodec.StoredImage stored = StorageCodec.image(bytes);
        Image image = script.isEmpty() ? stored.image() : withScript(stored.image(), script);
        return new Opened(image, ObjectNotes.decode(stored.notes()));
    }

    private static Image withScript(Image image, Script script) {
        return new Image(image.header(), script, image.state(), image.timers(), image.recent());
    }
}
