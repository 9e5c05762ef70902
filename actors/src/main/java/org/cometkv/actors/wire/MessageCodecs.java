package org.cometkv.actors.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.routing.Contact;

/** The table of everything that has an id on the wire: the records of {@link Wire} and {@link ReplicaReply}. */
final class MessageCodecs {

    private static final int CONTACTS_MAX = 1_024;

    /** Callers at the head of a frame; whoever is not among them stands where he calls. */
    private static final int CALLERS_MAX = 16;

    /** Most bytes of one part of a message. */
    static final int PART_BYTES_MAX = 128 * 1_024;

    /** A bit above the number of owners, which is at most 20. */
    private static final int WITH_REACH = 1 << 5;

    private static final Wire.Condition[] CONDITIONS = Wire.Condition.values();
    private static final Wire.Read[] READS = Wire.Read.values();

    /*
     * Ids are the protocol. They are given once and never changed, reused or left to chance; new ones are appended.
     * Those below 16 are Kryo's own. A type that stands at a fixed place of another (Key, Caller, Image...) has no id.
     *
     * A node has to refuse requests of kinds that came after it: those have the ids from NEWER_REQUESTS to
     * NEWER_REQUESTS_END and begin with their number, as all requests and replies do.
     */
    static final int NEWER_REQUESTS = 64;

    static final int NEWER_REQUESTS_END = 96;

    static final List<MessageCodec<?>> ALL = List.of(
            codec(16, Wire.Frame.class, MessageCodecs::frame, MessageCodecs::frame),
            codec(17, Wire.Hello.class, MessageCodecs::hello, MessageCodecs::hello),
            codec(18, Wire.Get.class, MessageCodecs::get, MessageCodecs::get),
            codec(19, Wire.Put.class, MessageCodecs::put, MessageCodecs::put),
            codec(20, Wire.Remove.class, MessageCodecs::remove, MessageCodecs::remove),
            codec(21, Wire.Copy.class, MessageCodecs::copy, MessageCodecs::copy),
            codec(22, Wire.FindNode.class, MessageCodecs::findNode, MessageCodecs::findNode),
            codec(23, Wire.Reply.class, MessageCodecs::reply, MessageCodecs::reply),
            codec(24, Wire.Refusals.class, MessageCodecs::refusals, MessageCodecs::refusals),
            codec(25, Wire.Part.class, MessageCodecs::part, MessageCodecs::part),
            codec(26, Wire.Stat.class, MessageCodecs::stat, MessageCodecs::stat),
            codec(27, Wire.Release.class, MessageCodecs::release, MessageCodecs::release),
            codec(28, Wire.Compare.class, UpkeepCodecs::compare, UpkeepCodecs::compare),
            codec(29, Wire.Fetch.class, UpkeepCodecs::fetch, UpkeepCodecs::fetch),
            codec(30, Wire.Transfer.class, UpkeepCodecs::transfer, UpkeepCodecs::transfer),
            codec(31, Wire.Resolve.class, UpkeepCodecs::resolve, UpkeepCodecs::resolve),
            codec(32, ReplicaReply.Answered.class, MessageCodecs::answered, MessageCodecs::answered),
            codec(33, ReplicaReply.Absent.class, (out, absent) -> {}, in -> new ReplicaReply.Absent()),
            codec(34, ReplicaReply.Stored.class, MessageCodecs::stored, MessageCodecs::stored),
            codec(35, ReplicaReply.Kept.class, MessageCodecs::kept, MessageCodecs::kept),
            codec(36, ReplicaReply.Removed.class, MessageCodecs::removed, MessageCodecs::removed),
            codec(37, ReplicaReply.Held.class, (out, held) -> {}, in -> new ReplicaReply.Held()),
            codec(38, ReplicaReply.Refused.class, MessageCodecs::refused, MessageCodecs::refused),
            codec(39, ReplicaReply.Failed.class, MessageCodecs::failed, MessageCodecs::failed),
            codec(40, ReplicaReply.Working.class, (out, working) -> {}, in -> new ReplicaReply.Working()),
            codec(41, ReplicaReply.Nodes.class, MessageCodecs::nodes, MessageCodecs::nodes),
            codec(42, ReplicaReply.Status.class, WireFields::status, WireFields::status),
            codec(
                    43,
                    ReplicaReply.Superseded.class,
                    (out, superseded) -> out.integer(WireFields.replicas(superseded.replicas())),
                    in -> new ReplicaReply.Superseded(WireFields.replicas(in.integer()))),
            codec(44, ReplicaReply.Compared.class, UpkeepCodecs::compared, UpkeepCodecs::compared),
            codec(45, ReplicaReply.Fetched.class, UpkeepCodecs::fetched, UpkeepCodecs::fetched),
            codec(46, ReplicaReply.Resolved.class, (out, resolved) -> {}, in -> new ReplicaReply.Resolved()),
            codec(47, ReplicaReply.RangesCompared.class, UpkeepCodecs::rangesCompared, UpkeepCodecs::rangesCompared),
            codec(48, ReplicaReply.KeysCompared.class, UpkeepCodecs::keysCompared, UpkeepCodecs::keysCompared),
            codec(49, Wire.Leaving.class, MessageCodecs::leaving, MessageCodecs::leaving),
            codec(50, Wire.Deliver.class, StreamCodecs::deliver, StreamCodecs::deliver),
            codec(51, Wire.StreamEnded.class, StreamCodecs::ended, StreamCodecs::ended),
            codec(52, Wire.Credit.class, StreamCodecs::credit, StreamCodecs::credit),
            codec(53, ReplicaReply.Subscribed.class, StreamCodecs::subscribed, StreamCodecs::subscribed),
            codec(54, ReplicaReply.Redirected.class, StreamCodecs::redirected, StreamCodecs::redirected),
            codec(55, ReplicaReply.Renewed.class, StreamCodecs::renewed, StreamCodecs::renewed),
            codec(64, Wire.CompareRanges.class, UpkeepCodecs::compareRanges, UpkeepCodecs::compareRanges),
            codec(65, Wire.CompareKeys.class, UpkeepCodecs::compareKeys, UpkeepCodecs::compareKeys),
            codec(66, Wire.Subscribe.class, StreamCodecs::subscribe, StreamCodecs::subscribe),
            codec(67, Wire.Renew.class, StreamCodecs::renew, StreamCodecs::renew));

    private static final MessageCodec<?>[] BY_ID = new MessageCodec<?>[NEWER_REQUESTS_END];

    static {
        ALL.forEach(codec -> BY_ID[codec.id()] = codec);
    }

    private MessageCodecs() {}

    /** Whether this node knows what has that id. */
    static boolean isKnown(int id) {
        return id >= 0 && id < BY_ID.length && BY_ID[id] != null;
    }

    /** Who waits for what follows an item with that id. */
    static Waiting waiting(int id) {
        if (isKnown(id)) {
            Class<?> type = BY_ID[id].type();
            return Wire.Request.class.isAssignableFrom(type)
                    ? Waiting.SENDER
                    : type == Wire.Reply.class ? Waiting.RECEIVER : Waiting.NOBODY;
        }
        return id >= NEWER_REQUESTS && id < NEWER_REQUESTS_END ? Waiting.SENDER : Waiting.NOBODY;
    }

    private static <T> MessageCodec<T> codec(
            int id, Class<T> type, BiConsumer<WireOutput, T> write, Function<WireInput, T> read) {
        return new MessageCodec<>(id, type, write, read);
    }

    private static void frame(WireOutput out, Wire.Frame frame) {
        PartyCodec.contact(out, frame.from());
        out.word(frame.clock());
        List<Caller> callers = callers(frame.items());
        out.list(callers, CALLERS_MAX, WireFields::callerInFull);
        out.callers(callers);
        out.count(frame.items().size(), Wire.ITEMS_MAX);
        frame.items().forEach(out::enclosed);
    }

    private static Wire.Frame frame(WireInput in) {
        Contact from = PartyCodec.contact(in);
        long clock = in.word();
        in.callers(in.list(CALLERS_MAX, WireFields::callerInFull));
        int count = in.count(Wire.ITEMS_MAX);
        in.claim(count);
        int before = in.left();
        Wire.Item[] items = new Wire.Item[count];
        for (int i = 0; i < count; i++) {
            items[i] = in.enclosed();
        }
        return new Wire.Frame(from, clock, List.of(items), before - in.left());
    }

    /** The callers that items have in common, by identity: an application's requests all have one. */
    private static List<Caller> callers(List<Wire.Item> items) {
        List<Caller> callers = new ArrayList<>(1);
        Caller last = null;
        for (Wire.Item item : items) {
            if (item instanceof Wire.ObjectRequest request && request.caller() != last) {
                last = request.caller();
                if (callers.size() < CALLERS_MAX && !isAmong(callers, last)) {
                    callers.add(last);
                }
            }
        }
        return callers;
    }

    private static boolean isAmong(List<Caller> callers, Caller wanted) {
        for (Caller caller : callers) {
            if (caller == wanted) {
                return true;
            }
        }
        return false;
    }

    private static void hello(WireOutput out, Wire.Hello hello) {
        out.integer(hello.protocol());
        out.word(hello.incarnation());
        out.flag(hello.hostsObjects());
        WireFields.limits(out, hello.limits());
        out.optional(hello.inForce(), WireFields::limits);
        out.flag(hello.isAnswer());
    }

    private static Wire.Hello hello(WireInput in) {
        return new Wire.Hello(
                in.integer(), in.word(), in.flag(), WireFields.limits(in), in.optional(WireFields::limits), in.flag());
    }

    private static void leaving(WireOutput out, Wire.Leaving leaving) {
        out.word(leaving.incarnation());
        out.flag(leaving.isAnswer());
    }

    private static Wire.Leaving leaving(WireInput in) {
        return new Wire.Leaving(in.word(), in.flag());
    }

    private static void get(WireOutput out, Wire.Get get) {
        out.number(get.id());
        PartyCodec.key(out, get.key());
        WireFields.caller(out, get.caller());
        ValueCodec.write(out, get.request());
        out.constant(get.read());
    }

    private static Wire.Get get(WireInput in) {
        return new Wire.Get(
                in.number(), PartyCodec.key(in), WireFields.caller(in), ValueCodec.read(in), in.constant(READS));
    }

    private static void put(WireOutput out, Wire.Put put) {
        out.number(put.id());
        PartyCodec.key(out, put.key());
        WireFields.version(out, put.version());
        WireFields.caller(out, put.caller());
        WireFields.script(out, put.script());
        ValueCodec.write(out, put.fields());
        out.constant(put.condition());
        out.optional(put.signature(), WireFields::signature);
        WireFields.terms(out, put.terms());
    }

    private static Wire.Put put(WireInput in) {
        return new Wire.Put(
                in.number(),
                PartyCodec.key(in),
                WireFields.version(in),
                WireFields.caller(in),
                WireFields.script(in),
                ValueCodec.readTable(in),
                in.constant(CONDITIONS),
                in.optional(WireFields::signature),
                WireFields.terms(in));
    }

    private static void remove(WireOutput out, Wire.Remove remove) {
        out.number(remove.id());
        PartyCodec.key(out, remove.key());
        WireFields.version(out, remove.version());
        WireFields.caller(out, remove.caller());
        ValueCodec.write(out, remove.request());
        out.optional(remove.signature(), WireFields::signature);
        WireFields.terms(out, remove.terms());
    }

    private static Wire.Remove remove(WireInput in) {
        return new Wire.Remove(
                in.number(),
                PartyCodec.key(in),
                WireFields.version(in),
                WireFields.caller(in),
                ValueCodec.read(in),
                in.optional(WireFields::signature),
                WireFields.terms(in));
    }

    private static void copy(WireOutput out, Wire.Copy copy) {
        out.number(copy.id());
        WireFields.caller(out, copy.caller());
        WireFields.image(out, copy.image());
    }

    private static Wire.Copy copy(WireInput in) {
        return new Wire.Copy(in.number(), WireFields.caller(in), WireFields.image(in));
    }

    private static void findNode(WireOutput out, Wire.FindNode findNode) {
        out.number(findNode.id());
        PartyCodec.key(out, findNode.key());
    }

    private static Wire.FindNode findNode(WireInput in) {
        return new Wire.FindNode(in.number(), PartyCodec.key(in));
    }

    private static void stat(WireOutput out, Wire.Stat stat) {
        out.number(stat.id());
        PartyCodec.key(out, stat.key());
        WireFields.caller(out, stat.caller());
    }

    private static Wire.Stat stat(WireInput in) {
        return new Wire.Stat(in.number(), PartyCodec.key(in), WireFields.caller(in));
    }

    private static void release(WireOutput out, Wire.Release release) {
        out.number(release.id());
        PartyCodec.key(out, release.key());
        WireFields.caller(out, release.caller());
    }

    private static Wire.Release release(WireInput in) {
        return new Wire.Release(in.number(), PartyCodec.key(in), WireFields.caller(in));
    }

    private static void reply(WireOutput out, Wire.Reply reply) {
        out.number(reply.id());
        out.tagged(reply.body());
    }

    private static Wire.Reply reply(WireInput in) {
        return new Wire.Reply(in.number(), in.tagged(ReplicaReply.class));
    }

    private static void refusals(WireOutput out, Wire.Refusals refusals) {
        out.optional(refusals.key(), PartyCodec::key);
        WireFields.refusal(out, refusals.refusal());
        out.list(refusals.ids(), Wire.ITEMS_MAX, Output::number);
    }

    private static Wire.Refusals refusals(WireInput in) {
        return new Wire.Refusals(
                in.optional(PartyCodec::key), WireFields.refusal(in), in.list(Wire.ITEMS_MAX, Input::number));
    }

    private static void part(WireOutput out, Wire.Part part) {
        out.flag(part.isReply());
        out.number(part.id());
        out.integer(part.total());
        out.integer(part.offset());
        out.bytes(part.bytes().array(), PART_BYTES_MAX);
    }

    private static Wire.Part part(WireInput in) {
        return new Wire.Part(
                in.flag(), in.number(), in.integer(), in.integer(), Value.Bytes.wrap(in.bytes(PART_BYTES_MAX)));
    }

    private static void answered(WireOutput out, ReplicaReply.Answered answered) {
        ValueCodec.write(out, answered.value());
        WireFields.version(out, answered.version());
        WireFields.usage(out, answered.usage());
    }

    private static ReplicaReply.Answered answered(WireInput in) {
        return new ReplicaReply.Answered(ValueCodec.read(in), WireFields.version(in), WireFields.usage(in));
    }

    private static void stored(WireOutput out, ReplicaReply.Stored stored) {
        WireFields.usage(out, stored.usage());
        out.integer(WireFields.replicas(stored.replicas()));
    }

    private static ReplicaReply.Stored stored(WireInput in) {
        return new ReplicaReply.Stored(WireFields.usage(in), WireFields.replicas(in.integer()));
    }

    private static void kept(WireOutput out, ReplicaReply.Kept kept) {
        WireFields.usage(out, kept.usage());
        // In a bit above the owners, so that the reply of an object that sent nothing takes no byte more.
        boolean hasReach = !kept.reach().isNone();
        out.integer(WireFields.replicas(kept.replicas()) | (hasReach ? WITH_REACH : 0));
        if (hasReach) {
            StreamCodecs.reach(out, kept.reach());
        }
    }

    private static ReplicaReply.Kept kept(WireInput in) {
        Usage usage = WireFields.usage(in);
        int first = in.integer();
        int replicas = WireFields.replicas(first & ~WITH_REACH);
        boolean hasReach = (first & WITH_REACH) != 0;
        return new ReplicaReply.Kept(usage, replicas, hasReach ? StreamCodecs.reach(in) : Reach.NONE);
    }

    private static void removed(WireOutput out, ReplicaReply.Removed removed) {
        WireFields.usage(out, removed.usage());
        out.integer(WireFields.replicas(removed.replicas()));
    }

    private static ReplicaReply.Removed removed(WireInput in) {
        return new ReplicaReply.Removed(WireFields.usage(in), WireFields.replicas(in.integer()));
    }

    private static void refused(WireOutput out, ReplicaReply.Refused refused) {
        WireFields.refusal(out, refused.refusal());
        WireFields.usage(out, refused.usage());
    }

    private static ReplicaReply.Refused refused(WireInput in) {
        return new ReplicaReply.Refused(WireFields.refusal(in), WireFields.usage(in));
    }

    private static void failed(WireOutput out, ReplicaReply.Failed failed) {
        WireFields.failure(out, failed.failure());
        WireFields.usage(out, failed.usage());
    }

    private static ReplicaReply.Failed failed(WireInput in) {
        return new ReplicaReply.Failed(WireFields.failure(in), WireFields.usage(in));
    }

    private static void nodes(WireOutput out, ReplicaReply.Nodes nodes) {
        out.list(nodes.contacts(), CONTACTS_MAX, PartyCodec::contact);
    }

    private static ReplicaReply.Nodes nodes(WireInput in) {
        return new ReplicaReply.Nodes(in.list(CONTACTS_MAX, PartyCodec::contact));
    }
}
