package org.cometkv.actors.changes;

/** A result of the retraction of a change at the replica that holds its key. */
public enum Retraction {
    /** What lives here, if anything, does not hold the change as far as is remembered; or it was not taken back. */
    NOT_HELD,
    /** The change had made the object in an empty slot, which is as it was. */
    UNDONE,
    /** The object holds the change: every image without it beats it, and is told to be taken in its place. */
    GIVES_WAY
}
