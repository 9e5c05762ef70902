package org.cometkv.actors.wire;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;

/**
 * The codec of what is at rest: an image with the same fields as on the wire, and its head.
 *
 * <p>Each record is
 *
 * <pre>
 *   1 byte   version of the format
 *   4 bytes  CRC-32C of the version and the body
 *   n bytes  body
 * </pre>
 *
 * <p>Readers throw {@link MalformedInput} for a record of another version or checksum, and for whatever cannot have
 * been written.
 */
public final class StorageCodec {

    /** The version of the format of records. A reader knows this one and those before it. */
    public static final int VERSION = 2;

    /** The first version whose images have notes. */
    private static final int WITH_NOTES = 2;

    /** Errors, lines of a log and changes that were taken back have bounds of their own, which are below this. */
    private static final int NOTES_BYTES_MAX = 1 << 20;

    private static final int ENVELOPE = 1 + Integer.BYTES;

    private StorageCodec() {}

    /**
     * An image as it was stored.
     *
     * @param savedMillis when, since 1970: its timers' times are left from then on
     * @param notes of the node about an object that sleeps, as their owner encodes them; shared, not to be written to
     */
    public record StoredImage(Image image, long savedMillis, byte[] notes) {

        private static final byte[] NO_NOTES = {};

        /** An object that is not asleep, or a value. */
        public StoredImage(Image image, long savedMillis) {
            this(image, savedMillis, NO_NOTES);
        }
    }

    public static byte[] encode(StoredImage stored) {
        ByteOutput out = open();
        out.number(stored.savedMillis());
        WireFields.image(out, stored.image());
        out.bytes(stored.notes(), NOTES_BYTES_MAX);
        return sealed(out);
    }

    public static StoredImage image(byte[] stored) {
        Input in = body(stored);
        long savedMillis = in.number();
        Image image = WireFields.image(in);
        byte[] notes = stored[0] < WITH_NOTES ? StoredImage.NO_NOTES : in.bytes(NOTES_BYTES_MAX);
        in.end();
        return new StoredImage(image, savedMillis, notes);
    }

    public static byte[] encode(StoredHead head) {
        ByteOutput out = open();
        if (head instanceof StoredHead.Live live) {
            out.flag(true);
            WireFields.header(out, live.header());
            out.integer(live.bytes());
            out.number(live.savedMillis());
            out.optionalNumber(live.dueMillis());
        } else {
            StoredHead.Gone gone = (StoredHead.Gone) head;
            out.flag(false);
            WireFields.gone(out, gone.content());
            out.optional(gone.lineage(), WireFields::version);
            out.number(gone.sinceMillis());
        }
        return sealed(out);
    }

    public static StoredHead head(byte[] stored) {
        Input in = body(stored);
        StoredHead head = in.flag()
                ? new StoredHead.Live(WireFields.header(in), in.integer(), in.number(), in.optionalNumber())
                : new StoredHead.Gone(WireFields.gone(in), in.optional(WireFields::version), in.number());
        in.end();
        return head;
    }

    /** A number under a checksum. */
    public static byte[] encode(long number) {
        ByteOutput out = open();
        out.word(number);
        return sealed(out);
    }

    public static long number(byte[] stored) {
        Input in = body(stored);
        long number = in.word();
        in.end();
        return number;
    }

    private static ByteOutput open() {
        ByteOutput out = new ByteOutput();
        out.octet(VERSION);
        out.half(0);
        return out;
    }

    private static byte[] sealed(ByteOutput out) {
        byte[] record = out.toBytes();
        ByteBuffer.wrap(record).putInt(1, checksum(record));
        return record;
    }

    private static Input body(byte[] record) {
        if (record.length < ENVELOPE) {
            throw new MalformedInput("a record of " + record.length + " bytes is none");
        }
        if (ByteBuffer.wrap(record).getInt(1) != checksum(record)) {
            throw new MalformedInput("a record has another checksum than it was written with");
        }
        int version = record[0] & 0xff;
        if (version < 1 || version > VERSION) {
            throw new MalformedInput("a record is of format " + version + "; this program knows format " + VERSION);
        }
        return new Input(ByteBuffer.wrap(record, ENVELOPE, record.length - ENVELOPE));
    }

    private static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record, 0, 1);
        checksum.update(record, ENVELOPE, record.length - ENVELOPE);
        return (int) checksum.getValue();
    }
}
