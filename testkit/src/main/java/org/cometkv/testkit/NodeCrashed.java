package org.cometkv.testkit;

/** The end of a stage whose node crashed: in production its whole process would be gone. */
public final class NodeCrashed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeCrashed(String message) {
        super(message);
    }
}
