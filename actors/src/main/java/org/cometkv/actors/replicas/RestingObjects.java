package org.cometkv.actors.replicas;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.Passivation;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.rest.ObjectNotes;
import org.cometkv.actors.rest.RestingImage;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StorageCodec;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.routing.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of a node that sleep, in memory or in its store alone, and come back when somebody asks for them.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class RestingObjects {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaManager.LOGGER);

    private static final long RETRY_MILLIS = 100;

    /** Makes an image live in the place of its slot; tells when that has been tried. */
    interface Restorer {
        void restore(Image image, Slot.Resting slot, Passivation.Recall recall, Runnable tried);
    }

    /** Tells what was under a key before the put of this version, if that may be taken back still. */
    interface FoundBefore {
        Optional<Optional<Slot>> foundBy(Key key, Version put);
    }

    private final NodeContext node;
    private final Directory directory;
    private final HeldKeys keys;
    private final Consumer<Runnable> later;
    private final Restorer restorer;
    /** The steps that wait for each key that is being brought back. */
    private final Map<Key, List<Runnable>> waking = new HashMap<>();

    /** The scripts of those that sleep in memory, one instance of each. */
    private final Map<Script, WeakReference<Script>> scripts = new WeakHashMap<>();

    private FoundBefore found = (key, put) -> Optional.empty();
    private int waiting;

    /** @param later runs a step on the thread of the owner */
    RestingObjects(NodeContext node, Directory directory, HeldKeys keys, Consumer<Runnable> later, Restorer restorer) {
        this.node = node;
        this.directory = directory;
        this.keys = keys;
        this.later = later;
        this.restorer = restorer;
    }

    void bind(FoundBefore itsFound) {
        found = itsFound;
    }

    /** The same slot, whose script is shared with the others that sleep. */
    Slot.Resting sharing(Slot.Resting slot) {
        return slot.sharing(this::shared);
    }

    private Script shared(Script script) {
        WeakReference<Script> known = scripts.get(script);
        Script same = known == null ? null : known.get();
        if (same == null) {
            scripts.put(script, new WeakReference<>(script));
            return script;
        }
        return same;
    }

    /** Serves a request once its object is back; false if it rests not. */
    boolean serves(ReplicaRequest request, Consumer<ReplicaRequest> server) {
        if (!isResting(request.key())) {
            return false;
        }
        if (waiting >= node.settings().replication().settlingMax()) {
            request.refuse(
                    Refusal.retry(Refusal.Reason.BUSY, "too many requests wait for objects that wake", RETRY_MILLIS));
            return true;
        }
        if (request.body() instanceof Wire.Stat) {
            open(request.key(), opened -> request.replyTo().reply(status(request.key(), opened)));
            return true;
        }
        return wakes(request.key(), () -> server.accept(request));
    }

    /** Reads what sleeps under the key, and lets it sleep; false if nothing does. */
    boolean reads(Key key, Consumer<Optional<KeyContent>> reader) {
        if (!isResting(key)) {
            return false;
        }
        Slot.Resting slot = (Slot.Resting) directory.slot(key);
        open(key, opened -> reader.accept(opened.map(each -> aged(each.image(), slot.sinceMillis()))));
        return true;
    }

    private void open(Key key, Consumer<Optional<RestingImage.Opened>> reader) {
        Slot.Resting slot = (Slot.Resting) directory.slot(key);
        if (slot.image().isPresent()) {
            reader.accept(opened(key, slot.image().get()));
            return;
        }
        directory.store().read(key, stored -> later.accept(() -> reader.accept(opened(slot, stored))));
    }

    private static Optional<RestingImage.Opened> opened(Key key, RestingImage image) {
        try {
            return Optional.of(image.open());
        } catch (MalformedInput e) {
            LOG.error("the image of {} at rest in memory cannot be read", key, e);
            return Optional.empty();
        }
    }

    private static Optional<RestingImage.Opened> opened(Slot.Resting slot, Optional<StorageCodec.StoredImage> stored) {
        try {
            return stored.filter(each -> each.image().header().equals(slot.header()))
                    .map(each -> new RestingImage.Opened(each.image(), ObjectNotes.decode(each.notes())));
        } catch (MalformedInput e) {
            return Optional.empty();
        }
    }

    private ReplicaReply status(Key key, Optional<RestingImage.Opened> opened) {
        ObjectNotes notes = opened.map(RestingImage.Opened::notes).orElse(ObjectNotes.NONE);
        return directory.slot(key) instanceof Slot.Resting resting
                ? new ReplicaReply.Status(
                        resting.header(),
                        resting.bytes(),
                        notes.standing(),
                        notes.totals(),
                        notes.lastError(),
                        notes.log())
                : HeldKeys.status(directory.slot(key));
    }

    private boolean isResting(Key key) {
        return keys.present(key) instanceof Slot.Resting resting && !resting.isBroken();
    }

    /** Wakes what sleeps under the key, if anything does, and runs the step. */
    void wake(Key key, Runnable step) {
        if (!wakes(key, step)) {
            step.run();
        }
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
            steps.add(step);
            open(key, opened -> read(key, resting, opened));
        } else {
            steps.add(step);
        }
        return true;
    }

    private void read(Key key, Slot.Resting asked, Optional<RestingImage.Opened> opened) {
        if (!(directory.slot(key) instanceof Slot.Resting resting)
                || !resting.header().equals(asked.header())) {
            // It ended meanwhile.
            awake(key);
            return;
        }
        if (opened.isEmpty()) {
            lost(key, resting);
        } else if (opened.get().image().isPassive()) {
            restorePassive(key, resting, opened.get().image());
        } else {
            Optional<Optional<Slot>> before =
                    found.foundBy(key, resting.header().lineage());
            Passivation.Recall recall = new Passivation.Recall(opened.get().notes(), resting.sinceMillis(), before);
            restorer.restore(opened.get().image(), resting, recall, () -> awake(key));
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
        LOG.error("{}: what was at rest under key {} is lost here: it cannot be read", node.self(), key);
        keys.vacate(key, resting);
        directory.compared().compareAgain(key);
        awake(key);
    }

    private void awake(Key key) {
        List<Runnable> steps = waking.remove(key);
        waiting -= steps.size();
        steps.forEach(Runnable::run);
    }

    /** The image with the times that its timers have left now. */
    private Image aged(Image image, long sinceMillis) {
        long passed = Math.max(0, node.clock().millis() - sinceMillis);
        Map<String, Long> timers = new LinkedHashMap<>();
        image.timers().forEach((name, left) -> timers.put(name, Math.max(0, left - passed)));
        return new Image(image.header(), image.script(), image.state(), timers, image.recent());
    }
}
