package org.cometkv.aso;

import java.util.List;
import java.util.Optional;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * What an event may ask its node at once, without waiting. Called only from the thread that runs the event.
 */
public interface Host {

    /** Milliseconds since 1970; read once for each event. */
    long systemTimeMillis();

    /** The hosting node. */
    Contact self();

    /** The neighbors of a key without this node, closest first; empty if finding them needs the network. */
    Optional<List<NodeHandle>> neighbors(Key key);

    /** Whether the effect is allowed and paid, at once: empty if so, else the reason. */
    Optional<String> admit(Effect effect);

    /** Whether the question is allowed and paid, at once: empty if so, else the reason. */
    Optional<String> admit(Question question);

    /**
     * Whether what an {@code onUpdate} did is kept, by its result; if not it is undone, back to its last wait, and has
     * no effects.
     */
    default boolean keeps(Value result) {
        return true;
    }

    /** How many subscribe to this replica at present. */
    default int subscribers() {
        return 0;
    }
}
