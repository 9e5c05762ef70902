package org.cometkv.actors.objects;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.rest.RestingImage;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.routing.Key;

/** The content of one key on a node: an object's actor, a value or a tombstone. Immutable. */
public sealed interface Slot {

    /** The time after which a request comes again that met an object being put. */
    long RETRY_MILLIS = 100;

    /** What is held, in brief, as other owners are told it. */
    KeyDigest digest();

    /** What is held here, as another owner takes it; empty for what is told to none, and for an object that runs. */
    default Optional<KeyContent> content(Key key) {
        return Optional.empty();
    }

    /** The version of what a put of an empty key finds gone here; empty if there was nothing. */
    default Optional<Version> gone() {
        return Optional.empty();
    }

    /** Whether a request finds something here. */
    default boolean isLive(long wallMillis) {
        return false;
    }

    /**
     * An object that runs: its state is its actor's.
     *
     * @param before what was under the key before the first object is stored; empty if that was nothing
     */
    record Active(ActorRef actor, Placard placard, Optional<Slot> before) implements Slot {
        @Override
        public KeyDigest digest() {
            return placard.header()
                    .map(KeyDigest::of)
                    .or(() -> before.map(Slot::digest))
                    .orElse(KeyDigest.NOTHING);
        }
    }

    /** An object that needs no actor. */
    sealed interface Held extends Slot {

        Header header();

        /** The bytes it counts for in quotas. */
        int bytes();

        /** The wheel's timer of its end, or -1. */
        int timer();

        /** What it is charged for. */
        default Charge charge() {
            return new Charge(header().writer(), bytes());
        }

        default boolean isExpired(long wallMillis) {
            return header().isExpired(wallMillis);
        }

        @Override
        default boolean isLive(long wallMillis) {
            return !isExpired(wallMillis);
        }

        @Override
        default KeyDigest digest() {
            return KeyDigest.of(header());
        }

        @Override
        default Optional<Version> gone() {
            return Optional.of(header().lineage());
        }

        /** What it leaves when its time to live is over. */
        default Optional<Slot> remains() {
            return Tombstone.afterExpiry(header());
        }
    }

    /**
     * A passive value: it needs no actor and no Lua state.
     *
     * @param timer the wheel's timer of its expiry, or -1
     */
    record Passive(Header header, Value value, int bytes, int timer) implements Held {

        /**
         * The value that a put describes, without a timer.
         *
         * @throws IllegalArgumentException if a reserved field is out of its range
         */
        public static Passive of(Wire.Put put, NodeContext node) {
            Policy policy = Policy.of(put.fields(), node.limits());
            int replicas = node.settings().replicas(policy);
            return new Passive(Header.of(put, policy, replicas), put.value(), HeldBytes.of(put.value()), -1);
        }

        /**
         * The value that a put describes, in place of what it found.
         *
         * @throws IllegalArgumentException if a reserved field is out of its range
         */
        public static Passive of(Wire.Put put, NodeContext node, Optional<Slot> found) {
            Passive passive = of(put, node);
            return passive.with(inPlaceOf(passive.header, put, found));
        }

        /**
         * The value that an image of another node holds; empty if it holds none, or one over the limit. A signed one
         * may have a higher limit, which its own nodes checked.
         */
        public static Optional<Passive> of(Image image, Limits limits) {
            boolean isTooLarge = image.header().signature().isEmpty() && image.state().length > limits.valueBytes();
            return isTooLarge ? Optional.empty() : of(image);
        }

        /** The value that an image holds; empty if it holds none. */
        public static Optional<Passive> of(Image image) {
            try {
                Input in = new Input(image.state());
                Value value = ValueCodec.read(in);
                in.end();
                return Optional.of(new Passive(image.header(), value, HeldBytes.of(value), -1));
            } catch (MalformedInput e) {
                return Optional.empty();
            }
        }

        /** The same value, of which its coordinator said that its put succeeded; unchanged if another put made it. */
        public Passive confirmed(Version put) {
            return header.lineage().equals(put) ? with(header.confirmed()) : this;
        }

        @Override
        public Optional<KeyContent> content(Key key) {
            return Optional.of(image());
        }

        private Image image() {
            ByteOutput out = new ByteOutput();
            ValueCodec.write(out, value);
            return new Image(header, Script.NONE, out.toBytes(), Map.of());
        }

        /** The same value under another header. */
        public Passive with(Header changed) {
            return new Passive(changed, value, bytes, timer);
        }

        /** The reply to a get. */
        public ReplicaReply answer() {
            return new ReplicaReply.Answered(value, header.version(), Usage.NONE);
        }

        public Passive withTimer(int itsTimer) {
            return new Passive(header, value, bytes, itsTimer);
        }
    }

    /**
     * An object or value that sleeps: it comes back when it is asked or due.
     *
     * @param timer the wheel's timer of its end or its own first timer, or -1
     * @param isBroken whether it could not be brought back: only another one takes its place
     * @param sinceMillis when it came to rest, by the monotonic clock
     * @param image empty if that is in the store alone
     */
    record Resting(
            Header header, int bytes, int timer, boolean isBroken, long sinceMillis, Optional<RestingImage> image)
            implements Held {

        /** One that was found in the store. */
        public Resting(Header header, int bytes, long sinceMillis) {
            this(header, bytes, -1, false, sinceMillis, Optional.empty());
        }

        public Resting withTimer(int itsTimer) {
            return new Resting(header, bytes, itsTimer, isBroken, sinceMillis, image);
        }

        /** The same, which could not be brought back. */
        public Resting broken() {
            return new Resting(header, bytes, timer, true, sinceMillis, image);
        }

        /** The same, with another instance of the script of its image. */
        public Resting sharing(UnaryOperator<Script> scripts) {
            Optional<RestingImage> shared = image.map(each -> each.sharing(scripts.apply(each.script())));
            return new Resting(header, bytes, timer, isBroken, sinceMillis, shared);
        }

        /** The same, whose image is in the store alone from now on. */
        public Resting stored(int itsBytes) {
            return new Resting(header, itsBytes, timer, isBroken, sinceMillis, Optional.empty());
        }
    }

    /**
     * A tombstone of an object that was removed: only a newer one comes back.
     *
     * @param author of the object or of its remove, if signed
     * @param serial the last one that the author signed; 0 for an unsigned object
     * @param lineage of an object that ended itself, here alone: copies of it are refused, and other owners are told
     *     that there is nothing; empty for what is gone on all of them
     */
    record Tombstone(Version version, Optional<Identity> author, long serial, Optional<Version> lineage)
            implements Slot {

        /** The tombstone of what is gone on all owners. */
        public Tombstone(Version version, Optional<Identity> author, long serial) {
            this(version, author, serial, Optional.empty());
        }

        /** The tombstone of an object that ends by itself, on this node. */
        public static Tombstone local(Header header) {
            return new Tombstone(
                    header.version(), author(header.signature()), header.serial(), Optional.of(header.lineage()));
        }

        /**
         * The tombstone of an object or value whose time to live is over; empty if nothing older could outlive it.
         *
         * <p>Its version is the lineage: what took an update more, and lives still, does not end by it.
         */
        public static Optional<Slot> afterExpiry(Header header) {
            return header.displacesLonger()
                    ? Optional.of(new Tombstone(header.lineage(), author(header.signature()), header.serial()))
                    : Optional.empty();
        }

        /** The tombstone as another owner hands it over. */
        public static Tombstone of(KeyContent.Gone gone) {
            return of(gone, Optional.empty());
        }

        /** @param lineage of an object that ended here alone */
        public static Tombstone of(KeyContent.Gone gone, Optional<Version> lineage) {
            return new Tombstone(gone.version(), gone.author(), gone.serial(), lineage);
        }

        /** Whether the object ended here alone. */
        public boolean isLocal() {
            return lineage.isPresent();
        }

        @Override
        public KeyDigest digest() {
            return isLocal() ? KeyDigest.NOTHING : new KeyDigest.Gone(version);
        }

        @Override
        public Optional<KeyContent> content(Key key) {
            return isLocal() ? Optional.empty() : Optional.of(gone(key));
        }

        /** What it says of a key, be it for this node alone. */
        public KeyContent.Gone gone(Key key) {
            return new KeyContent.Gone(key, version, author, serial);
        }

        @Override
        public Optional<Version> gone() {
            return Optional.of(version);
        }

        /** The tombstone that a remove leaves of an object. */
        public static Tombstone of(Wire.Remove remove, Header held) {
            return of(remove, author(held.signature()), held.serial());
        }

        /** The tombstone that a remove leaves of a value, of a tombstone or of nothing: serials seen here are kept. */
        public static Tombstone of(Wire.Remove remove, Slot slot) {
            if (slot instanceof Held held) {
                return of(remove, held.header());
            }
            return slot instanceof Tombstone tombstone
                    ? of(remove, tombstone.author(), tombstone.serial())
                    : of(remove, Optional.empty(), 0);
        }

        private static Tombstone of(Wire.Remove remove, Optional<Identity> author, long seen) {
            return new Tombstone(
                    remove.version(),
                    author.or(() -> author(remove.signature())),
                    SerialRule.serial(remove, author, seen));
        }

        private static Optional<Identity> author(Optional<ObjectSignature> signature) {
            return signature.map(ObjectSignature::author);
        }
    }

    /** The answer to a request while an object is being put: what it is to replace stays until then. */
    static ReplicaReply answerDuringPut(Optional<Slot> found, Wire.Request request, long wallMillis) {
        if (!(request instanceof Wire.Get)) {
            return new ReplicaReply.Refused(
                    Refusal.retry(Refusal.Reason.BUSY, "an object is being put under the key", RETRY_MILLIS));
        }
        return found.filter(slot -> slot instanceof Passive && slot.isLive(wallMillis))
                .map(slot -> ((Passive) slot).answer())
                .orElseGet(ReplicaReply.Absent::new);
    }

    /** The header of what a put makes in place of what it found. */
    static Header inPlaceOf(Header made, Wire.Put put, Optional<Slot> found) {
        Header header = put.condition() == Wire.Condition.IF_ABSENT
                ? made.unconfirmed(found.flatMap(Slot::gone).orElse(Header.NOTHING_GONE))
                : made;
        return displacing(header, found);
    }

    /** The header of what takes the place of what was found; of a tombstone, that of what others may hold still. */
    static Header displacing(Header header, Optional<Slot> found) {
        if (found.isEmpty()) {
            return header;
        }
        return found.get() instanceof Held held ? header.displacing(held.header()) : header.displacingGone();
    }
}
