package org.cometkv.actors.authorization;

import java.util.Optional;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;

/** The rule that the serials of an author's changes rise, so that nothing signed earlier is played back. */
public final class SerialRule {

    private SerialRule() {}

    /** The refusal of a change that its author signed no later than what is held. */
    public static Optional<Refusal> replayed(Wire.Change change, Header held) {
        return replayed(change, held.signature().map(ObjectSignature::author), held.serial());
    }

    /** The refusal of a change whose serial does not rise above the one that was seen of this author under its key. */
    public static Optional<Refusal> replayed(Wire.Change change, Optional<Identity> author, long seen) {
        long serial = change.serial();
        boolean isStale = change instanceof Wire.Copy ? serial < seen : serial <= seen;
        return isStale && seen > 0 && isOfAuthor(change, author)
                ? Optional.of(Refusal.of(
                        Refusal.Reason.VERSION,
                        "serial " + serial + " is not over " + seen + ", which was seen before"))
                : Optional.empty();
    }

    /** The last serial seen of an object once this change is done to it. */
    public static long serial(Wire.Change change, Header held) {
        return serial(change, held.signature().map(ObjectSignature::author), held.serial());
    }

    /** The last serial seen under a key of this author, if any, once this change is done there. */
    public static long serial(Wire.Change change, Optional<Identity> author, long seen) {
        return author.isEmpty() || isOfAuthor(change, author) ? Math.max(change.serial(), seen) : seen;
    }

    /** Whether the serials of the change and of the author are one sequence. An owned key has one author only. */
    private static boolean isOfAuthor(Wire.Change change, Optional<Identity> author) {
        return change.key().isOwned()
                || author.isPresent()
                        && change.signature().map(ObjectSignature::author).equals(author);
    }
}
