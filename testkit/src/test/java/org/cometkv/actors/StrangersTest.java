package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Waiting;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.KitNode;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Gateways;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is no member: all of them together may send what one member may, under however many names they come. */
class StrangersTest {

    private static final int BURST = 5;
    private static final Wire.Hello HELLO =
            new Wire.Hello(Wire.PROTOCOL, 1, true, Limits.DEFAULTS, Optional.empty(), false);

    private final CometTestKit kit = Kits.of(2, """
            comet.peers.rate {
              requests-per-second = 10, requests-burst = 5
              bytes-per-second = 1MiB, bytes-burst = 1MiB
            }
            """);
    private final Contact node = kit.node(0).contact();
    private final List<PlayedPeer> peers = new ArrayList<>();
    /** The one that sent last. */
    private PlayedPeer last;

    @BeforeEach
    void refill() {
        // The members were strangers to each other when they greeted.
        kit.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        kit.close();
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
        kit.advance(Duration.ofMillis(100));
        deliver(stranger(), get(1));
        assertThat(reply()).isEqualTo(new ReplicaReply.Absent());
    }

    @Test
    void bytesUnderEverNewNames_shareOneRate() {
        stranger().send(node, 1 << 20, new Wire.Reply(1, new ReplicaReply.Absent()));

        deliver(stranger(), get(1));

        assertThat(refusal().message()).contains("bytes/s");
    }

    @Test
    void aMember_andAMemberThatHostsNothing_payTheirOwnRates() {
        PlayedPeer guest = guest();
        spend();

        for (int i = 0; i < BURST; i++) {
            deliver(guest, get(i));
            assertThat(reply()).isEqualTo(new ReplicaReply.Absent());
        }
        deliver(guest, get(BURST));
        assertThat(refusal().message()).contains("each other node");
        kit.inject(frame(kit.node(1).contact(), get(1)), 0);
        assertThat(counts()).containsEntry(IngressCounters.Kind.RATE_LIMITED, 1L);
    }

    @Test
    void aMemberThatHostsNothing_cannotBeForged() {
        PlayedPeer guest = guest();
        PlayedPeer forger = peer(new Contact(guest.contact().id(), "elsewhere", 77));

        deliver(forger, get(1));

        expectNothing();
        assertThat(counts()).containsEntry(IngressCounters.Kind.FORGED, 1L);
    }

    @Test
    void greetings_areRequestsOfThatRate_andOverItTheyAreNotAnswered() {
        for (int i = 0; i < BURST; i++) {
            deliver(stranger(), HELLO);
            assertThat(item()).isInstanceOf(Wire.Hello.class);
        }

        deliver(stranger(), HELLO);
        deliver(peer(new Contact(kit.node(1).contact().id(), "elsewhere", 77)), HELLO);

        expectNothing();
        assertThat(counts()).containsEntry(IngressCounters.Kind.GREETING, 2L);
        kit.advance(Duration.ofMillis(100));
        deliver(stranger(), HELLO);
        assertThat(item()).isInstanceOf(Wire.Hello.class);
    }

    @Test
    void greetingsOfMembers_arePaidByNobody() {
        PlayedPeer guest = guest();
        spend();

        for (int i = 0; i <= BURST; i++) {
            deliver(guest, HELLO);
            assertThat(item()).isInstanceOf(Wire.Hello.class);
        }
    }

    @Test
    void repliesOfAStranger_areTaken_howeverMuchStrangersHaveSent() {
        PlayedPeer stranger = stranger();
        PendingReply<GetReply> asked = ask(stranger);
        Wire.Get get = (Wire.Get) item();
        spend();

        deliver(stranger, new Wire.Reply(get.id(), Replicas.answered("x")));

        assertThat(kit.await(asked)).isInstanceOf(GetReply.Found.class);
    }

    @Test
    void requestsThatCannotBeRead_arePaidAsOthersAre() {
        Refusal why = Refusal.of(Refusal.Reason.UNKNOWN, "newer");

        deliver(id -> new Wire.Unread(Waiting.SENDER, id, why));

        expectTwoOverRate();
    }

    @Test
    void requestsInPartsThatCannotBeWhole_arePaidAsOthersAre() {
        deliver(id -> new Wire.Part(false, id, 0, 0, Value.Bytes.wrap(new byte[0])));

        expectTwoOverRate();
    }

    @Test
    void whatAStrangerRefuses_thatWasAskedNothing_isNotRemembered() {
        PlayedPeer stranger = stranger();
        Refusal refusal = Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 10_000);

        deliver(stranger, new Wire.Refusals(Optional.of(Replicas.KEY), refusal, List.of(1L)));
        ask(stranger);

        assertThat(((Wire.Get) item()).key()).isEqualTo(Replicas.KEY);
    }

    /** Nobody's name so far. */
    private PlayedPeer stranger() {
        int number = peers.size() + 1;
        return peer(new Contact(NodeId.of("stranger " + number), "stranger-" + number, 1_000 + number));
    }

    private PlayedPeer peer(Contact contact) {
        PlayedPeer peer = kit.peer(contact);
        peers.add(peer);
        return peer;
    }

    /** A member that hosts nothing, with all that it may send left. */
    private PlayedPeer guest() {
        PlayedPeer guest = peer(new Contact(NodeId.of("guest"), "guest", 7));
        guest.join();
        assertThat(guest.drain()).as("both nodes greet it").hasSize(2);
        for (KitNode greeted : kit.nodes()) {
            guest.send(greeted.contact(), guest.hello(false, true));
            kit.awaitQuiet();
            assertThat(greeted.comet()
                            .lookup(Replicas.KEY)
                            .toCompletableFuture()
                            .join())
                    .hasSize(2);
        }
        kit.advance(Duration.ofSeconds(1));
        return guest;
    }

    /** All that strangers may send now. */
    private void spend() {
        for (int i = 0; i < BURST; i++) {
            deliver(stranger(), HELLO);
            item();
        }
    }

    private PendingReply<GetReply> ask(PlayedPeer stranger) {
        PendingReply<GetReply> asked = new PendingReply<>(new RequestCounts());
        Gateways.tell(
                kit,
                0,
                new Requester.Begin<>(
                        new GetOperation(
                                Replicas.KEY,
                                Replicas.caller(),
                                Value.NIL,
                                new ReadOrder(List.of(stranger.contact()), List.of(), 1)),
                        asked));
        last = stranger;
        return asked;
    }

    private static Wire.Get get(long id) {
        return new Wire.Get(id, Replicas.KEY, Replicas.caller(), Value.NIL);
    }

    private void deliver(PlayedPeer from, Wire.Item item) {
        last = from;
        kit.inject(frame(from.contact(), item), 0);
    }

    private static Wire.Frame frame(Contact from, Wire.Item item) {
        return new Wire.Frame(from, 7, List.of(item), WireSize.of(item));
    }

    /** Two more of these than strangers may send, in one frame. */
    private void deliver(LongFunction<Wire.Item> made) {
        last = stranger();
        last.send(node, LongStream.rangeClosed(1, BURST + 2).mapToObj(made).toArray(Wire.Item[]::new));
    }

    private void expectNothing() {
        kit.advance(Duration.ofMillis(20));
        assertThat(peers).allSatisfy(peer -> assertThat(peer.drain()).isEmpty());
    }

    private void expectTwoOverRate() {
        List<Wire.Item> answers = new ArrayList<>();
        while (answers.size() <= BURST) {
            answers.add(item());
        }
        assertThat(answers)
                .hasSize(BURST + 1)
                .filteredOn(Wire.Refusals.class::isInstance)
                .singleElement()
                .satisfies(over -> assertThat(((Wire.Refusals) over).ids()).containsExactly(BURST + 1L, BURST + 2L));
    }

    private Wire.Item item() {
        return last.next();
    }

    private ReplicaReply reply() {
        return ((Wire.Reply) item()).body();
    }

    private Refusal refusal() {
        return ((Wire.Refusals) item()).refusal();
    }

    private Map<IngressCounters.Kind, Long> counts() {
        return Gateways.counts(kit, 0);
    }
}
