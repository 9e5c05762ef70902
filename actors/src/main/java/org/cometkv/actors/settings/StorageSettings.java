package org.cometkv.actors.settings;

import java.time.Duration;
import java.util.Locale;
import org.cometkv.actors.wire.Terms;

/**
 * The settings of what a node keeps on its disk, {@code comet.storage}.
 *
 * @param directory empty: nothing is kept
 * @param durability of a change whose sender does not say
 * @param unsavedMax age of the oldest change that is not on the disk
 * @param freeMin bytes that must be free on the disk
 */
public record StorageSettings(String directory, Terms.Saved durability, Duration unsavedMax, long freeMin) {

    static StorageSettings of(ConfigSection storage) {
        String durability = storage.text("durability");
        if (!durability.matches("memory|batch|sync")) {
            throw new IllegalArgumentException(
                    "comet.storage.durability is \"" + durability + "\"; it must be memory, batch or sync");
        }
        return new StorageSettings(
                storage.text("directory"),
                Terms.Saved.valueOf(durability.toUpperCase(Locale.ROOT)),
                storage.time("unsaved-max", 2_000, 3_600_000),
                storage.bytes("free-min", 0, 1L << 50));
    }

    /** Whether a change need not be on the disk in 100 ms. */
    public boolean isInMemory() {
        return durability == Terms.Saved.MEMORY;
    }

    /** When a change is to be on the disk whose sender says so. */
    public Terms.Saved when(Terms.Saved asked) {
        return asked == Terms.Saved.AS_CONFIGURED ? durability : asked;
    }
}
