package org.cometkv.actors.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** At least one of every record that has an id on the wire, and of every form of what they contain. */
public final class WireSamples {

    static final NodeId NODE = NodeId.of("node");
    static final Key KEY = Key.of("key");
    static final Contact CONTACT = new Contact(NODE, "node-1.example", 25_520);
    static final Usage USAGE = new Usage(1, 200, 70_000);
    static final Version VERSION = new Version(0x0192_0000_0000_0007L, NODE);
    static final Caller PLAIN = Caller.local(CONTACT, "anna");
    static final Caller FULL = new Caller(
            "client",
            "2001:db8::1",
            65_535,
            Optional.of(new Coordinates(1.5, -2.5, 0.25)),
            "größe",
            Optional.of(KEY),
            Optional.of(new Inbox(NODE, -1, Long.MIN_VALUE)),
            NODE,
            Optional.empty());
    static final ObjectSignature SIGNATURE = Authors.signer(Authors.GRANT)
            .serial(7)
            .sign(CanonicalForm.object(KEY, Script.of("return 1"), Value.table()));
    static final Caller MANDATED = PLAIN.withKey(KEY).withMandate(new SignedMandate(SIGNATURE, 2, 300));
    static final Value.Table TABLE = Value.table(fields());
    public static final Image IMAGE = new Image(
            new Header(KEY, VERSION, VERSION, "anna", OptionalLong.of(1_700_000_000_000L), 20, Replication.SELF),
            Script.of("function aso:onGet() return self.x end"),
            new byte[] {0, 1, -1, 127, -128},
            Map.of("", 1_000L));
    static final Image SIGNED_IMAGE = new Image(
            new Header(
                    KEY,
                    VERSION,
                    VERSION,
                    SIGNATURE.author().writer(),
                    OptionalLong.empty(),
                    3,
                    Replication.SYSTEM,
                    Optional.of(SIGNATURE),
                    9),
            Script.of("return 1"),
            new byte[] {1},
            Map.of());
    static final Image BARE_IMAGE = new Image(
            new Header(KEY, VERSION, VERSION, "", OptionalLong.empty(), 0, Replication.SYSTEM),
            Script.NONE,
            new byte[0],
            Map.of());

    static final Image UPDATED_IMAGE = new Image(
            new Header(
                    KEY,
                    VERSION,
                    VERSION,
                    "anna",
                    OptionalLong.empty(),
                    3,
                    Replication.SYSTEM,
                    Accept.ALL,
                    Optional.empty(),
                    0,
                    UpdateDigest.NONE.plus(VERSION),
                    Optional.of(Header.NOTHING_GONE),
                    true),
            Script.of("return 1"),
            new byte[] {1, 2},
            Map.of(),
            new RecentUpdates(
                    List.of(
                            new RecentUpdates.Update(VERSION, Optional.of(new RecentUpdates.Call(PLAIN, TABLE))),
                            new RecentUpdates.Update(VERSION, Optional.empty())),
                    Optional.of(VERSION)));

    static final StreamId STREAM = new StreamId(Long.MIN_VALUE, 300);
    static final StreamMessage MESSAGE =
            new StreamMessage(1, TABLE, Optional.of("größe"), List.of("red", "blue"), Long.MIN_VALUE);
    static final StreamMessage PLAIN_MESSAGE =
            new StreamMessage(2, Value.NIL, Optional.empty(), List.of(), StreamMessage.NO_CHANGE);

    private WireSamples() {}

    public static List<Wire.Item> items() {
        return Stream.concat(ofStores().stream(), ofStreams().stream()).toList();
    }

    private static List<Wire.Item> ofStreams() {
        return List.of(
                new Wire.Subscribe(26, KEY, FULL, TABLE, "position"),
                new Wire.Renew(27, NODE, List.of(new Wire.Lease(STREAM, 3, 1), new Wire.Lease(STREAM, 0, -1))),
                new Wire.Deliver(KEY, STREAM, 2, List.of(MESSAGE, PLAIN_MESSAGE)),
                new Wire.StreamEnded(KEY, STREAM, StreamCause.REMOVED),
                new Wire.Credit(STREAM, Long.MAX_VALUE, 0));
    }

    private static List<Wire.Item> ofStores() {
        return List.of(
                new Wire.Hello(Wire.PROTOCOL, Replicas.INCARNATION, true, Limits.DEFAULTS, Optional.empty(), false),
                new Wire.Leaving(Replicas.INCARNATION, false),
                new Wire.Get(1, KEY, PLAIN, Value.NIL),
                new Wire.Get(Long.MAX_VALUE, KEY, FULL, TABLE),
                new Wire.Put(-1, KEY, VERSION, PLAIN, Script.of("return 1"), TABLE, Wire.Condition.IF_PRESENT),
                new Wire.Put(300, KEY, VERSION, FULL, Script.NONE, Value.table(), Wire.Condition.ALWAYS),
                new Wire.Remove(4, KEY, VERSION, FULL, Value.of(-0.0)),
                new Wire.Copy(5, PLAIN, IMAGE),
                new Wire.Copy(6, FULL, BARE_IMAGE),
                new Wire.FindNode(7, KEY),
                new Wire.Get(10, KEY, MANDATED, Value.NIL),
                new Wire.Put(
                        11,
                        KEY,
                        VERSION,
                        PLAIN,
                        Script.of("return 1"),
                        Value.table(),
                        Wire.Condition.ALWAYS,
                        Optional.of(SIGNATURE)),
                new Wire.Remove(
                        12,
                        KEY,
                        VERSION,
                        PLAIN,
                        Value.NIL,
                        Optional.of(CanonicalForm.remove(Authors.signer(), Authors.OWNED))),
                new Wire.Copy(13, MANDATED, SIGNED_IMAGE),
                new Wire.Get(16, KEY, PLAIN, Value.NIL, Wire.Read.AFTER_ABSENT),
                new Wire.Put(
                        17,
                        KEY,
                        VERSION,
                        PLAIN,
                        Script.NONE,
                        TABLE,
                        Wire.Condition.IF_ABSENT,
                        Optional.empty(),
                        Terms.of(List.of(CONTACT), 9_999)),
                new Wire.Remove(18, KEY, VERSION, PLAIN, Value.NIL, Optional.empty(), Terms.of(List.of(CONTACT), 1)),
                new Wire.Compare(19, KEY),
                new Wire.Fetch(20, KEY),
                new Wire.Transfer(21, UPDATED_IMAGE),
                new Wire.Transfer(22, new KeyContent.Gone(KEY, VERSION, Optional.of(SIGNATURE.author()), 7)),
                new Wire.CompareRanges(24, NODE, -1, Long.MIN_VALUE),
                new Wire.CompareKeys(25, NODE, RangeDigest.RANGES - 1),
                new Wire.Resolve(23, KEY, VERSION, Wire.Resolution.CONFIRMED),
                new Wire.Stat(14, KEY, PLAIN),
                new Wire.Release(15, KEY, FULL),
                new Wire.Reply(8, new ReplicaReply.Absent()),
                new Wire.Refusals(
                        Optional.of(KEY), Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 9), List.of(1L, -1L)),
                new Wire.Refusals(Optional.empty(), Refusal.of(Refusal.Reason.BUSY, ""), List.of()),
                new Wire.Part(true, 1L << 60, 300_000, 122_880, Value.Bytes.wrap(new byte[] {1, 0, -1})));
    }

    static List<ReplicaReply> replies() {
        return List.of(
                new ReplicaReply.Answered(TABLE, VERSION, USAGE),
                new ReplicaReply.Answered(Value.NIL, VERSION, Usage.NONE),
                new ReplicaReply.Absent(),
                new ReplicaReply.Stored(USAGE, 3),
                new ReplicaReply.Kept(new Usage(-1, Integer.MIN_VALUE, Integer.MAX_VALUE)),
                new ReplicaReply.Removed(USAGE),
                new ReplicaReply.Held(),
                new ReplicaReply.Refused(Refusal.of(Refusal.Reason.UNKNOWN, "no"), Usage.NONE),
                new ReplicaReply.Refused(Refusal.retry(Refusal.Reason.OBJECT, "später", 250), USAGE),
                new ReplicaReply.Failed(Failure.script("attempt to index nil"), USAGE),
                new ReplicaReply.Failed(Failure.limit(Limit.EFFECTS, "65 effects"), USAGE),
                new ReplicaReply.Working(),
                new ReplicaReply.Status(IMAGE.header(), 0, Standing.ORDINARY, Totals.NONE, Optional.empty(), List.of()),
                new ReplicaReply.Status(
                        SIGNED_IMAGE.header(),
                        70_000,
                        Standing.SET_ASIDE,
                        new Totals(1, 2, 3, 400_000_000_000L, 5, 6, 7),
                        Optional.of("größe"),
                        List.of("", "line 2")),
                new ReplicaReply.Kept(USAGE, 20),
                new ReplicaReply.Removed(USAGE, 3),
                new ReplicaReply.Superseded(3),
                new ReplicaReply.Compared(KeyDigest.NOTHING),
                new ReplicaReply.Compared(new KeyDigest.Gone(VERSION)),
                new ReplicaReply.Compared(UPDATED_IMAGE.digest()),
                new ReplicaReply.Fetched(Optional.empty()),
                new ReplicaReply.Fetched(Optional.of(new KeyContent.Gone(KEY, VERSION, Optional.empty(), 0))),
                new ReplicaReply.Fetched(Optional.of(UPDATED_IMAGE)),
                new ReplicaReply.RangesCompared(
                        ReplicaReply.RangesMatch.DIFFERENT,
                        List.of(new RangeDigest(0, 1, 1), new RangeDigest(4_095, -1, 8_192))),
                new ReplicaReply.KeysCompared(List.of(new ReplicaReply.KeyHash(KEY, 7))),
                new ReplicaReply.Resolved(),
                new ReplicaReply.Nodes(List.of()),
                new ReplicaReply.Nodes(List.of(CONTACT, new Contact(NodeId.of("other"), "10.0.0.1", 0))),
                new ReplicaReply.Kept(USAGE, 20, new Reach(3, 1_000, 1)),
                new ReplicaReply.Subscribed(
                        STREAM, 9, -1, TABLE, ReplicaReply.Recovery.GAP, OptionalLong.of(4), List.of(MESSAGE), USAGE),
                new ReplicaReply.Redirected(KEY, USAGE),
                new ReplicaReply.Renewed(List.of(1L, ReplicaReply.Renewed.UNKNOWN)));
    }

    public static Wire.Frame frame() {
        return frame(items());
    }

    public static Wire.Frame frame(List<Wire.Item> items) {
        return frame(CONTACT, items);
    }

    public static Wire.Frame frame(Contact from, List<Wire.Item> items) {
        return new Wire.Frame(
                from, 7, items, items.stream().mapToInt(WireSize::of).sum());
    }

    /** Every sample as a message of its own: an item, each reply within a Reply, a frame of all and an empty one. */
    static List<Wire> messages() {
        List<Wire> messages = new java.util.ArrayList<>(items());
        replies().forEach(reply -> messages.add(new Wire.Reply(9, reply)));
        messages.add(frame());
        messages.add(frame(List.of()));
        return messages;
    }

    /** This many tables within each other. */
    public static Value nested(int tables) {
        Value value = Value.of(1);
        for (int i = 0; i < tables; i++) {
            value = i % 2 == 0 ? Value.list(value) : Value.table(Map.of("in", value));
        }
        return value;
    }

    private static Map<String, Value> fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("truth", Value.of(true));
        fields.put("lie", Value.of(false));
        fields.put("number", Value.of(Math.PI));
        fields.put("nan", Value.of(Double.NaN));
        fields.put("empty", Value.of(""));
        fields.put("text", Value.of("äöü"));
        fields.put("bytes", Value.of(new byte[300]));
        fields.put("list", Value.list(Value.of(1), Value.list(), Value.table(Map.of("x", Value.of(2)))));
        return fields;
    }
}
