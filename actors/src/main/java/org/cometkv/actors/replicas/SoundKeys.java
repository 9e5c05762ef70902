package org.cometkv.actors.replicas;

import java.util.HashSet;
import java.util.Set;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.routing.Key;

/**
 * The rule which keys hold nothing that was taken back: what does gives way to another owner's content.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class SoundKeys {

    private final Clock clock;
    private final HeldKeys keys;
    private final RetractedVersions retracted;
    /** Keys whose objects hold what was taken back; a digest does not tell when it is below other updates. */
    private final Set<Key> unsound = new HashSet<>();

    SoundKeys(Clock clock, HeldKeys keys, RetractedVersions retracted) {
        this.clock = clock;
        this.keys = keys;
        this.retracted = retracted;
    }

    /** What is held under the key, in brief; nothing where that gives way. */
    KeyDigest digest(Key key) {
        return givesWay(key) ? KeyDigest.NOTHING : keys.digest(key);
    }

    /** Whether what is held under the key was taken back, or has taken what was. */
    boolean givesWay(Key key) {
        if (!unsound.isEmpty() && unsound.contains(key) && !retracted.hasAny(key, clock.millis())) {
            unsound.remove(key);
        }
        return unsound.contains(key) || !isSound(key, keys.digest(key));
    }

    /** Whether what a digest tells of holds nothing that was taken back, as far as it tells. */
    boolean isSound(Key key, KeyDigest digest) {
        return retracted.isSound(key, digest, clock.millis());
    }

    boolean isSound(KeyContent content) {
        return retracted.isSound(content, clock.millis());
    }

    /** The object under the key holds what was taken back, by its own word. */
    void holdsRetracted(Key key) {
        unsound.add(key);
    }

    /** The object under the key holds nothing any more that was taken back. */
    void gaveWay(Key key) {
        unsound.remove(key);
    }
}
