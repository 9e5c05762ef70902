package org.cometkv.testkit.world;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch over tests that wait for a plain {@code CompletableFuture}, as {@code allOf} gives: such a wait moves no
 * virtual time and never ends. Nothing can be hooked into it, so it is seen from another thread and told in the log.
 * Thread-safe.
 */
public final class PlainWaitWatch {

    private static final Logger LOG = LoggerFactory.getLogger("org.cometkv.testkit");

    /** The period of its looks, in real time, because virtual time stands still. */
    private static final long LOOK_MILLIS = 5_000;

    private static final String PLAIN_WAIT = "java.util.concurrent.CompletableFuture$Signaller";

    private static final PlainWaitWatch ALL = new PlainWaitWatch();

    /** Those of kits that nobody closed go with their kits. */
    private final Set<World> worlds = Collections.newSetFromMap(new WeakHashMap<>());

    private boolean isLooking;

    private PlainWaitWatch() {}

    /** The watch of this JVM: it has a thread while there are worlds, and none otherwise. */
    public static PlainWaitWatch ofJvm() {
        return ALL;
    }

    public synchronized void add(World world) {
        worlds.add(world);
        if (!isLooking) {
            isLooking = true;
            Thread thread = new Thread(this::look, "comet-testkit-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    public synchronized void remove(World world) {
        worlds.remove(world);
    }

    /** A sentence about the world's thread, if that waits for a plain future now. */
    static Optional<String> sentence(World world) {
        Object blocker = LockSupport.getBlocker(world.thread());
        return blocker != null && blocker.getClass().getName().equals(PLAIN_WAIT)
                ? Optional.of(world.at("the test waits for a plain CompletableFuture, in which no virtual time passes;"
                        + " wait with kit.await(stages), or make it with kit.all(stages)"))
                : Optional.empty();
    }

    private void look() {
        Set<World> told = Collections.newSetFromMap(new WeakHashMap<>());
        while (waits()) {
            for (World world : present()) {
                sentence(world).filter(found -> told.add(world)).ifPresent(LOG::error);
            }
        }
    }

    /** Waits a while; false if it is to end. */
    private synchronized boolean waits() {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            worlds.clear();
        }
        isLooking = !worlds.isEmpty();
        return isLooking;
    }

    private synchronized List<World> present() {
        return List.copyOf(worlds);
    }
}
