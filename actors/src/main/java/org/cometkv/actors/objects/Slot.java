package org.cometkv.actors.objects;

import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.authorization.SerialRule;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/** The content of one key on a node: an object's actor, a value or a tombstone. Immutable. */
public sealed interface Slot {

    /**
     * An object that runs: its state is its actor's.
     *
     * @param before what was under the key before the first object is stored; empty if that was nothing
     */
    record Active(ActorRef actor, Placard placard, Optional<Slot> before) implements Slot {}

    /** An object that needs no actor. */
    sealed interface Held extends Slot {

        Header header();

        /** The bytes it counts for in quotas. */
        int bytes();

        default boolean isExpired(long wallMillis) {
            return header().isExpired(wallMillis);
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
        public static Passive of(Wire.Put put, CometSettings settings) {
            Policy policy = Policy.of(put.fields(), settings.limits());
            return new Passive(Header.of(put, policy, settings.replicas(policy)), put.value(), WireSize.of(put), -1);
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
     * A tombstone of an object that was removed: only a newer one comes back.
     *
     * @param author of the object or of its remove, if signed
     * @param serial the last one that the author signed; 0 for an unsigned object
     */
    record Tombstone(Version version, Optional<Identity> author, long serial) implements Slot {

        /** The tombstone of an object that ends by itself. */
        public static Tombstone of(Header header) {
            return new Tombstone(header.version(), author(header.signature()), header.serial());
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
}
