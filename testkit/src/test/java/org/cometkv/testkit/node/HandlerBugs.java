package org.cometkv.testkit.node;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cometkv.testkit.CometTestKit;

/**
 * Bugs that a test puts into a node where handlers run and what is signed is examined: the next time that they ask for
 * the wall time, which they do before each event of an object that ends some day.
 */
public final class HandlerBugs {

    private final CometTestKit kit;
    private int left;
    private Supplier<Error> fatal = () -> null;
    private Duration step = Duration.ZERO;
    private Optional<Runnable> intrusion = Optional.empty();

    /** None so far, on the nodes that the kit has now. */
    public HandlerBugs(CometTestKit kit) {
        this.kit = kit;
        kit.nodes().forEach(node -> node.clock().listen(this::asked));
    }

    /** The next so many times there is an exception. */
    public void next(int times) {
        left = times;
        fatal = () -> null;
    }

    /** The next so many times there is an error that Pekko takes for the end of the JVM. */
    public void nextFatally(int times) {
        left = times;
        fatal = StackOverflowError::new;
    }

    /** From now on so much time passes whenever a handler asks for the wall time. */
    public void slow(Duration each) {
        step = each;
    }

    /** Runs a task within a handler, the next time that one asks for the wall time; what it throws is a bug there. */
    public void within(Runnable task) {
        intrusion = Optional.of(task);
    }

    private void asked() {
        if (left == 0 && step.isZero() && intrusion.isEmpty() || !isInHandler()) {
            return;
        }
        // On all of them, or they would not agree on the time.
        kit.nodes().forEach(node -> node.clock().pass(step));
        if (left > 0) {
            left--;
            Error error = fatal.get();
            if (error != null) {
                throw error;
            }
            throw new IllegalStateException("a bug, injected");
        }
        Optional<Runnable> task = intrusion;
        intrusion = Optional.empty();
        task.ifPresent(Runnable::run);
    }

    /** Whether this is an event of an object, or a task of the threads that run handlers. */
    private static boolean isInHandler() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> {
                    String type = frame.getClassName();
                    return type.equals("org.cometkv.actors.objects.AsoActor")
                            || type.equals("org.cometkv.testkit.world.DomainTask");
                }));
    }
}
