package org.cometkv.actors.wire;

import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;

/** The codecs of the requests by which owners keep the replicas of a key alike, and of their replies. */
final class UpkeepCodecs {

    private static final Wire.Resolution[] RESOLUTIONS = Wire.Resolution.values();

    private static final ReplicaReply.RangesMatch[] MATCHES = ReplicaReply.RangesMatch.values();

    private static final int NOTHING = 0;
    private static final int GONE = 1;
    private static final int LIVE = 2;

    private UpkeepCodecs() {}

    static void compare(WireOutput out, Wire.Compare compare) {
        out.number(compare.id());
        PartyCodec.key(out, compare.key());
    }

    static Wire.Compare compare(WireInput in) {
        return new Wire.Compare(in.number(), PartyCodec.key(in));
    }

    static void fetch(WireOutput out, Wire.Fetch fetch) {
        out.number(fetch.id());
        PartyCodec.key(out, fetch.key());
    }

    static Wire.Fetch fetch(WireInput in) {
        return new Wire.Fetch(in.number(), PartyCodec.key(in));
    }

    static void transfer(WireOutput out, Wire.Transfer transfer) {
        out.number(transfer.id());
        content(out, transfer.content());
    }

    static Wire.Transfer transfer(WireInput in) {
        return new Wire.Transfer(in.number(), content(in));
    }

    static void resolve(WireOutput out, Wire.Resolve resolve) {
        out.number(resolve.id());
        PartyCodec.key(out, resolve.key());
        WireFields.version(out, resolve.version());
        out.constant(resolve.resolution());
    }

    static Wire.Resolve resolve(WireInput in) {
        return new Wire.Resolve(in.number(), PartyCodec.key(in), WireFields.version(in), in.constant(RESOLUTIONS));
    }

    static void compareRanges(WireOutput out, Wire.CompareRanges compare) {
        out.number(compare.id());
        PartyCodec.nodeId(out, compare.from());
        out.word(compare.view());
        out.word(compare.digest());
    }

    static Wire.CompareRanges compareRanges(WireInput in) {
        return new Wire.CompareRanges(in.number(), PartyCodec.nodeId(in), in.word(), in.word());
    }

    static void compareKeys(WireOutput out, Wire.CompareKeys compare) {
        out.number(compare.id());
        PartyCodec.nodeId(out, compare.from());
        out.integer(range(compare.range()));
    }

    static Wire.CompareKeys compareKeys(WireInput in) {
        return new Wire.CompareKeys(in.number(), PartyCodec.nodeId(in), range(in.integer()));
    }

    static void rangesCompared(WireOutput out, ReplicaReply.RangesCompared compared) {
        out.constant(compared.match());
        out.list(compared.digests(), RangeDigest.RANGES, (each, digest) -> {
            each.integer(range(digest.range()));
            each.word(digest.hash());
            each.integer(digest.keys());
        });
    }

    static ReplicaReply.RangesCompared rangesCompared(WireInput in) {
        return new ReplicaReply.RangesCompared(
                in.constant(MATCHES),
                in.list(
                        RangeDigest.RANGES,
                        each -> new RangeDigest(range(each.integer()), each.word(), each.integer())));
    }

    static void keysCompared(WireOutput out, ReplicaReply.KeysCompared compared) {
        out.list(compared.keys(), ReplicaReply.KeysCompared.KEYS_MAX, (each, key) -> {
            PartyCodec.key(each, key.key());
            each.word(key.hash());
        });
    }

    static ReplicaReply.KeysCompared keysCompared(WireInput in) {
        return new ReplicaReply.KeysCompared(in.list(
                ReplicaReply.KeysCompared.KEYS_MAX,
                each -> new ReplicaReply.KeyHash(PartyCodec.key(each), each.word())));
    }

    private static int range(int range) {
        if (range < 0 || range >= RangeDigest.RANGES) {
            throw new IllegalArgumentException("a range is " + range + "; it is 0 to " + (RangeDigest.RANGES - 1));
        }
        return range;
    }

    static void compared(WireOutput out, ReplicaReply.Compared compared) {
        KeyDigest digest = compared.digest();
        if (digest instanceof KeyDigest.Live live) {
            out.octet(LIVE);
            live(out, live);
        } else if (digest instanceof KeyDigest.Gone gone) {
            out.octet(GONE);
            WireFields.version(out, gone.version());
        } else {
            out.octet(NOTHING);
        }
    }

    static ReplicaReply.Compared compared(WireInput in) {
        int kind = in.octet();
        return new ReplicaReply.Compared(
                switch (kind) {
                    case LIVE -> live(in);
                    case GONE -> new KeyDigest.Gone(WireFields.version(in));
                    case NOTHING -> KeyDigest.NOTHING;
                    default -> throw new MalformedInput("a digest is of kind " + kind + "; it is 0 to 2");
                });
    }

    static void fetched(WireOutput out, ReplicaReply.Fetched fetched) {
        out.optional(fetched.content(), UpkeepCodecs::content);
    }

    static ReplicaReply.Fetched fetched(WireInput in) {
        return new ReplicaReply.Fetched(in.optional(UpkeepCodecs::content));
    }

    private static void live(Output out, KeyDigest.Live live) {
        WireFields.version(out, live.lineage());
        WireFields.version(out, live.version());
        WireFields.updates(out, live.updates());
        WireFields.accept(out, live.accept());
        out.integer(WireFields.replicas(live.replicas()));
        out.optional(live.foundGone(), WireFields::version);
    }

    private static KeyDigest.Live live(Input in) {
        return new KeyDigest.Live(
                WireFields.version(in),
                WireFields.version(in),
                WireFields.updates(in),
                WireFields.accept(in),
                WireFields.replicas(in.integer()),
                in.optional(WireFields::version));
    }

    private static void content(Output out, KeyContent content) {
        if (content instanceof Image image) {
            out.flag(true);
            WireFields.image(out, image);
        } else {
            KeyContent.Gone gone = (KeyContent.Gone) content;
            out.flag(false);
            WireFields.gone(out, gone);
        }
    }

    private static KeyContent content(Input in) {
        return in.flag() ? WireFields.image(in) : WireFields.gone(in);
    }
}
