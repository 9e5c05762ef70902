package org.cometkv.actors.replicas;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.context.PublishedView;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.repair.ChangedRanges;
import org.cometkv.actors.repair.ComparedKeys;
import org.cometkv.actors.repair.KeyIndex;
import org.cometkv.actors.seam.HeldReplica;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/**
 * The directory of what this node holds, by key: written by the ReplicaManager only, read by every thread, so that a
 * request finds its object without a detour.
 */
public final class Directory {

    /** Wakes what sleeps under a key, on any thread, and then runs the step. */
    interface Waker {
        void wake(Key key, Runnable step);
    }

    /** Most keys that are remembered as compared one by one, until their ranges are. */
    private static final int COMPARED_KEYS_MAX = 1 << 18;

    private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();
    private final KeyIndex index = new KeyIndex();
    private final ChangedRanges changed = new ChangedRanges();
    private final ComparedKeys compared;
    private final ObjectStore store;
    private Waker waker;
    private volatile int awake;
    private volatile int asleep;

    /**
     * A directory of nothing.
     *
     * @param published whose epochs say how long a comparison counts
     * @param store is told what is changed by others than objects that run
     */
    public Directory(PublishedView published, ObjectStore store) {
        this.store = store;
        this.compared = new ComparedKeys(published, COMPARED_KEYS_MAX);
    }

    /** Names who wakes what sleeps; before the first request. */
    void bind(Waker itsWaker) {
        waker = itsWaker;
    }

    /** Whether the object that ran there has come to rest, or woken again, since it was asked. */
    boolean hasMoved(Key key, Slot.Active asked) {
        Slot slot = slots.get(key);
        return slot instanceof Slot.Resting resting && !resting.isBroken()
                || slot instanceof Slot.Active active && active != asked;
    }

    /** Lets the object under a key come to rest before its time; tells whether it does. For the TestKit. */
    public void passivate(Key key, Consumer<Boolean> reader) {
        if (slots.get(key) instanceof Slot.Active active) {
            active.actor().tell(new AsoActor.Rest(reader), ActorRef.noSender());
        } else {
            reader.accept(false);
        }
    }

    /** The keys that were compared with their other owners. */
    public ComparedKeys compared() {
        return compared;
    }

    /** Where what is held is kept. */
    public ObjectStore store() {
        return store;
    }

    public Slot slot(Key key) {
        return slots.get(key);
    }

    /** The keys under which something is held; for the ReplicaManager. */
    KeyIndex index() {
        return index;
    }

    /** The count of changes by ranges of keys. */
    ChangedRanges changed() {
        return changed;
    }

    /** Puts a value or tombstone under a key, or an object that runs, which tells itself what is to be stored. */
    void put(Key key, Slot slot) {
        putAsStored(key, slot);
        if (!(slot instanceof Slot.Active)) {
            store.changed(key);
        }
    }

    /** Puts what the store has already. */
    void putAsStored(Key key, Slot slot) {
        count(slots.put(key, slot), slot);
        index.add(key);
        changed.changed(key);
    }

    /** Puts an object that comes to rest in the place of its actor: to all others it is the same as before. */
    void sleep(Key key, Slot.Resting resting) {
        count(slots.put(key, resting), resting);
        store.drifted(key);
    }

    /** Puts the same object, which sleeps elsewhere. */
    void replaceSleeper(Key key, Slot.Resting resting) {
        slots.put(key, resting);
    }

    /** The objects that run. */
    public int awake() {
        return awake;
    }

    /** The objects and values that sleep. */
    public int asleep() {
        return asleep;
    }

    private void count(Slot before, Slot after) {
        awake += one(after instanceof Slot.Active) - one(before instanceof Slot.Active);
        asleep += one(after instanceof Slot.Resting) - one(before instanceof Slot.Resting);
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    void remove(Key key) {
        count(slots.remove(key), null);
        index.remove(key);
        changed.changed(key);
        store.changed(key);
    }

    public int size() {
        return slots.size();
    }

    /** Hands a request to the object's actor if it runs; false if the ReplicaManager has to see to it. */
    public boolean offer(Key key, ReplicaRequest request) {
        if (slots.get(key) instanceof Slot.Active active && !needsSettling(request)) {
            active.actor().tell(request, ActorRef.noSender());
            return true;
        }
        return false;
    }

    /** The digest of what is held under a key as of its last commit. */
    public KeyDigest digest(Key key) {
        Slot slot = slots.get(key);
        return slot == null ? KeyDigest.NOTHING : slot.digest();
    }

    /** Whether the request's key is to be compared with its other owners first. */
    public boolean needsSettling(ReplicaRequest request) {
        boolean isOfContent = request.body() instanceof Wire.Get
                || request.body() instanceof Wire.Subscribe
                || request.body() instanceof Wire.Change change && !(change instanceof Wire.Copy);
        return isOfContent && (!compared.isCompared(request.key()) || isBesideOwners(request));
    }

    /** What is held beside the owners was compared with them once, and nobody told it what they did since. */
    private static boolean isBesideOwners(ReplicaRequest request) {
        return request.body() instanceof Wire.Change change && change.terms().areBesideOwners();
    }

    /** Tells the replica that is held under a key, at once or by its actor; for the TestKit. */
    public void inspect(Key key, long wallMillis, Consumer<Optional<HeldReplica>> reader) {
        Slot slot = slots.get(key);
        if (slot instanceof Slot.Active active) {
            active.actor().tell(new AsoActor.Inspect(reader), ActorRef.noSender());
        } else if (slot instanceof Slot.Resting resting && !resting.isBroken()) {
            waker.wake(key, () -> inspect(key, wallMillis, reader));
        } else if (slot instanceof Slot.Passive passive && !passive.isExpired(wallMillis)) {
            Value state = Value.table(Map.of("value", passive.value()));
            reader.accept(Optional.of(new HeldReplica(passive.header(), state)));
        } else {
            reader.accept(Optional.empty());
        }
    }
}
