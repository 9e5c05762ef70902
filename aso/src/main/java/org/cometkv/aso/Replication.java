package org.cometkv.aso;

/** Who keeps the number of an object's copies. */
public enum Replication {
    /** The nodes that own the key repair and hand over. */
    SYSTEM,
    /** The object's own handlers; no node ever copies it. */
    SELF
}
