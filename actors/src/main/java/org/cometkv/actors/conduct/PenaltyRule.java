package org.cometkv.actors.conduct;

import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Standing;

/**
 * The rule that an object which keeps breaking limits is slowed, then set aside, and at once after too many bugs.
 *
 * <p>Not thread-safe; owned by an AsoActor. Times are monotonic milliseconds of one clock.
 */
public final class PenaltyRule {

    /*
     * ORDINARY --slow-after limits within a window--> SLOWED --set-aside-after more, never calm--> SET_ASIDE
     *     ^------------------calm without one-----------'  ^-----------release, replacement----------'
     *
     * To be slowed it takes many limits in a short time, to recover a long time without a single one: an object at the
     * edge does not go to and fro. A released object has to break no limit for as long.
     */
    private final CometSettings.Conduct settings;
    private Standing standing = Standing.ORDINARY;
    private int limits;
    private long sinceMillis;
    private long lastMillis;
    private int bugs;
    private long bugsSinceMillis;

    /**
     * A state of the rule, to be gone on from later; times are milliseconds before it was taken.
     *
     * @param limits that were broken in this standing
     * @param sinceMillis the first of them
     * @param lastMillis the last of them
     */
    public record Snapshot(
            Standing standing, int limits, long sinceMillis, long lastMillis, int bugs, long bugsSinceMillis) {}

    public PenaltyRule(CometSettings.Conduct settings) {
        this.settings = settings;
    }

    /** The rule as it was when a snapshot was taken, at that instant. */
    public PenaltyRule(CometSettings.Conduct settings, Snapshot snapshot, long takenMillis) {
        this(settings);
        standing = snapshot.standing;
        limits = snapshot.limits;
        sinceMillis = takenMillis - snapshot.sinceMillis;
        lastMillis = takenMillis - snapshot.lastMillis;
        bugs = snapshot.bugs;
        bugsSinceMillis = takenMillis - snapshot.bugsSinceMillis;
    }

    public Snapshot snapshot(long now) {
        return new Snapshot(
                standing, limits, ago(sinceMillis, now), ago(lastMillis, now), bugs, ago(bugsSinceMillis, now));
    }

    private static long ago(long instant, long now) {
        return Math.max(0, now - instant);
    }

    public Standing standing() {
        return standing;
    }

    /** One of its events broke a limit. */
    public void broke(long now) {
        recover(now);
        if (standing == Standing.ORDINARY) {
            if (limits == 0 || now - sinceMillis >= settings.window().toMillis()) {
                limits = 0;
                sinceMillis = now;
            }
            limits++;
            if (limits >= settings.slowAfter()) {
                slow(now);
            }
        } else if (standing == Standing.SLOWED) {
            lastMillis = now;
            limits++;
            if (limits >= settings.setAsideAfter()) {
                setAside();
            }
        }
    }

    /** One of its events broke no limit. */
    public void behaved(long now) {
        recover(now);
    }

    /** Its actor met a bug; true if that was once too often within a window, and the object is set aside. */
    public boolean metBug(long now) {
        if (bugs == 0 || now - bugsSinceMillis > settings.restartsWindow().toMillis()) {
            bugs = 0;
            bugsSinceMillis = now;
        }
        bugs++;
        if (bugs <= settings.restartsMax()) {
            return false;
        }
        setAside();
        return true;
    }

    /** Sets the object aside: none of its handlers runs. */
    public void setAside() {
        standing = Standing.SET_ASIDE;
    }

    /** Lets an object that is set aside run again, slowly at first. */
    public void release(long now) {
        if (standing == Standing.SET_ASIDE) {
            bugs = 0;
            slow(now);
        }
    }

    private void slow(long now) {
        standing = Standing.SLOWED;
        limits = 0;
        lastMillis = now;
    }

    private void recover(long now) {
        if (standing == Standing.SLOWED && now - lastMillis >= settings.calm().toMillis()) {
            standing = Standing.ORDINARY;
            limits = 0;
        }
    }
}
