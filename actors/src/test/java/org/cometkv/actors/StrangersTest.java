package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is no member: all of them together may send what one member may, under however many names they come. */
class StrangersTest {

    private static final int BURST = 5;
    private static final Wire.Hello HELLO = new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, true, false);

    private final FakeCluster cluster = new FakeCluster(2, """
            comet.peers.rate {
              requests-per-second = 10, requests-burst = 5
              bytes-per-second = 1MiB, bytes-burst = 1MiB
            }
            """);
    private final Contact node = cluster.comet(0).self();
    private final TestProbe<GatewayMessage> inbox = cluster.kit.createTestProbe(GatewayMessage.class);
    private int names;

    @BeforeEach
    void refill() {
        // The members were strangers to each other when they greeted.
        cluster.clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void requestsUnderEverNewNames_shareOneRate() {
        for (int i = 0; i < BURST; i++) {
            deliver(stranger(), get(1));
            assertThat(reply()).isEqualTo(new ReplicaReply.Absent());
        }

        deliver(stranger(), get(1));
        assertThat(refusal()).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
            assertThat(refusal.message()).contains("10 requests/s").contains("all nodes that it does not know");
            assertThat(refusal.retryAfterMillis()).hasValue(100);
        });
        cluster.clock.advance(Duration.ofMillis(100));
        deliver(stranger(), get(1));
        assertThat(reply()).isEqualTo(new ReplicaReply.Absent());
    }

    @Test
    void bytesUnderEverNewNames_shareOneRate() {
        deliver(node, stranger(), 1 << 20, new Wire.Reply(1, new ReplicaReply.Absent()));

        deliver(stranger(), get(1));

        assertThat(refusal().message()).contains("bytes/s");
    }

    @Test
    void aMember_andAMemberThatHostsNothing_payTheirOwnRates() {
        Contact guest = guest();
        spend();

        for (int i = 0; i < BURST; i++) {
            deliver(guest, get(i));
            assertThat(reply()).isEqualTo(new ReplicaReply.Absent());
        }
        deliver(guest, get(BURST));
        assertThat(refusal().message()).contains("each other node");
        deliver(cluster.comet(1).self(), get(1));
        assertThat(counts()).containsEntry(IngressCounters.Kind.RATE_LIMITED, 1L);
    }

    @Test
    void aMemberThatHostsNothing_cannotBeForged() {
        Contact guest = guest();
        Contact forger = new Contact(guest.id(), "elsewhere", 77);

        deliver(forger, get(1));

        inbox.expectNoMessage();
        assertThat(counts()).containsEntry(IngressCounters.Kind.FORGED, 1L);
    }

    @Test
    void greetings_areRequestsOfThatRate_andOverItTheyAreNotAnswered() {
        for (int i = 0; i < BURST; i++) {
            deliver(stranger(), HELLO);
            assertThat(inbox.receiveMessage()).isInstanceOf(Wire.Frame.class);
        }

        deliver(stranger(), HELLO);
        deliver(new Contact(cluster.comet(1).self().id(), "elsewhere", 77), HELLO);

        inbox.expectNoMessage();
        assertThat(counts()).containsEntry(IngressCounters.Kind.GREETING, 2L);
        cluster.clock.advance(Duration.ofMillis(100));
        deliver(stranger(), HELLO);
        assertThat(inbox.receiveMessage()).isInstanceOf(Wire.Frame.class);
    }

    @Test
    void greetingsOfMembers_arePaidByNobody() {
        Contact guest = guest();
        spend();

        for (int i = 0; i <= BURST; i++) {
            deliver(guest, HELLO);
            assertThat(inbox.receiveMessage()).isInstanceOf(Wire.Frame.class);
        }
    }

    @Test
    void repliesOfAStranger_areTaken_howeverMuchStrangersHaveSent() {
        Contact stranger = stranger();
        PendingReply<GetReply> asked = ask(stranger);
        Wire.Get get = (Wire.Get) item();
        spend();

        deliver(stranger, new Wire.Reply(get.id(), Replicas.answered("x")));

        assertThat(FakeCluster.await(asked)).isInstanceOf(GetReply.Found.class);
    }

    @Test
    void requestsThatCannotBeRead_arePaidAsOthersAre() {
        Refusal why = Refusal.of(Refusal.Reason.UNKNOWN, "newer");

        deliver(id -> new Wire.Unread(Wire.Waiting.SENDER, id, why));

        expectTwoOverRate();
    }

    @Test
    void requestsInPartsThatCannotBeWhole_arePaidAsOthersAre() {
        deliver(id -> new Wire.Part(false, id, 0, 0, Value.Bytes.wrap(new byte[0])));

        expectTwoOverRate();
    }

    @Test
    void whatAStrangerRefuses_thatWasAskedNothing_isNotRemembered() {
        Contact stranger = stranger();
        Refusal refusal = Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 10_000);

        deliver(stranger, new Wire.Refusals(Optional.of(Replicas.KEY), refusal, List.of(1L)));
        ask(stranger);

        assertThat(((Wire.Get) item()).key()).isEqualTo(Replicas.KEY);
    }

    /** Nobody's name so far. */
    private Contact stranger() {
        return at(new Contact(NodeId.of("stranger " + ++names), "stranger-" + names, 1_000 + names));
    }

    /** A member that hosts nothing, with all that it may send left. */
    private Contact guest() {
        Contact guest = at(new Contact(NodeId.of("guest"), "guest", 7));
        cluster.members.tell(new Members.Joined(guest.host(), guest.port(), FakeMembers.INCARNATION));
        // Both nodes greet it.
        inbox.receiveMessage();
        inbox.receiveMessage();
        for (int i = 0; i < 2; i++) {
            NodeContext greeted = cluster.node(i);
            deliver(greeted.self(), guest, new Wire.Hello(Wire.PROTOCOL, FakeMembers.INCARNATION, false, true));
            cluster.eventually(() -> {
                assertThat(greeted.member(guest.id())).hasValue(guest);
            });
            assertThat(greeted.view().contact(guest.id())).isEmpty();
        }
        cluster.clock.advance(Duration.ofSeconds(1));
        return guest;
    }

    private Contact at(Contact contact) {
        cluster.network.at(contact).bind(inbox.ref());
        return contact;
    }

    /** All that strangers may send now. */
    private void spend() {
        for (int i = 0; i < BURST; i++) {
            deliver(stranger(), HELLO);
            inbox.receiveMessage();
        }
    }

    private PendingReply<GetReply> ask(Contact stranger) {
        PendingReply<GetReply> asked = new PendingReply<>(new RequestCounts());
        cluster.doors(0)
                .gateway()
                .tell(new Requester.Begin<>(
                        new GetOperation(Replicas.KEY, Replicas.caller(), Value.NIL, List.of(stranger)), asked));
        return asked;
    }

    private static Wire.Get get(long id) {
        return new Wire.Get(id, Replicas.KEY, Replicas.caller(), Value.NIL);
    }

    private void deliver(Contact from, Wire.Item item) {
        deliver(node, from, item);
    }

    private void deliver(Contact to, Contact from, Wire.Item item) {
        deliver(to, from, WireSize.of(item), item);
    }

    private void deliver(Contact to, Contact from, int bytes, Wire.Item item) {
        cluster.network.deliver(new Wire.Frame(from, 7, List.of(item), bytes), to.address());
    }

    /** Two more of these than strangers may send, in one frame. */
    private void deliver(LongFunction<Wire.Item> made) {
        List<Wire.Item> items =
                LongStream.rangeClosed(1, BURST + 2).mapToObj(made).toList();
        cluster.network.deliver(new Wire.Frame(stranger(), 7, items, 0), node.address());
    }

    private void expectTwoOverRate() {
        List<Wire.Item> answers = new ArrayList<>();
        while (answers.size() <= BURST) {
            answers.addAll(((Wire.Frame) inbox.receiveMessage()).items());
        }
        assertThat(answers)
                .hasSize(BURST + 1)
                .filteredOn(Wire.Refusals.class::isInstance)
                .singleElement()
                .satisfies(over -> assertThat(((Wire.Refusals) over).ids()).containsExactly(BURST + 1L, BURST + 2L));
    }

    private Wire.Item item() {
        return ((Wire.Frame) inbox.receiveMessage()).items().get(0);
    }

    private ReplicaReply reply() {
        return ((Wire.Reply) item()).body();
    }

    private Refusal refusal() {
        return ((Wire.Refusals) item()).refusal();
    }

    private Map<IngressCounters.Kind, Long> counts() {
        TestProbe<Map<IngressCounters.Kind, Long>> probe = cluster.kit.createTestProbe();
        cluster.doors(0).gateway().tell(new Gateway.Report(probe.ref()));
        return probe.receiveMessage();
    }
}
