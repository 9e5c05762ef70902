package org.cometkv.actors.trust;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rights that a grant gives.
 *
 * @param keys whether the object may reach other keys of the grant's prefix
 * @param depth how many requests in a row may each be caused by the one before; 0: none, as for unsigned objects
 * @param fanout most messages that one event and all that it causes may send; needed where there is depth
 * @param limits bounds in place of the node's own; one that is lower than the node's changes nothing
 */
public record Rights(boolean keys, int depth, int fanout, Map<RaisedLimit, Integer> limits) {

    /** Most depth: the bound of the original Comet. */
    public static final int DEPTH_MAX = 5;

    /** Most messages of one event and all that it causes. */
    public static final int FANOUT_MAX = 65_535;

    /** No rights at all. */
    public static final Rights NONE = new Rights(false, 0, 0, Map.of());

    /** @throws IllegalArgumentException if a number is out of range, or there is depth without fanout */
    public Rights {
        if (depth < 0 || depth > DEPTH_MAX) {
            throw new IllegalArgumentException("depth is " + depth + "; it must be 0 to " + DEPTH_MAX);
        }
        if (fanout < 0 || fanout > FANOUT_MAX) {
            throw new IllegalArgumentException("fanout is " + fanout + "; it must be 0 to " + FANOUT_MAX);
        }
        if ((depth == 0) != (fanout == 0)) {
            throw new IllegalArgumentException("depth is " + depth + " and fanout is " + fanout
                    + "; requests in a row need both, and neither means anything alone");
        }
        limits.forEach((limit, bound) -> {
            if (bound < 1) {
                throw new IllegalArgumentException(
                        "limit " + limit.label() + " is " + bound + "; it must be 1 or more");
            }
        });
        Map<RaisedLimit, Integer> ordered = new EnumMap<>(RaisedLimit.class);
        ordered.putAll(limits);
        limits = Collections.unmodifiableMap(ordered);
    }
}
