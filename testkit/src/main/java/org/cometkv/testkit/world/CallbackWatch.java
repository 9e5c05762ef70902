package org.cometkv.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The stages that follow others, watched for assertions that fail within them: a stage keeps such an error to itself,
 * and the test would pass. Not thread-safe; owned by a {@link World}.
 */
final class CallbackWatch {

    private static final int SCAN_AT = 256;

    private final World world;
    private List<CompletableFuture<?>> watched = new ArrayList<>();
    private int scanAt = SCAN_AT;

    CallbackWatch(World world) {
        this.world = world;
    }

    void add(CompletableFuture<?> stage) {
        watched.add(stage);
        if (watched.size() >= scanAt) {
            scan();
            scanAt = Math.max(SCAN_AT, 2 * watched.size());
        }
    }

    /** Fails the run if an assertion failed in one of them; forgets those that are complete. */
    void scan() {
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (CompletableFuture<?> stage : watched) {
            if (!stage.isDone()) {
                open.add(stage);
            } else if (stage.isCompletedExceptionally()) {
                tell(stage);
            }
        }
        watched = open;
    }

    private void tell(CompletableFuture<?> stage) {
        try {
            stage.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError error && !(error instanceof WorldFailure)) {
                world.fail("an assertion failed in a callback: " + error.getMessage(), error);
            }
        } catch (CancellationException e) {
            // Whoever cancelled it knows.
            return;
        }
    }
}
