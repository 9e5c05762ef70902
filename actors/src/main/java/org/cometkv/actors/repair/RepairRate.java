package org.cometkv.actors.repair;

import java.util.function.BooleanSupplier;
import org.cometkv.actors.settings.CometSettings;

/**
 * The rate of repair on one node: keys a second, and a share of what the node sends, which is larger while the node
 * hands over what it holds to leave. What was refused for load elsewhere holds it up for a while.
 *
 * <p>A message is paid when its size is known, which may be after it went: what is owed then is waited for. All times
 * are milliseconds of the clock. Not thread-safe; owned by the ReplicaManager.
 */
public final class RepairRate {

    /** Credit is saved up for so long and no longer, so that repair never comes in a rush. */
    private static final long SAVED_MILLIS = 50;

    /** Parts of a key or byte, so that a millisecond's credit is a whole number. */
    private static final long PARTS = 1_000;

    private final CometSettings.Replication settings;
    private final long egressPerSecond;
    private final BooleanSupplier isLeaving;
    private long keyParts;
    private long byteParts;
    private long refilledMillis;
    private long heldUpUntilMillis;

    /** @param isLeaving whether the node hands over what it holds to leave */
    public RepairRate(CometSettings settings, BooleanSupplier isLeaving, long nowMillis) {
        this.settings = settings.replication();
        this.egressPerSecond = settings.peers().egressBytesPerSecond();
        this.isLeaving = isLeaving;
        this.refilledMillis = nowMillis;
        this.heldUpUntilMillis = nowMillis;
    }

    /** Whether one more key may be mended now. */
    boolean isOpen(long nowMillis) {
        refill(nowMillis);
        return nowMillis >= heldUpUntilMillis && keyParts >= PARTS && byteParts > 0;
    }

    /** One key is compared by itself, or handed over to one node. */
    void payKey() {
        keyParts -= PARTS;
    }

    /** So many bytes are sent, or were asked of others. */
    void payBytes(long bytes) {
        byteParts -= bytes * PARTS;
    }

    /** Nothing goes for so long: others have too much to do. */
    void holdUp(long nowMillis, long millis) {
        heldUpUntilMillis = Math.max(heldUpUntilMillis, nowMillis + millis);
    }

    private void refill(long nowMillis) {
        long passed = nowMillis - refilledMillis;
        refilledMillis = nowMillis;
        double share = isLeaving.getAsBoolean() ? settings.leaveShare() : settings.repairShare();
        long bytesPerSecond = Math.max(1, (long) (egressPerSecond * share));
        keyParts = refilled(keyParts, passed, settings.repairsPerSecond());
        byteParts = refilled(byteParts, passed, bytesPerSecond);
    }

    /** A second's credit is as many parts a millisecond as there are keys or bytes a second. */
    private static long refilled(long parts, long passedMillis, long perSecond) {
        // One at least, however slow the rate.
        long most = Math.max(PARTS, SAVED_MILLIS * perSecond);
        return Math.min(most, parts + passedMillis * perSecond);
    }
}
