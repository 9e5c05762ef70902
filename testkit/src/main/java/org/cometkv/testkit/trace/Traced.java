package org.cometkv.testkit.trace;

/** A thing that happened in a run: it takes part in the hash of the run, and may be a line of its timeline. */
public interface Traced {

    /** Adds all of it to the hash. */
    void hash(TraceHash hash);

    /** Its line, without the time and the node. */
    String text(KeyNames names);

    /** Whether the timeline shows it: what there is too much of would hide the rest. */
    default boolean isShown() {
        return true;
    }
}
