package org.cometkv.actors.wire;

import java.util.Map;
import java.util.stream.Stream;
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

    /** The change that made it, the last one, and its updates as far as they are known. */
    public Stream<Version> changes() {
        return Stream.concat(
                Stream.of(header.lineage(), header.version()),
                recent.updates().stream().map(RecentUpdates.Update::version));
    }
}
