package org.cometkv.aso;

/** A rule that says which updates an object takes. */
public enum Accept {
    /** Those that are newer than the version held. */
    NEWER,
    /** Every update of its lineage, once on each replica, in order of arrival: for objects that merge or count. */
    ALL
}
