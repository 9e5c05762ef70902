package org.cometkv.actors;

/** The replica that a get asks, {@link GetOptions#read}. */
public enum Read {
    /**
     * The first owner that is not suspect, the same for every reader: what was acknowledged before is seen, in a calm
     * cluster.
     */
    FIRST,
    /** This node if it is an owner, or the owner that answers fastest. The answer may be older. */
    NEAREST,
    /**
     * The newest replica of all: every owner is asked for its version first. It needs a majority of the owners and one
     * round trip more.
     */
    LATEST
}
