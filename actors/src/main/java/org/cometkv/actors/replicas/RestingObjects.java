package org.cometkv.actors.replicas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of a node that are in its store alone, and come back when somebody asks for them.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class RestingObjects {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaManager.LOGGER);

    private static final long RETRY_MILLIS = 100;

    /** Makes an image of the store live in the place of its slot; tells when that has been tried. */
    interface Restorer {
        void restore(Image image, Slot.Resting slot, Runnable tried);
    }

    private final NodeContext node;
    private final Directory directory;
    private final HeldKeys keys;
    private final Consumer<Runnable> later;
    private final Restorer restorer;
    /** The steps that wait for each key that is being brought back. */
    private final Map<Key, List<Runnable>> waking = new HashMap<>();

    private int waiting;

    /** @param later runs a step on the thread of the owner */
    RestingObjects(NodeContext node, Directory directory, HeldKeys keys, Consumer<Runnable> later, Restorer restorer) {
        this.node = node;
        this.directory = directory;
        this.keys = keys;
        this.later = later;
        this.restorer = restorer;
    }

    /** Serves a request once its object is back; false if it rests not. */
    boolean serves(ReplicaRequest request, Consumer<ReplicaRequest> server) {
        if (!isResting(request.key())) {
            return false;
        }
        if (waiting >= node.settings().replication().settlingMax()) {
            request.refuse(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "too many requests wait for objects that come back from the disk",
                    RETRY_MILLIS));
            return true;
        }
        return wakes(request.key(), () -> server.accept(request));
    }

    private boolean isResting(Key key) {
        return keys.present(key) instanceof Slot.Resting resting && !resting.isBroken();
    }

    /** Runs the step once what rests under the key is back, or cannot come back; false if nothing rests there. */
    boolean wakes(Key key, Runnable step) {
        if (!isResting(key)) {
            return false;
        }
        waiting++;
        List<Runnable> steps = waking.get(key);
        if (steps == null) {
            steps = new ArrayList<>(1);
            waking.put(key, steps);
            Slot.Resting resting = (Slot.Resting) directory.slot(key);
            directory.store().read(key, stored -> later.accept(() -> read(key, resting, stored)));
        }
        steps.add(step);
        return true;
    }

    private void read(Key key, Slot.Resting resting, Optional<StorageCodec.StoredImage> stored) {
        if (directory.slot(key) != resting) {
            // It ended meanwhile.
            awake(key);
            return;
        }
        Optional<Image> image = stored.filter(each -> each.image().header().equals(resting.header()))
                .map(each -> aged(each, node.clock().wallMillis()));
        if (image.isEmpty()) {
            lost(key, resting);
        } else if (image.get().isPassive()) {
            restorePassive(key, resting, image.get());
        } else {
            restorer.restore(image.get(), resting, () -> awake(key));
        }
    }

    private void restorePassive(Key key, Slot.Resting resting, Image image) {
        Optional<Slot.Passive> passive = Slot.Passive.of(image);
        if (passive.isPresent()) {
            keys.restore(key, resting, passive.get());
            awake(key);
        } else {
            lost(key, resting);
        }
    }

    /** This node holds nothing under the key any more: its other owners are asked for what they have. */
    private void lost(Key key, Slot.Resting resting) {
        LOG.error("{}: what the data directory had under key {} is lost here: it cannot be read", node.self(), key);
        keys.vacate(key, resting);
        directory.compared().compareAgain(key);
        awake(key);
    }

    private void awake(Key key) {
        List<Runnable> steps = waking.remove(key);
        waiting -= steps.size();
        steps.forEach(Runnable::run);
    }

    /** The image with the times that its timers have left now; none has more than it had, whatever the clock did. */
    private static Image aged(StorageCodec.StoredImage stored, long wallMillis) {
        Image image = stored.image();
        long passed = Math.max(0, wallMillis - stored.savedMillis());
        Map<String, Long> timers = new LinkedHashMap<>();
        image.timers().forEach((name, left) -> timers.put(name, Math.max(0, left - passed)));
        return new Image(image.header(), image.script(), image.state(), timers, image.recent());
    }
}
