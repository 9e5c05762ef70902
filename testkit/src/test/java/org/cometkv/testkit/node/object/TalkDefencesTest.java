package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Gateways;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.cometkv.testkit.node.Wiretap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the talk and the paper of 2010 say that objects cannot do, a test for each claim.
 *
 * <p>Where the receiving side has its part, it is asked by a sender that checks nothing. Each limit is tried at its
 * bound and one over. {@link OutgoingBoundsTest} holds the rates over every interval, {@code AdmissionTest} the rest of
 * what a signature must show.
 */
class TalkDefencesTest {

    private static final CometTestKit KIT =
            Kits.of(2, Authors.TRUST + "\n" + "comet.rate.object { per-second = 1000, burst = 50 }");
    private static final RawSender SENDER = new RawSender(KIT);
    private static final Wiretap TAP = new Wiretap(KIT);
    private static final Contact NODE = KIT.node(0).contact();

    /** With them there are more nodes than a key has neighbors; this many, so that the node can be the next after. */
    private static final List<Contact> OTHERS =
            IntStream.range(20, 41).mapToObj(Replicas::node).toList();

    /** All members. */
    private static final RoutingView VIEW = RoutingView.of(
            Stream.concat(OTHERS.stream(), KIT.nodes().stream().map(KitNode::contact))
                    .toList(),
            Set.of());

    @BeforeAll
    static void join() {
        for (Contact other : OTHERS) {
            PlayedPeer peer = KIT.peer(other);
            peer.holdNothing();
            peer.join();
            for (KitNode node : KIT.nodes()) {
                peer.send(node.contact(), peer.hello(true, true));
            }
        }
        KIT.awaitQuiet();
    }

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void anObjectHasNoFilesNoProcessesAndNoWayToLoadCode() {
        Key key = put("""
                function onGet()
                  local there = {}
                  for _, name in ipairs{"os", "io", "require", "package", "debug", "load", "loadstring", "dofile",
                      "loadfile", "collectgarbage", "getfenv", "setfenv", "coroutine", "java", "luajava", "print"} do
                    if _G[name] ~= nil then there[#there + 1] = name end
                  end
                  return there
                end
                """);

        assertThat(value(get(key, Value.NIL))).isEqualTo(Value.table());
    }

    @Test
    void anObjectChangesNothingButItself() {
        Key vandal = put("""
                function onGet()
                  x = 1
                  return {pcall(function() string.upper = nil end), pcall(function() comet.key = nil end),
                      string.upper("still"), x}
                end
                """);
        Key other = put("function onGet() return {string.upper('here'), x == nil, comet.key()} end");

        get(vandal, Value.NIL);

        assertThat(((Value.Table) value(get(other, Value.NIL))).list())
                .containsExactly(Value.of("HERE"), Value.of(true), Value.of(other.toString()));
        assertThat(((Value.Table) value(get(vandal, Value.NIL))).list()).contains(Value.of("STILL"));
    }

    @Test
    void anObjectSendsToNoAddress_noNodeAndNoInboxThatItMadeUp() {
        Key key = put("""
                function aso:onGet(caller, what)
                  local made = {
                    address = function() return comet.put(comet.key(), "x", "10.0.0.1:80") end,
                    addresses = function() return comet.get(comet.key(), {"example.org"}) end,
                    handle = function() return comet.put(comet.key(), "x", {{id = comet.nodeID(), ip = "10.1"}}) end,
                    node = function() return comet.put(comet.key(), "x", string.rep("f", 64)) end,
                    inbox = function() return comet.put({node = comet.nodeID(), inbox = "1"}, "x") end,
                    text = function() return comet.put(tostring(caller), "x") end,
                  }
                  local well, sent, why = pcall(made[what])
                  return well and tostring(sent) .. ": " .. tostring(why) or sent
                end
                """);
        TAP.clear();

        for (String what : List.of("address", "addresses", "handle")) {
            assertThat(value(get(key, Value.of(what))).toString()).as(what).contains("node handles expected");
        }
        assertThat(value(get(key, Value.of("node"))).toString()).contains("false: node ffffffff is no neighbor");
        assertThat(value(get(key, Value.of("inbox"))).toString()).contains("string expected");
        assertThat(value(get(key, Value.of("text"))).toString()).contains("a key is 64 hexadecimal digits");
        assertThat(sentBy(key)).isEmpty();
    }

    @Test
    void theComputationOfAnObjectIsLimited_andOthersGoOn() {
        Key loop = put("function onGet() pcall(function() while true do end end) end");
        Key other = put("function onGet() return 'well' end");

        assertThat(((ReplicaReply.Failed) get(loop, Value.NIL)).failure().limit())
                .hasValue(Limit.FUEL);
        assertThat(value(get(other, Value.NIL))).isEqualTo(Value.of("well"));
    }

    @Test
    void theMemoryOfAnObjectIsLimited_inAnEventAndBetween() {
        Key key = put("""
                function aso:onGet(caller, bytes)
                  if bytes then self.kept = string.rep("x", bytes) return #self.kept end
                  local all = {}
                  for i = 1, 1000 do all[i] = string.rep("x", 1000) .. i end
                end
                """);

        assertThat(((ReplicaReply.Failed) get(key, Value.NIL)).failure().limit())
                .hasValue(Limit.ALLOCATION);
        assertThat(value(get(key, Value.of(100_000)))).isEqualTo(Value.of(100_000));
        assertThat(((ReplicaReply.Failed) get(key, Value.of(103_000))).failure().limit())
                .hasValue(Limit.LIVE);
    }

    @Test
    void theRequestsToAnObjectAreLimited() {
        Key key = put("function onGet() return 'here' end");
        KIT.advance(Duration.ofSeconds(1));

        long[] ids = LongStream.range(0, 51).map(i -> SENDER.id()).toArray();
        for (long id : ids) {
            SENDER.send(NODE, new Wire.Get(id, key, RawSender.client("tester"), Value.NIL));
        }
        List<ReplicaReply> replies = LongStream.of(ids).mapToObj(SENDER::reply).toList();

        assertThat(replies.subList(0, 50))
                .allSatisfy(reply -> assertThat(reply).isInstanceOf(ReplicaReply.Answered.class));
        Refusal refusal = ((ReplicaReply.Refused) replies.get(50)).refusal();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
        assertThat(refusal.retryAfterMillis()).isPresent();
    }

    @Test
    void theRequestsOfAnObjectAreLimited() {
        Key key = put("""
                function onGet()
                  local sent, why = 0
                  for i = 1, 60 do
                    local put, no = comet.put(comet.key(), "x", comet.lookup()[1])
                    if put then sent = sent + 1 else why = no end
                  end
                  return {sent, why}
                end
                """);
        TAP.clear();

        assertThat(value(get(key, Value.NIL))).isEqualTo(Value.list(Value.of(60)));
        assertThat(value(get(key, Value.NIL)))
                .isEqualTo(Value.list(Value.of(40), Value.of("the object has sent as much as it may for now")));
        KIT.awaitQuiet();
        assertThat(sentBy(key)).hasSize(100);
    }

    @Test
    void anObjectTalksToItsNeighborsOnly_asItsOwnNodeSeesIt() {
        Key key = key(rank -> rank == 0);
        putAt(key, "function onGet(caller, id) local put, why = comet.put(comet.key(), 'x', id) return why or put end");
        List<Contact> closest = VIEW.owners(key, 23);
        NodeId last = closest.get(RoutingView.K - 1).id();
        NodeId next = closest.get(RoutingView.K).id();

        assertThat(value(get(key, Value.of(last.toString())))).isEqualTo(Value.of(true));
        assertThat(value(get(key, Value.of(next.toString()))))
                .isEqualTo(Value.of("node " + next.brief() + " is no neighbor of the object's key"));
    }

    @Test
    void anObjectTalksToItsNeighborsOnly_asTheNodeThatItReachesSeesIt() {
        Key near = key(rank -> rank == RoutingView.K - 1);
        Key far = key(rank -> rank == RoutingView.K);
        String no = "this node is no neighbor of the object's key";
        long before = notAllowed();

        assertThat(SENDER.ask(NODE, new Wire.Get(SENDER.id(), near, object(near), Value.NIL)))
                .isInstanceOf(ReplicaReply.Absent.class);
        assertThat(SENDER.refusal(NODE, new Wire.Get(SENDER.id(), far, object(far), Value.NIL)))
                .isEqualTo(no);
        // Its state is nonsense, which is found out only once it may come in.
        assertThat(SENDER.ask(NODE, copy(near))).isInstanceOf(ReplicaReply.Failed.class);
        assertThat(SENDER.refusal(NODE, copy(far))).isEqualTo(no);
        assertThat(SENDER.refusal(NODE, new Wire.Get(SENDER.id(), near, object(Key.of("another")), Value.NIL)))
                .isEqualTo("an unsigned object reaches its own key only");
        assertThat(notAllowed() - before).as("each is counted").isEqualTo(3);
    }

    @Test
    void aRequestOfAnObjectCausesNoRequest() {
        Key key = key(rank -> rank == 0);
        putAt(key, """
                function onGet()
                  local why = {}
                  why[1] = select(2, comet.put(comet.key(), "x", comet.lookup()))
                  why[2] = select(2, comet.get())
                  why[3] = select(2, comet.lookup())
                  why[4] = select(2, comet.put(self, {}))
                  return why
                end
                """);
        TAP.clear();

        ReplicaReply reply = SENDER.ask(NODE, new Wire.Get(SENDER.id(), key, object(key), Value.NIL));

        Value no = Value.of("an event that another object's request caused sends and asks nothing");
        assertThat(value(reply)).isEqualTo(Value.list(no, no, no, no));
        assertThat(sentBy(key)).isEmpty();
    }

    @Test
    void aSignedObjectsRequestsInARowAreFiveAtMost() {
        Key key = Key.of("deep");
        putAt(Key.of("asked"), "function onGet() return 'reached' end");
        var signature = Signer.of(Authors.AUTHOR)
                .grant(Authors.grant(new Rights(true, Rights.DEPTH_MAX, 100, Map.of())))
                .sign(CanonicalForm.object(key, Script.of("return 1"), Value.table()));
        Caller author = RawSender.object(key, Authors.AUTHOR.identity().writer());
        Key near = key(rank -> rank < RoutingView.K);

        for (int depth : new int[] {5, 6}) {
            Caller caller = author.withMandate(new SignedMandate(signature, depth, 10));
            ReplicaReply reply = SENDER.ask(NODE, new Wire.Get(SENDER.id(), near, caller, Value.NIL));
            if (depth == 5) {
                assertThat(reply).isNotInstanceOf(ReplicaReply.Refused.class);
            } else {
                assertThat(((ReplicaReply.Refused) reply).refusal().message())
                        .isEqualTo("depth is 6; the grant allows 5 and no grant more than 5");
            }
        }
    }

    private static Wire.Copy copy(Key key) {
        Header header = new Header(
                key,
                SENDER.version(),
                SENDER.version(),
                "tester",
                java.util.OptionalLong.empty(),
                3,
                Replication.SELF,
                Optional.empty(),
                0);
        byte[] state = {};
        return new Wire.Copy(SENDER.id(), object(key), new Image(header, Script.of("x = 1"), state, Map.of()));
    }

    private static Caller object(Key key) {
        return RawSender.object(key, "tester");
    }

    /** An object of one replica on the node. */
    private static Key put(String script) {
        Key key = key(rank -> rank == 0);
        putAt(key, script);
        return key;
    }

    private static void putAt(Key key, String script) {
        Wire.Put put = new Wire.Put(
                SENDER.id(),
                key,
                SENDER.version(),
                RawSender.client("tester"),
                Script.of(script),
                Value.table(),
                Wire.Condition.ALWAYS);
        assertThat(SENDER.ask(NODE, put)).isInstanceOf(ReplicaReply.Stored.class);
    }

    private static ReplicaReply get(Key key, Value request) {
        return SENDER.ask(NODE, new Wire.Get(SENDER.id(), key, RawSender.client("tester"), request));
    }

    private static Value value(ReplicaReply reply) {
        assertThat(reply).isInstanceOf(ReplicaReply.Answered.class);
        return ((ReplicaReply.Answered) reply).value();
    }

    /** A new key to which the node is as close as wanted: 0 is the closest. */
    private static Key key(IntPredicate rank) {
        for (int tries = 0; tries < 10_000; tries++) {
            Key key = Key.of("key-" + SENDER.id());
            if (rank.test(VIEW.owners(key, 23).indexOf(NODE))) {
                return key;
            }
        }
        throw new AssertionError("no key is that close to the node");
    }

    private static List<Wiretap.Passed> sentBy(Key key) {
        return TAP.passed().stream()
                .filter(one ->
                        one.sender().equals(Optional.of(key)) && one.from().equals(NODE.address()))
                .toList();
    }

    private static long notAllowed() {
        return Gateways.counts(KIT, 0).get(IngressCounters.Kind.NOT_ALLOWED);
    }
}
