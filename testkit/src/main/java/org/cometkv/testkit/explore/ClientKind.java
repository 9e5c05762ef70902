package org.cometkv.testkit.explore;

import java.util.List;

/** The kinds of clients that a seed has or has not. */
public enum ClientKind {
    /** Passive values: put, updated, removed, read. */
    VALUES("value"),
    /** Objects that hold the last value put. */
    LATEST("latest"),
    /** Objects that refuse some updates, each replica for itself. */
    PICKY("pick"),
    /** Objects that take updates and are replaced and removed as well. */
    RENEWED("renew"),
    /** Keys that are taken where they are empty, and removed. */
    LOCKS("lock"),
    /** Objects that keep every update, by three writers at a time. */
    MERGING("merge"),
    /** Objects that count their timer. */
    TIMED("tick"),
    /** Objects that ask their other replicas. */
    ASKING("ask"),
    /** Objects that end by themselves, or not. */
    PASSING("pass"),
    /** The user's own operations. */
    OPERATIONS("");

    private final String prefix;

    ClientKind(String prefix) {
        this.prefix = prefix;
    }

    /** The name of a key of such a client. */
    String key(int number) {
        return prefix + "-" + number;
    }

    /** All kinds of this project's own. */
    public static List<ClientKind> own() {
        return List.of(VALUES, LATEST, PICKY, RENEWED, LOCKS, MERGING, TIMED, ASKING, PASSING);
    }
}
