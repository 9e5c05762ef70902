package org.cometkv.testkit.world;

/** The failure of a simulated run; its message names the seed and the virtual time. */
public final class WorldFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    public WorldFailure(String message) {
        super(message);
    }

    public WorldFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
