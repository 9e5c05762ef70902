package org.cometkv.testkit.junit;

/** The failure of a test with one seed: the message of what failed, how to repeat it, and what had happened. */
final class SeedFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    SeedFailure(String message, Throwable cause) {
        super(message, cause);
        setStackTrace(cause.getStackTrace());
    }
}
