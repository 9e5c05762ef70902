package org.cometkv.aso;

import java.util.Locale;

/** The bounds whose breach ends an event without the script being able to catch it. */
public enum Limit {
    /** Metered work of an event. */
    FUEL,
    /** Bytes allocated during an event. */
    ALLOCATION,
    /** Size of the state between events. */
    LIVE,
    /** Size of the script's text. */
    SCRIPT,
    /** Size of an answer or message. */
    ANSWER,
    /** Effects of an event. */
    EFFECTS;

    /** The lower-case name, as {@code comet run} prints it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
