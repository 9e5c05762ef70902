package org.cometkv.actors.wire;

import java.util.Map;
import java.util.function.Predicate;
import org.cometkv.aso.Script;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * An object or passive value at rest: what travels between nodes and is stored.
 *
 * @param state the encoded state, of a passive value the encoded value; shared, not to be written to
 * @param timers remaining milliseconds by timer name; the period has the empty name
 */
public record Image(Header header, Script script, byte[] state, Map<String, Long> timers, RecentUpdates recent)
        implements KeyContent {

    /** The image of an object that took no update. */
    public Image(Header header, Script script, byte[] state, Map<String, Long> timers) {
        this(header, script, state, timers, RecentUpdates.NONE);
    }

    @Override
    public Key key() {
        return header.key();
    }

    @Override
    public KeyDigest digest() {
        return KeyDigest.of(header);
    }

    /** Whether it is a passive value, which needs no actor. */
    public boolean isPassive() {
        return script.isEmpty();
    }

    /** Whether a change of this kind made it, or is among its updates as far as they are known. */
    public boolean holdsAny(Predicate<Version> kind) {
        return kind.test(header.lineage())
                || kind.test(header.version())
                || recent.updates().stream().anyMatch(update -> kind.test(update.version()));
    }
}
