package org.cometkv.testkit.subscriptions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.testkit.network.FrameRule;

/** A weakness of subscriptions, made by changing what passes between nodes. */
enum StreamWeakness {

    /** What was lost on the wire is not told: messages are numbered anew as they come. */
    RESTARTED_NUMBERS(0) {
        @Override
        Stream<Wire.Item> arriving(Map<Object, Long> seen, Wire.Item item) {
            if (item instanceof Wire.Deliver deliver) {
                return Stream.of(new Wire.Deliver(
                        deliver.key(), deliver.stream(), 0, renumbered(seen, deliver.stream(), deliver.messages())));
            }
            if (body(item) instanceof ReplicaReply.Subscribed subscribed) {
                seen.putIfAbsent(subscribed.stream(), subscribed.number());
            }
            return Stream.of(body(item) instanceof ReplicaReply.Renewed ? known(item) : item);
        }
    },

    /** A replica that does not remember what a subscriber missed says that it missed nothing. */
    RECOVERED_BY_A_LIE(0) {
        @Override
        Stream<Wire.Item> arriving(Map<Object, Long> seen, Wire.Item item) {
            boolean isGap = body(item) instanceof ReplicaReply.Subscribed subscribed
                    && subscribed.recovery() == ReplicaReply.Recovery.GAP;
            return Stream.of(isGap ? recovered(item, List.of()) : item);
        }
    },

    /** The history is lost, and nobody notices. */
    LOST_HISTORY(100) {
        @Override
        Stream<Wire.Item> arriving(Map<Object, Long> seen, Wire.Item item) {
            boolean isRecovered = body(item) instanceof ReplicaReply.Subscribed subscribed
                    && subscribed.recovery() == ReplicaReply.Recovery.RECOVERED;
            return Stream.of(isRecovered ? recovered(item, List.of()) : item);
        }
    };

    private final int history;

    /** @param history how many messages the topics keep */
    StreamWeakness(int history) {
        this.history = history;
    }

    int history() {
        return history;
    }

    /** The items that arrive in place of this one. */
    abstract Stream<Wire.Item> arriving(Map<Object, Long> seen, Wire.Item item);

    /** A rule for one run. */
    FrameRule rule() {
        Map<String, Map<Object, Long>> seen = new LinkedHashMap<>();
        return (from, to, isPaused, frame) -> {
            Map<Object, Long> its = seen.computeIfAbsent(from + " " + to, link -> new LinkedHashMap<>());
            List<Wire.Item> items =
                    frame.items().stream().flatMap(item -> arriving(its, item)).toList();
            return items.isEmpty()
                    ? List.of()
                    : List.of(new Wire.Frame(frame.from(), frame.clock(), items, frame.size()));
        };
    }

    private static ReplicaReply body(Wire.Item item) {
        return item instanceof Wire.Reply reply ? reply.body() : new ReplicaReply.Held();
    }

    private static List<StreamMessage> renumbered(Map<Object, Long> seen, Object stream, List<StreamMessage> messages) {
        return messages.stream()
                .map(message -> new StreamMessage(
                        seen.merge(stream, 1L, Long::sum),
                        message.value(),
                        message.conflate(),
                        message.tags(),
                        message.digest()))
                .toList();
    }

    /** A renewal that says nothing of what was sent. */
    private static Wire.Item known(Wire.Item item) {
        Wire.Reply reply = (Wire.Reply) item;
        List<Long> sent = ((ReplicaReply.Renewed) reply.body())
                .sent().stream().map(each -> 0L).toList();
        return new Wire.Reply(reply.id(), new ReplicaReply.Renewed(sent));
    }

    private static Wire.Item recovered(Wire.Item item, List<StreamMessage> missed) {
        Wire.Reply reply = (Wire.Reply) item;
        ReplicaReply.Subscribed told = (ReplicaReply.Subscribed) reply.body();
        return new Wire.Reply(
                reply.id(),
                new ReplicaReply.Subscribed(
                        told.stream(),
                        told.number(),
                        told.digest(),
                        told.answer(),
                        ReplicaReply.Recovery.RECOVERED,
                        OptionalLong.empty(),
                        missed,
                        told.usage()));
    }
}
