package org.cometkv.actors.trust;

import org.cometkv.aso.Limits;

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

    /** The limit that is raised. */
    public Limits.Name limit() {
        return Limits.Name.valueOf(name());
    }

    /** The name as {@code comet run --limit} has it. */
    public String label() {
        return limit().label();
    }
}
