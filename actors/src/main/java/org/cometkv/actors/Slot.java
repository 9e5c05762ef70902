package org.cometkv.actors;

import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.seam.Wire;
import org.cometkv.aso.Header;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.signed.Identity;
import org.cometkv.aso.signed.Signature;

/** What a node holds under one key. Immutable. */
sealed interface Slot {

    /** An object that runs: its actor has the rest. */
    record Active(ActorRef actor) implements Slot {}

    /**
     * A passive value: it needs no actor and no Lua state.
     *
     * @param bytes what it counts for in quotas
     * @param timer the wheel's timer of its expiry, or -1
     */
    record Passive(Header header, Value value, int bytes, int timer) implements Slot {

        boolean isExpired(long wallMillis) {
            return header.expiresAtMillis().isPresent()
                    && wallMillis >= header.expiresAtMillis().getAsLong();
        }
    }

    /**
     * What is left of an object that was removed: nothing that is not newer comes back.
     *
     * @param author of the object or of its remove, if signed
     * @param serial the last one that the author signed; 0 for an unsigned object
     */
    record Tombstone(Version version, Optional<Identity> author, long serial) implements Slot {

        /** What is left of an object that ends by itself. */
        static Tombstone of(Header header) {
            return new Tombstone(header.version(), author(header.signature()), header.serial());
        }

        /** What a remove leaves where there was nothing. */
        static Tombstone of(Wire.Remove remove) {
            return new Tombstone(remove.version(), author(remove.signature()), remove.serial());
        }

        /** What a remove leaves of an object. */
        static Tombstone of(Wire.Remove remove, Header held) {
            Optional<Signature> signature = held.signature().or(remove::signature);
            return new Tombstone(remove.version(), author(signature), Admission.serial(remove, held));
        }

        private static Optional<Identity> author(Optional<Signature> signature) {
            return signature.map(Signature::author);
        }
    }

    /** An object that keeps failing: it answers nothing until its writer puts or removes it. */
    record SetAside(Header header, String reason) implements Slot {}
}
