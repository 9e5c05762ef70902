package org.cometkv.actors.replicas;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.repair.Repairs;
import org.cometkv.actors.repair.Settlements;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;

/**
 * The upkeep of a node's replicas: what its other owners ask about a key, hand over, and tell of a change's end.
 *
 * <p>Not thread-safe; owned by the ReplicaManager.
 */
final class Upkeep {

    /** Makes an image live here, where no object runs; tells when that is done. */
    interface Restorer {
        void restore(Image image, Slot slot, Runnable restored);
    }

    /** Most changes that are remembered as taken back, or as what may yet be. */
    private static final int REMEMBERED_MAX = 65_536;

    private static final long RETRY_MILLIS = 1_000;

    private final NodeContext node;
    private final HeldKeys keys;
    private final Directory directory;
    private final Restorer restorer;
    private final Consumer<Runnable> later;
    private final RetractedVersions retracted;
    private final SoundKeys sound;
    private final Resolutions resolutions;
    private final RestingObjects resting;
    private Settlements settlements;
    private Repairs repairs;

    /** @param later runs a step on the thread of the owner */
    Upkeep(
            NodeContext node,
            HeldKeys keys,
            Directory directory,
            RestingObjects resting,
            Restorer restorer,
            Consumer<Runnable> later,
            DeadlineTask deadline) {
        this.resting = resting;
        this.node = node;
        this.keys = keys;
        this.directory = directory;
        this.restorer = restorer;
        this.later = later;
        CometSettings.Requests requests = node.settings().requests();
        this.retracted =
                new RetractedVersions(REMEMBERED_MAX, 2 * requests.timeout().toMillis());
        this.sound = new SoundKeys(node.clock(), keys, retracted);
        resting.bind((key, put) -> retracted.lookFoundBy(key, put, now()));
        this.resolutions = new Resolutions(node, keys, directory, resting, retracted, sound, later, deadline);
    }

    void bind(Settlements itsSettlements, Repairs itsRepairs) {
        settlements = itsSettlements;
        resolutions.bind(itsSettlements);
        repairs = itsRepairs;
    }

    void onRequest(ReplicaRequest request, Wire.Upkeep asked) {
        Key key = asked.key();
        if (asked instanceof Wire.Compare) {
            request.replyTo().reply(new ReplicaReply.Compared(keys.digest(key)));
        } else if (asked instanceof Wire.CompareRanges ranges) {
            repairs.compareRanges(ranges, request.replyTo()::reply);
        } else if (asked instanceof Wire.CompareKeys ofRange) {
            request.replyTo().reply(repairs.compareKeys(ofRange));
        } else if (asked instanceof Wire.Fetch) {
            read(key, content -> request.replyTo().reply(new ReplicaReply.Fetched(content)));
        } else if (asked instanceof Wire.Transfer transfer) {
            Runnable reply = () -> request.replyTo().reply(new ReplicaReply.Compared(keys.digest(key)));
            if (sound.isSound(transfer.content())) {
                take(transfer.content(), reply);
            } else {
                reply.run();
            }
        } else {
            resolutions.resolve((Wire.Resolve) asked, isResolved -> {
                if (isResolved) {
                    request.replyTo().reply(new ReplicaReply.Resolved());
                } else {
                    request.refuse(Refusal.retry(
                            Refusal.Reason.NOT_READY, "not all owners of the key were reached", RETRY_MILLIS));
                }
            });
        }
    }

    /** Whether the change was taken back before it came. */
    boolean isRetracted(Wire.Change change) {
        return retracted.isRetracted(change.key(), change.version(), now());
    }

    /** The change takes the place of what is in the slot, which comes back if the change is taken back. */
    void tookPlaceOf(Wire.Change change, Slot slot) {
        tookPlaceOf(change.key(), change.version(), slot);
    }

    private void tookPlaceOf(Key key, Version version, Slot slot) {
        if (!(slot instanceof Slot.Held)) {
            retracted.tookPlaceOf(key, version, Optional.ofNullable(slot), now());
        }
    }

    /** This node, the first owner, refused the change for good. */
    void refused(Key key, Version version) {
        retracted.retract(key, version, now());
    }

    /** Whether this node owns the key, or holds something under it. */
    boolean isMine(Key key) {
        int replicas = node.settings().replication().replicas();
        return directory.slot(key) != null
                || node.view().isOwner(key, replicas, node.self().id());
    }

    /** Ends the doubts whose time is over; when the next ones do. */
    long nextDue(long nowMillis) {
        return resolutions.nextDue(nowMillis);
    }

    private long now() {
        return node.clock().millis();
    }

    /** What a settlement sees of this node. */
    Settlements.Replicas replicas(Consumer<ReplicaRequest> server) {
        return new Settlements.Replicas() {
            @Override
            public KeyDigest digest(Key key) {
                return sound.digest(key);
            }

            @Override
            public boolean givesWay(Key key) {
                return sound.givesWay(key);
            }

            @Override
            public int replicas(Key key) {
                return Upkeep.this.replicas(key);
            }

            @Override
            public boolean isSound(KeyContent content) {
                return sound.isSound(content);
            }

            @Override
            public boolean isSound(Key key, KeyDigest digest) {
                return sound.isSound(key, digest);
            }

            @Override
            public void take(KeyContent content, Runnable taken) {
                Upkeep.this.take(content, taken);
            }

            @Override
            public void read(Key key, Consumer<Optional<KeyContent>> reader) {
                Upkeep.this.read(key, reader);
            }

            @Override
            public void serve(ReplicaRequest request) {
                server.accept(request);
            }
        };
    }

    /** How many owners the key has, as far as this node knows. */
    int replicas(Key key) {
        return keys.header(key)
                .map(Header::replicas)
                .orElse(node.settings().replication().replicas());
    }

    /** Reads what is held under the key, unless it was taken back. */
    void readSound(Key key, Consumer<Optional<KeyContent>> reader) {
        read(key, content -> reader.accept(content.filter(sound::isSound)));
    }

    private void read(Key key, Consumer<Optional<KeyContent>> reader) {
        if (resting.reads(key, reader)) {
            return;
        }
        Slot slot = keys.present(key);
        if (slot instanceof Slot.Active active) {
            tell(
                    active,
                    new AsoActor.Picture(image -> later.accept(() -> {
                        if (image.isEmpty() && directory.hasMoved(key, active)) {
                            read(key, reader);
                        } else {
                            reader.accept(image.map(KeyContent.class::cast));
                        }
                    })));
        } else {
            reader.accept(slot == null ? Optional.empty() : slot.content(key));
        }
    }

    private void take(KeyContent content, Runnable taken) {
        Key key = content.key();
        if (resting.wakes(key, () -> take(content, taken))) {
            return;
        }
        Slot slot = keys.present(key);
        boolean isOver = content instanceof Image image
                && image.header().isExpired(node.clock().wallMillis());
        if (isOver || endedItself(slot, content)) {
            taken.run();
        } else if (slot instanceof Slot.Active active) {
            boolean givesWay = sound.givesWay(key);
            tell(
                    active,
                    new AsoActor.Take(
                            content,
                            givesWay,
                            digest -> later.accept(() -> {
                                if (directory.hasMoved(key, active)) {
                                    take(content, taken);
                                    return;
                                }
                                if (!(digest instanceof KeyDigest.Nothing)) {
                                    sound.gaveWay(key);
                                }
                                taken.run();
                            })));
        } else if (!sound.isSound(content) || !content.digest().beats(sound.digest(key))) {
            taken.run();
        } else if (content instanceof Image image) {
            tookPlaceOf(key, image.header().lineage(), slot);
            restorer.restore(image, slot, taken);
        } else {
            KeyContent.Gone gone = (KeyContent.Gone) content;
            tookPlaceOf(key, gone.version(), slot);
            keys.replace(key, slot, Slot.Tombstone.of(gone));
            taken.run();
        }
    }

    /** Whether an object that is as new ended itself here: other owners' copies of it do not bring it back. */
    private static boolean endedItself(Slot slot, KeyContent content) {
        return slot instanceof Slot.Tombstone gone
                && content instanceof Image image
                && gone.lineage()
                        .filter(ended -> !image.header().lineage().isNewerThan(ended))
                        .isPresent();
    }

    static void tell(Slot.Active active, AsoActor.Command command) {
        active.actor().tell(command, ActorRef.noSender());
    }
}
