package org.cometkv.actors.trust;

import java.util.Locale;

/** A limit of objects that a grant may raise. Append only: the order is in the encoding of grants. */
public enum RaisedLimit {
    FUEL,
    ALLOCATION,
    EFFECTS,
    INBOX_ANSWERS,
    VALUE,
    /** The encoded state; the heap it takes is raised with it. */
    LIVE,
    SCRIPT,
    ANSWER,
    WAITING;

    /** The name as {@code comet run --limit} has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
