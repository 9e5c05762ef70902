package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.peers.IngressCounters;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSerializer;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;
import org.cometkv.testkit.node.Gateways;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows, rates, repeats, parts and loads between a Gateway and a peer that is played by hand. */
class BetweenGatewaysTest {

    private static final Refusal LIMITED = Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 20);

    private final CometTestKit kit = Kits.of(1, """
            comet.peers {
              rate { requests-per-second = 100, requests-burst = 50, bytes-per-second = 1MiB, bytes-burst = 1MiB }
              window { requests = 2, queue-requests = 3 }
              bodies { bytes-max = 1MiB, open-max = 1 }
              load { repairs = 1, lookups = 1, gets = 2, changes = 3 }
            }
            comet.rate.object { per-second = 10, burst = 2 }
            comet.limits { value-bytes = 1MiB, live-bytes = 1MiB, live-heap = 8MiB, allocation = 16MiB }
            """);
    private final Contact node = kit.node(0).contact();
    private final PlayedPeer peer = kit.peer(Replicas.node(9));

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void requestsOverTheWindow_waitForReplies_andOverTheQueueAreBusyAtOnce() {
        List<PendingReply<GetReply>> gets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            gets.add(ask(Key.of("key " + i)));
        }
        assertThat(((GetReply.Refused) kit.await(gets.get(5))).refusal()).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.BUSY);
            assertThat(refusal.retryAfterMillis()).isPresent();
        });
        Wire.Get first = (Wire.Get) next();
        Wire.Get second = (Wire.Get) next();
        expectNothing();

        answer(first);
        assertThat(kit.await(gets.get(0))).isInstanceOf(GetReply.Found.class);
        assertThat(next().key()).isEqualTo(Key.of("key 2"));
        answer(second);
        assertThat(next().key()).isEqualTo(Key.of("key 3"));
        expectNothing();
    }

    @Test
    void aPeerThatIsSilent_freesItsWindow() {
        ask(Key.of("a"));
        ask(Key.of("b"));
        ask(Key.of("c"));
        next();
        next();

        assertThat(((Wire.Get) next()).key()).isEqualTo(Key.of("c"));
    }

    @Test
    void whatAPeerRefusesForItsRate_isRefusedHere_untilItMayBeAskedAgain() {
        PendingReply<GetReply> first = ask(Replicas.KEY);
        PendingReply<GetReply> second = ask(Replicas.KEY);
        deliver(new Wire.Refusals(Optional.of(Replicas.KEY), LIMITED, List.of(next().id(), next().id())));
        assertThat(((GetReply.Refused) kit.await(first)).refusal()).isEqualTo(LIMITED);
        assertThat(((GetReply.Refused) kit.await(second)).refusal()).isEqualTo(LIMITED);

        kit.advance(Duration.ofMillis(19));
        assertThat(((GetReply.Refused) kit.await(ask(Replicas.KEY))).refusal())
                .isEqualTo(Refusal.retry(Refusal.Reason.RATE_LIMITED, "too fast", 1));
        expectNothing();

        kit.advance(Duration.ofMillis(1));
        ask(Replicas.KEY);
        assertThat(next().key()).isEqualTo(Replicas.KEY);
    }

    @Test
    void refusalsOfAnObjectsRate_travelJoined() {
        Key key = Key.of("object");
        kit.await(kit.node(0).comet().put(key, Aso.script("function aso:onGet() return 1 end"), PutOptions.DEFAULT));

        // Its load lets two in at a time, its rate two at all.
        for (long id = 1; id <= 2; id++) {
            deliver(get(id, key));
            assertThat(((Wire.Reply) item()).body()).isInstanceOf(ReplicaReply.Answered.class);
        }
        deliver(get(3, key));
        assertThat(item()).isInstanceOfSatisfying(Wire.Refusals.class, refusals -> {
            assertThat(refusals.key()).hasValue(key);
            assertThat(refusals.ids()).containsExactly(3L);
            assertThat(refusals.refusal().reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
            assertThat(refusals.refusal().retryAfterMillis()).hasValue(100);
        });
        deliver(get(4, key));
        deliver(get(5, key));
        expectNothing();
        kit.advance(Duration.ofMillis(10));
        assertThat(((Wire.Refusals) item()).ids()).containsExactly(4L, 5L);
    }

    @Test
    void requestsOverThePeersRate_areRefusedInOne() {
        deliver(LongStream.rangeClosed(1, 60)
                .mapToObj(id -> get(id, Replicas.KEY))
                .toArray(Wire.Item[]::new));

        Wire.Refusals refusals = null;
        for (int i = 0; i < 51; i++) {
            Wire.Item item = item();
            refusals = item instanceof Wire.Refusals over ? over : refusals;
        }
        assertThat(refusals.key()).isEmpty();
        assertThat(refusals.ids()).containsExactly(51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L, 60L);
        assertThat(counts()).containsEntry(IngressCounters.Kind.RATE_LIMITED, 10L);
    }

    @Test
    void aRequestThatComesAgain_isAnsweredFromMemory_andRunsNothing() {
        Key key = Key.of("counter");
        kit.await(kit.node(0).comet().put(key, Aso.script("""
                aso.count = 0
                function aso:onGet() self.count = self.count + 1 return self.count end
                """), PutOptions.DEFAULT));

        deliver(get(7, key));
        Wire.Item first = item();
        deliver(get(7, key));

        assertThat(item()).isEqualTo(first);
        assertThat(counts()).containsEntry(IngressCounters.Kind.REPEATED, 1L);
        assertThat(((GetReply.Found) kit.await(kit.node(0).comet().get(key, Value.NIL))).value())
                .isEqualTo(Value.of(2));
    }

    @Test
    void aRequestThatComesAgainWhileTheFirstIsWorkedOn_isAnsweredWithIt() {
        Key key = Key.of("slow");
        kit.await(kit.node(0).comet().put(key, Aso.script("""
                aso.count = 0
                function aso:onGet() self.count = self.count + 1 comet.get() return self.count end
                """), PutOptions.DEFAULT));

        deliver(get(7, key), get(7, key));

        assertThat(((Wire.Reply) item()).id()).isEqualTo(7);
        expectNothing();
        assertThat(counts()).containsEntry(IngressCounters.Kind.REPEATED, 1L);
    }

    @Test
    void aLoadedNode_shedsInItsOrder() {
        // Three puts of one frame begin before the first of them ends.
        deliver(put(1), put(2), put(3), put(4), get(5, Replicas.KEY), new Wire.FindNode(6, Replicas.KEY));

        List<Long> busy = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Wire.Reply reply = (Wire.Reply) item();
            if (reply.body().isBusy()) {
                busy.add(reply.id());
            }
        }
        assertThat(busy).containsExactly(4L, 5L, 6L);
        assertThat(counts()).containsEntry(IngressCounters.Kind.BUSY, 3L);
    }

    @Test
    void aRequestInParts_isServed_andItsAnswerComesInParts() {
        String text = "x".repeat(300_000);
        Wire.Put put = new Wire.Put(
                3,
                Replicas.KEY,
                Replicas.version(1_700_000_000_000L << 16),
                Replicas.caller(),
                Script.NONE,
                Value.table(Map.of("value", Value.of(text))),
                Wire.Condition.ALWAYS);
        for (Wire.Part part : parts(put, 3)) {
            deliver(part);
        }
        assertThat(item()).isEqualTo(new Wire.Reply(3, new ReplicaReply.Stored(Usage.NONE, 3)));

        deliver(get(4, Replicas.KEY));
        List<Wire.Part> parts = new ArrayList<>();
        while (parts.isEmpty()
                || parts.stream().mapToInt(part -> part.bytes().length()).sum()
                        < parts.get(0).total()) {
            parts.add((Wire.Part) item());
        }
        assertThat(parts).hasSize(3).allMatch(part -> part.isReply() && part.id() == 4);
    }

    @Test
    void aPartThatIsLost_isToldAtOnce_andOthersAfterItAreServed() {
        List<Wire.Part> parts =
                parts(new Wire.Get(3, Replicas.KEY, Replicas.caller(), Value.of("x".repeat(400_000))), 3);
        deliver(parts.get(0), parts.get(2), parts.get(3));
        assertThat(((Wire.Reply) item()).id()).isEqualTo(3);

        parts.forEach(this::deliver);
        assertThat(item()).isEqualTo(new Wire.Reply(3, new ReplicaReply.Absent()));
        assertThat(counts().get(IngressCounters.Kind.PART)).isEqualTo(2);
    }

    @Test
    void aPartOfARequestOverThePeersBytes_isRefusedOnce_andItsLaterPartsAreStrays() {
        List<Wire.Part> parts =
                parts(new Wire.Get(3, Replicas.KEY, Replicas.caller(), Value.of("x".repeat(400_000))), 3);
        deliver(parts.get(0));
        // What is left has room for none of the parts.
        spendBytes((1 << 20) - 150_000);

        deliver(parts.get(1), parts.get(2));

        assertThat(item()).isInstanceOfSatisfying(Wire.Refusals.class, refusals -> {
            assertThat(refusals.key()).isEmpty();
            assertThat(refusals.ids()).containsExactly(3L);
            assertThat(refusals.refusal().reason()).isEqualTo(Refusal.Reason.RATE_LIMITED);
            assertThat(refusals.refusal().retryAfterMillis()).isPresent();
        });
        kit.advance(Duration.ofSeconds(1));
        deliver(parts.get(3));
        expectNothing();
        assertThat(counts())
                .containsEntry(IngressCounters.Kind.RATE_LIMITED, 1L)
                .containsEntry(IngressCounters.Kind.PART, 2L);
    }

    @Test
    void aRequestWhoseFirstPartIsOverThePeersBytes_isRefused_andTakenWhenItComesAgain() {
        List<Wire.Part> parts =
                parts(new Wire.Get(3, Replicas.KEY, Replicas.caller(), Value.of("x".repeat(200_000))), 3);
        spendBytes(1 << 20);

        parts.forEach(this::deliver);
        assertThat(((Wire.Refusals) item()).ids()).containsExactly(3L);
        kit.advance(Duration.ofSeconds(1));
        parts.forEach(this::deliver);

        assertThat(item()).isEqualTo(new Wire.Reply(3, new ReplicaReply.Absent()));
    }

    @Test
    void partsOfAReply_areTaken_howeverManyBytesThePeerHasSent() {
        PendingReply<GetReply> asked = ask(Replicas.KEY);
        Wire.Reply reply = new Wire.Reply(next().id(), Replicas.answered("x".repeat(200_000)));
        spendBytes(1 << 20);

        parts(reply, reply.id()).forEach(this::deliver);

        assertThat(kit.await(asked)).isInstanceOf(GetReply.Found.class);
    }

    @Test
    void partsThatEndTooLate_areRefusedAtTheirTime() {
        deliver(new Wire.Part(false, 3, 300_000, 0, Value.Bytes.wrap(new byte[10])));
        deliver(new Wire.Part(false, 4, 300_000, 0, Value.Bytes.wrap(new byte[10])));
        assertThat(((Wire.Reply) item()).id()).isEqualTo(4);

        assertThat(((Wire.Reply) item()).id()).isEqualTo(3);
    }

    @Test
    void aPeerThatIsGone_freesItsParts() {
        deliver(new Wire.Part(false, 3, 300_000, 0, Value.Bytes.wrap(new byte[10])));
        Gateways.tell(kit, 0, new Gateway.Forget(peer.contact()));
        kit.awaitQuiet();
        deliver(new Wire.Part(false, 4, 300_000, 0, Value.Bytes.wrap(new byte[10])));

        deliver(get(5, Replicas.KEY));
        assertThat(((Wire.Reply) item()).id()).isEqualTo(5);
    }

    private PendingReply<GetReply> ask(Key key) {
        PendingReply<GetReply> asked = new PendingReply<>(new RequestCounts());
        Gateways.tell(
                kit,
                0,
                new Requester.Begin<>(
                        new GetOperation(
                                key,
                                Replicas.caller(),
                                Value.NIL,
                                new ReadOrder(List.of(peer.contact()), List.of(), 1)),
                        asked));
        return asked;
    }

    private void answer(Wire.Get get) {
        deliver(new Wire.Reply(get.id(), Replicas.answered("x")));
    }

    private static Wire.Get get(long id, Key key) {
        return new Wire.Get(id, key, Replicas.caller(), Value.NIL);
    }

    private static Wire.Put put(long id) {
        return new Wire.Put(
                id,
                Key.of("put " + id),
                Replicas.version(1_700_000_000_000L << 16),
                Replicas.caller(),
                Script.NONE,
                Value.table(),
                Wire.Condition.ALWAYS);
    }

    private static List<Wire.Part> parts(Wire.Item item, long id) {
        byte[] message = new WireSerializer(0, new LongAdder()).toBinary(item);
        List<Wire.Part> parts = new ArrayList<>();
        for (int offset = 0; offset < message.length; offset += 110_000) {
            byte[] bytes = Arrays.copyOfRange(message, offset, Math.min(message.length, offset + 110_000));
            parts.add(new Wire.Part(item instanceof Wire.Reply, id, message.length, offset, Value.Bytes.wrap(bytes)));
        }
        return parts;
    }

    private Wire.Request next() {
        return (Wire.Request) item();
    }

    private Wire.Item item() {
        return peer.next();
    }

    /** What the node answers at once has come within this time, and what it joins has not. */
    private void expectNothing() {
        kit.advance(Duration.ofMillis(1));
        assertThat(peer.drain()).isEmpty();
    }

    private void deliver(Wire.Item... items) {
        peer.send(node, Arrays.stream(items).mapToInt(WireSize::of).sum(), items);
    }

    /** As a frame of so many bytes that holds nothing to answer. */
    private void spendBytes(int bytes) {
        peer.send(node, bytes, new Wire.Refusals(Optional.of(Replicas.KEY), LIMITED, List.of()));
    }

    private Map<IngressCounters.Kind, Long> counts() {
        return Gateways.counts(kit, 0);
    }
}
