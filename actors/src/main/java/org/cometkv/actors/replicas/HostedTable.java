package org.cometkv.actors.replicas;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.conduct.ByteQuota;
import org.cometkv.actors.conduct.Charge;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerWheel;

/**
 * The table of hosted objects and values: their count, their bytes, and one wheel timer each, whose number is the
 * entry's index.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class HostedTable {

    /** An object, or a value, whose actor is null. */
    record Entry(Key key, ActorRef actor, Charge charge) {}

    private final TimerWheel wheel;
    private final int objectsMax;
    private final ByteQuota quota;
    private Entry[] byTimer = new Entry[64];
    private int objects;

    HostedTable(TimerWheel wheel, int objectsMax, ByteQuota quota) {
        this.wheel = wheel;
        this.objectsMax = objectsMax;
        this.quota = quota;
    }

    /** Why there is no room for this in place of what is held; empty if there is. */
    Optional<String> noRoom(Charge charge, Optional<Charge> replaced) {
        if (replaced.isEmpty() && objects >= objectsMax) {
            return Optional.of("this node holds " + objects + " objects; the limit is " + objectsMax);
        }
        return quota.refusal(replaced, charge);
    }

    /** One object more. */
    void enter(Charge charge) {
        objects++;
        quota.enter(charge);
    }

    /** One object less. */
    void leave(Charge charge) {
        objects--;
        quota.leave(charge);
    }

    /** Adds an entry with a timer of its own; an actor may be attached later. */
    int timer(Key key, Charge charge) {
        int timer = wheel.add();
        if (timer >= byTimer.length) {
            byTimer = Arrays.copyOf(byTimer, 2 * byTimer.length);
        }
        byTimer[timer] = new Entry(key, null, charge);
        return timer;
    }

    void attach(int timer, ActorRef actor) {
        Entry entry = byTimer[timer];
        byTimer[timer] = new Entry(entry.key(), actor, entry.charge());
    }

    /** Notes another charge for an object, which took the room for it itself. */
    void resize(int timer, Charge charge) {
        Entry entry = byTimer[timer];
        byTimer[timer] = new Entry(entry.key(), entry.actor(), charge);
    }

    /** The entry of a timer. */
    Entry at(int timer) {
        return byTimer[timer];
    }

    /** Whether the timer is that of this actor still. */
    boolean isOf(int timer, ActorRef actor) {
        return byTimer[timer] != null && actor.equals(byTimer[timer].actor());
    }

    /** The timer of this actor; looks at all of them. */
    Optional<Integer> timerOf(ActorRef actor) {
        for (int timer = 0; timer < byTimer.length; timer++) {
            if (isOf(timer, actor)) {
                return Optional.of(timer);
            }
        }
        return Optional.empty();
    }

    void arm(int timer, long deadlineMillis) {
        wheel.arm(timer, deadlineMillis);
    }

    /** The timer is free for others. */
    void free(int timer) {
        byTimer[timer] = null;
        wheel.free(timer);
    }

    void poll(long nowMillis, int limit, IntConsumer due) {
        wheel.poll(nowMillis, limit, due);
    }

    /** No timer fires before this instant. */
    long nextDue() {
        return wheel.nextDue();
    }
}
