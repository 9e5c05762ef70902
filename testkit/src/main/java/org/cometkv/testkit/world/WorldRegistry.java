package org.cometkv.testkit.world;

import com.typesafe.config.Config;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The worlds whose actor systems are being made, by number: Pekko makes a scheduler from a configuration alone.
 * Thread-safe.
 */
final class WorldRegistry {

    /** The key of the number. */
    static final String KEY = "comet-testkit.world";

    private static final Map<Long, World> WORLDS = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private WorldRegistry() {}

    static long add(World world) {
        long number = LAST.incrementAndGet();
        WORLDS.put(number, world);
        return number;
    }

    static void remove(long number) {
        WORLDS.remove(number);
    }

    static World world(Config config) {
        return WORLDS.get(config.getLong(KEY));
    }
}
