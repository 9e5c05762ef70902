package org.cometkv.actors.replicas;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.objects.ByteQuota;
import org.cometkv.routing.Key;
import org.cometkv.timers.TimerWheel;

/**
 * The table of hosted objects and values: their count, their bytes, and one wheel timer each, whose number is the
 * entry's index.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class HostedTable {

    /** What a timer belongs to; the actor is null for a value. */
    record Resident(Key key, ActorRef actor, int bytes) {}

    private final TimerWheel wheel;
    private final int objectsMax;
    private final ByteQuota room;
    private Resident[] byTimer = new Resident[64];
    private int objects;

    HostedTable(TimerWheel wheel, int objectsMax, ByteQuota room) {
        this.wheel = wheel;
        this.objectsMax = objectsMax;
        this.room = room;
    }

    /** Why there is no room for so many bytes in place of others; empty if there is. */
    Optional<String> noRoom(int size, boolean isNew, int replaced) {
        if (isNew && objects >= objectsMax) {
            return Optional.of("this node holds " + objects + " objects; the limit is " + objectsMax);
        }
        return room.refusal(replaced, size);
    }

    /** One object more, of so many bytes. */
    void enter(int size) {
        objects++;
        room.enter(size);
    }

    /** One object less. */
    void leave(int size) {
        objects--;
        room.leave(size);
    }

    /** A timer for what is under the key; the actor may come later. */
    int timer(Key key, int size) {
        int timer = wheel.add();
        if (timer >= byTimer.length) {
            byTimer = Arrays.copyOf(byTimer, 2 * byTimer.length);
        }
        byTimer[timer] = new Resident(key, null, size);
        return timer;
    }

    void seat(int timer, ActorRef actor) {
        Resident resident = byTimer[timer];
        byTimer[timer] = new Resident(resident.key(), actor, resident.bytes());
    }

    /** The object has another size from now on, for which it took room itself. */
    void resize(int timer, int size) {
        Resident resident = byTimer[timer];
        byTimer[timer] = new Resident(resident.key(), resident.actor(), size);
    }

    /** What the timer belongs to. */
    Resident at(int timer) {
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
