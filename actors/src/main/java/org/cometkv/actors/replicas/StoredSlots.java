package org.cometkv.actors.replicas;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.conduct.HeldBytes;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.Placard;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.rest.RestingImage;
import org.cometkv.actors.storage.Source;
import org.cometkv.actors.wire.Image;
import org.cometkv.routing.Key;

/** The slots of a directory as they are stored. Thread-safe. */
final class StoredSlots implements Source, Placard.Listener {

    private final Directory directory;
    private final BiConsumer<Key, Slot.Resting> asleep;

    /** @param asleep is told of what sleeps once its image is in the store, on the thread of that */
    StoredSlots(Directory directory, BiConsumer<Key, Slot.Resting> asleep) {
        this.directory = directory;
        this.asleep = asleep;
    }

    @Override
    public void changed(Key key) {
        directory.changed().changed(key);
        directory.store().changed(key);
    }

    @Override
    public void drifted(Key key) {
        directory.store().drifted(key);
    }

    /** Who removes waits for the tombstone from now on. */
    @Override
    public void ended(Key key) {
        directory.store().changed(key);
    }

    @Override
    public void read(Key key, Consumer<Held> reader) {
        Slot slot = directory.slot(key);
        if (slot instanceof Slot.Active active) {
            // Before it is asked: what it does after its image was taken makes it dirty anew.
            active.placard().saving();
            active.actor()
                    .tell(
                            new AsoActor.Picture(image ->
                                    reader.accept(image.map(StoredSlots::live).orElse(Other.UNSETTLED))),
                            ActorRef.noSender());
        } else {
            reader.accept(held(key, slot));
        }
    }

    private Held held(Key key, Slot slot) {
        if (slot instanceof Slot.Passive passive) {
            return live((Image) passive.content(key).orElseThrow());
        }
        if (slot instanceof Slot.Tombstone gone) {
            return new Gone(gone.gone(key), gone.lineage());
        }
        if (slot instanceof Slot.Resting resting) {
            return resting.image().map(image -> asleep(key, resting, image)).orElse(Other.UNCHANGED);
        }
        return Other.NOTHING;
    }

    private Held asleep(Key key, Slot.Resting resting, RestingImage image) {
        return new Asleep(image.head(), image.bytes(), () -> asleep.accept(key, resting));
    }

    private static Held live(Image image) {
        return new Live(image, HeldBytes.of(image));
    }
}
