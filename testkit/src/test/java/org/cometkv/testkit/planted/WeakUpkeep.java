package org.cometkv.testkit.planted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/** The weaknesses of owners that compare keys, made by changing what they tell each other. */
enum WeakUpkeep implements ItemRule {

    /** Owners settle without a look at what others hold: they are told that it is nothing. */
    SETTLES_ALONE {
        @Override
        ReplicaReply changed(ReplicaReply body) {
            if (body instanceof ReplicaReply.RangesCompared) {
                return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.EQUAL, List.of());
            }
            return body instanceof ReplicaReply.Compared ? new ReplicaReply.Compared(KeyDigest.NOTHING) : body;
        }
    },

    /** Tombstones are forgotten when keys are compared. */
    FORGETS_TOMBSTONES {
        @Override
        ReplicaReply changed(ReplicaReply body) {
            if (body instanceof ReplicaReply.Compared compared && compared.digest() instanceof KeyDigest.Gone) {
                return new ReplicaReply.Compared(KeyDigest.NOTHING);
            }
            boolean isGone = body instanceof ReplicaReply.Fetched fetched
                    && fetched.content().orElse(null) instanceof KeyContent.Gone;
            return isGone ? new ReplicaReply.Fetched(Optional.empty()) : body;
        }

        @Override
        Stream<Wire.Item> changed(int from, Wire.Upkeep request) {
            boolean isGone = request instanceof Wire.Transfer transfer && transfer.content() instanceof KeyContent.Gone;
            return isGone ? Stream.of() : Stream.of(request);
        }
    },

    /** An owner drops what it holds where it should give way. */
    DROPS_WHAT_IS_TAKEN_BACK {
        @Override
        Stream<Wire.Item> changed(int from, Wire.Upkeep request) {
            if (!(request instanceof Wire.Resolve told) || told.resolution() != Wire.Resolution.RETRACTED) {
                return Stream.of(request);
            }
            String node = "node-" + from;
            Caller caller = Caller.local(new Contact(NodeId.of(node), node, 2551 + from), "tester");
            return Stream.of(
                    request,
                    new Wire.Remove(
                            told.id() + RunTwice.OTHER_ID,
                            told.key(),
                            RaisedVersions.after(told.version()),
                            caller,
                            Value.NIL));
        }
    },

    /** Images do not tell which updates are in them: who takes one runs its own again. */
    IMAGES_WITHOUT_NAMES {
        @Override
        ReplicaReply changed(ReplicaReply body) {
            return body instanceof ReplicaReply.Fetched fetched
                    ? new ReplicaReply.Fetched(fetched.content().map(IMAGES_WITHOUT_NAMES::unnamed))
                    : body;
        }

        @Override
        Stream<Wire.Item> changed(int from, Wire.Upkeep request) {
            return Stream.of(
                    request instanceof Wire.Transfer transfer
                            ? new Wire.Transfer(transfer.id(), unnamed(transfer.content()))
                            : request);
        }
    };

    ReplicaReply changed(ReplicaReply body) {
        return body;
    }

    Stream<Wire.Item> changed(int from, Wire.Upkeep request) {
        return Stream.of(request);
    }

    KeyContent unnamed(KeyContent content) {
        return content instanceof Image image
                ? new Image(
                        image.header(), image.script(), image.state(), Map.copyOf(image.timers()), RecentUpdates.NONE)
                : content;
    }

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (item instanceof Wire.Reply reply) {
            return Stream.of(new Wire.Reply(reply.id(), changed(reply.body())));
        }
        return item instanceof Wire.Upkeep upkeep ? changed(from, upkeep) : Stream.of(item);
    }
}
