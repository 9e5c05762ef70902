package org.cometkv.testkit.world;

/** The first failure of a run, and whether the test was told of it. Set by any thread; owned by a {@link World}. */
final class FirstFailure {

    private volatile WorldFailure first;
    private boolean isTold;

    boolean isSet() {
        return first != null;
    }

    void set(WorldFailure failure) {
        if (first == null) {
            first = failure;
        }
    }

    /** Throws it, if there is one; for the world's thread. */
    void check() {
        if (first != null) {
            isTold = true;
            throw first;
        }
    }

    /** Throws it, if there is one and it was never thrown: nobody would hear of it. */
    void checkUntold() {
        if (!isTold) {
            check();
        }
    }
}
