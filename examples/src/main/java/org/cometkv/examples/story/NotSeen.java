package org.cometkv.examples.story;

/** A promise of an application that did not come about. */
public final class NotSeen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param promise what should have been seen */
    public NotSeen(String promise) {
        super("not seen: " + promise);
    }
}
