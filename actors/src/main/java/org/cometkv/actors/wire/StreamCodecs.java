package org.cometkv.actors.wire;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Snapshot;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.codec.ValueCodec;

/** The codecs of subscriptions: requests, their replies, and the messages of streams. */
final class StreamCodecs {

    private static final StreamCause[] CAUSES = StreamCause.values();
    private static final ReplicaReply.Recovery[] RECOVERIES = ReplicaReply.Recovery.values();

    private StreamCodecs() {}

    static void subscribe(WireOutput out, Wire.Subscribe subscribe) {
        out.number(subscribe.id());
        PartyCodec.key(out, subscribe.key());
        WireFields.caller(out, subscribe.caller());
        ValueCodec.write(out, subscribe.request());
        out.text(subscribe.position(), Wire.POSITION_BYTES_MAX);
    }

    static Wire.Subscribe subscribe(WireInput in) {
        return new Wire.Subscribe(
                in.number(),
                PartyCodec.key(in),
                WireFields.caller(in),
                ValueCodec.read(in),
                in.text(Wire.POSITION_BYTES_MAX));
    }

    static void renew(WireOutput out, Wire.Renew renew) {
        out.number(renew.id());
        PartyCodec.nodeId(out, renew.from());
        out.list(renew.leases(), Wire.LEASES_MAX, (each, lease) -> {
            stream(each, lease.stream());
            each.number(lease.seen());
            each.integer(lease.subscribers());
        });
    }

    static Wire.Renew renew(WireInput in) {
        return new Wire.Renew(
                in.number(),
                PartyCodec.nodeId(in),
                in.list(Wire.LEASES_MAX, each -> new Wire.Lease(stream(each), each.number(), each.integer())));
    }

    static void deliver(WireOutput out, Wire.Deliver deliver) {
        PartyCodec.key(out, deliver.key());
        stream(out, deliver.stream());
        out.number(deliver.omitted());
        messages(out, deliver.messages());
    }

    static Wire.Deliver deliver(WireInput in) {
        return new Wire.Deliver(PartyCodec.key(in), stream(in), in.number(), messages(in));
    }

    static void ended(WireOutput out, Wire.StreamEnded ended) {
        PartyCodec.key(out, ended.key());
        stream(out, ended.stream());
        out.constant(ended.cause());
    }

    static Wire.StreamEnded ended(WireInput in) {
        return new Wire.StreamEnded(PartyCodec.key(in), stream(in), in.constant(CAUSES));
    }

    static void credit(WireOutput out, Wire.Credit credit) {
        stream(out, credit.stream());
        out.number(credit.seen());
        out.integer(credit.subscribers());
    }

    static Wire.Credit credit(WireInput in) {
        return new Wire.Credit(stream(in), in.number(), in.integer());
    }

    static void subscribed(WireOutput out, ReplicaReply.Subscribed subscribed) {
        stream(out, subscribed.stream());
        out.number(subscribed.number());
        out.word(subscribed.digest());
        ValueCodec.write(out, subscribed.answer());
        out.constant(subscribed.recovery());
        out.optionalNumber(subscribed.missing());
        messages(out, subscribed.missed());
        WireFields.usage(out, subscribed.usage());
    }

    static ReplicaReply.Subscribed subscribed(WireInput in) {
        return new ReplicaReply.Subscribed(
                stream(in),
                in.number(),
                in.word(),
                ValueCodec.read(in),
                in.constant(RECOVERIES),
                in.optionalNumber(),
                messages(in),
                WireFields.usage(in));
    }

    static void redirected(WireOutput out, ReplicaReply.Redirected redirected) {
        PartyCodec.key(out, redirected.key());
        WireFields.usage(out, redirected.usage());
    }

    static ReplicaReply.Redirected redirected(WireInput in) {
        return new ReplicaReply.Redirected(PartyCodec.key(in), WireFields.usage(in));
    }

    static void renewed(WireOutput out, ReplicaReply.Renewed renewed) {
        out.list(renewed.sent(), Wire.LEASES_MAX, Output::number);
    }

    static ReplicaReply.Renewed renewed(WireInput in) {
        return new ReplicaReply.Renewed(in.list(Wire.LEASES_MAX, Input::number));
    }

    static void reach(Output out, Reach reach) {
        out.integer(reach.nodes());
        out.integer(reach.subscribers());
        out.integer(reach.outOfCredit());
    }

    static Reach reach(Input in) {
        return new Reach(in.integer(), in.integer(), in.integer());
    }

    private static void messages(WireOutput out, List<StreamMessage> messages) {
        out.count(messages.size(), Policy.HISTORY_MAX);
        messages.forEach(message -> message(out, message));
    }

    private static List<StreamMessage> messages(WireInput in) {
        int count = in.count(Policy.HISTORY_MAX);
        in.claim(count);
        List<StreamMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(message(in));
        }
        return messages;
    }

    private static void message(WireOutput out, StreamMessage message) {
        out.number(message.number());
        ValueCodec.write(out, message.value());
        out.optional(message.conflate(), (each, key) -> each.text(key, Effect.Publish.CONFLATE_BYTES_MAX));
        out.list(message.tags(), Snapshot.TAGS_MAX, (each, tag) -> each.text(tag, Snapshot.TAG_BYTES_MAX));
        out.word(message.digest());
    }

    private static StreamMessage message(WireInput in) {
        return new StreamMessage(
                in.number(),
                ValueCodec.read(in),
                in.optional(each -> each.text(Effect.Publish.CONFLATE_BYTES_MAX)),
                in.list(Snapshot.TAGS_MAX, each -> each.text(Snapshot.TAG_BYTES_MAX)),
                in.word());
    }

    private static void stream(Output out, StreamId stream) {
        out.word(stream.node());
        out.number(stream.count());
    }

    private static StreamId stream(Input in) {
        return new StreamId(in.word(), in.number());
    }
}
