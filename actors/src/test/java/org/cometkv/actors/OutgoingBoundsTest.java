package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cometkv.actors.seam.Wiretap;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What hosted objects send, whatever their scripts do: random ones that send as much as they can, on whole nodes in
 * virtual time, measured where it passes the network and not by what a node counts.
 *
 * <p>{@code -Dcomet.test.bounds=N} tries N scripts; each prints its seed when it fails.
 */
class OutgoingBoundsTest {

    private static final FakeCluster CLUSTER = new FakeCluster(4, Authors.TRUST);
    private static final RawSender CLIENT = new RawSender(CLUSTER);
    private static final Wiretap TAP = new Wiretap(CLUSTER.clock);
    private static final Movement MOVEMENT = new Movement();
    private static final int MOVES = 40;
    private static final long SECOND = 1_000_000_000L;

    private static final long REQUESTS_BURST = 100;
    private static final long REQUESTS_PER_SECOND = 50;
    private static final long BYTES_BURST = 64 * 1_024;
    private static final long BYTES_PER_SECOND = 2 * 1_024;

    static {
        CLUSTER.network.tap(TAP::pass);
        CLUSTER.network.tap(MOVEMENT::pass);
    }

    @AfterAll
    static void close() {
        CLUSTER.close();
    }

    static LongStream seeds() {
        return LongStream.range(1, 1 + Integer.getInteger("comet.test.bounds", 30));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverAScriptDoes_itsBytesAndRequestsStayWithinTheirBounds(long seed) {
        Random random = new Random(seed);
        boolean isSigned = random.nextInt(3) == 0;
        int blobMax = random.nextInt(3) == 0 ? 60_000 : 1_000;
        Key key = Key.of("greedy-" + seed);
        String script = GreedyScript.of(random, blobMax);
        String context = "seed " + seed + (isSigned ? ", signed\n" : "\n") + script;
        TAP.clear();
        put(key, script, isSigned);

        for (int move = 0; move < MOVES; move++) {
            move(random, key, isSigned ? Script.NONE : Script.of(script), context);
            settle(key);
        }
        remove(key, isSigned);

        long image = script.length() + blobMax + 2_000;
        List<Wiretap.Passed> passed = TAP.passed();
        for (int node = 0; node < 4; node++) {
            String address = CLUSTER.comet(node).self().address();
            assertThat(worstBytes(passed, address, key))
                    .as("bytes at once from node %s, %s", node, context)
                    .isLessThanOrEqualTo(Math.max(BYTES_BURST, 2 * image));
            assertThat(worstRequests(passed, address, key))
                    .as("requests at once from node %s, %s", node, context)
                    .isLessThanOrEqualTo(REQUESTS_BURST);
        }
        assertThat(passed).as("a lookup sends nothing").noneMatch(one -> one.item() instanceof Wire.FindNode);
        if (!isSigned) {
            assertThat(passed)
                    .filteredOn(one -> one.sender().equals(Optional.of(key)))
                    .as("an unsigned object reaches its own key only")
                    .allMatch(one -> ((Wire.Request) one.item()).key().equals(key));
        }
    }

    /** The bounds above are not held by sending nothing. */
    @Test
    void anObjectThatMaySend_sendsUpToItsBound() {
        Key key = Key.of("eager");
        TAP.clear();
        put(key, """
                aso.timer = 1
                function aso:onTimer() for i = 1, 60 do comet.put(comet.key(), "x") end end
                function aso:onUpdate() end
                """, false);

        CLUSTER.clock.advance(Duration.ofSeconds(2));
        settle(key);
        remove(key, false);

        String owner = CLUSTER.comet(0).lookup(key).get(0).address();
        assertThat(worstRequests(TAP.passed(), owner, key)).isBetween(REQUESTS_BURST - 3.0, (double) REQUESTS_BURST);
    }

    @Test
    void anObjectThatBecameSmall_sendsNoMoreAtOnceThanASmallOne() {
        Key key = Key.of("shrinking");
        TAP.clear();
        put(key, """
                aso.blob = string.rep("x", 60000)
                function aso:onGet(caller, request)
                  if request == "shrink" then self.blob = nil end
                  for i = 1, request == "send" and 60 or 1 do comet.put(comet.key(), string.rep("x", 2000)) end
                end
                function aso:onUpdate() end
                """, false);
        Contact owner = CLUSTER.comet(0).lookup(key).get(0);
        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.of("shrink")));
        settle(key);
        CLUSTER.clock.advance(Duration.ofSeconds(1_000));

        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.of("send")));
        settle(key);
        remove(key, false);

        assertThat(worstBytes(TAP.passed(), owner.address(), key)).isBetween(BYTES_BURST - 8_000.0, 1.0 * BYTES_BURST);
    }

    @Test
    void copiesOfAnObjectThatGrewInItsEvent_arePaidAsLargeAsTheyAre_howeverLongTheEventTook() {
        Key key = Key.of("growing");
        TAP.clear();
        put(key, """
                function aso:onGet(caller, request)
                  local nodes = comet.lookup()
                  for i = 1, 10 do comet.put(self, nodes[1]) end
                  self.blob = string.rep("x", 20000)
                  return comet.systemTime()
                end
                """, false);
        Contact owner = CLUSTER.comet(0).lookup(key).get(0);
        CLUSTER.clock.slowHandlers(Duration.ofMillis(200));

        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.NIL));
        settle(key);
        CLUSTER.clock.slowHandlers(Duration.ZERO);
        remove(key, false);

        assertThat(worstBytes(TAP.passed(), owner.address(), key)).isBetween(BYTES_BURST / 2.0, 1.0 * BYTES_BURST);
    }

    private static void put(Key key, String script, boolean isSigned) {
        Signer author = Signer.of(Authors.AUTHOR).grant(Authors.grant(new Rights(true, 5, 1_000, Map.of())));
        Aso aso = isSigned ? Aso.script(script).signed(author, key) : Aso.script(script);
        FakeCluster.await(CLUSTER.comet(0).put(key, aso, PutOptions.DEFAULT));
        settle(key);
    }

    private static void remove(Key key, boolean isSigned) {
        RemoveOptions signed = RemoveOptions.DEFAULT.signature(
                CanonicalForm.remove(Signer.of(Authors.AUTHOR).serial(9), key));
        FakeCluster.await(CLUSTER.comet(0).remove(key, isSigned ? signed : RemoveOptions.DEFAULT));
    }

    /** @param script to be put again; none where that is not to be tried */
    private static void move(Random random, Key key, Script script, String context) {
        Contact node = CLUSTER.comet(random.nextInt(4)).self();
        Value request = Value.of("r".repeat(random.nextInt(random.nextInt(3) == 0 ? 40_000 : 40)));
        switch (random.nextInt(7)) {
            case 0 -> CLIENT.ask(node, put(key, Script.NONE, request));
            case 5 -> CLIENT.ask(node, put(key, script, request));
            case 1 -> {
                long[] ids = IntStream.range(0, 20)
                        .mapToLong(i -> CLIENT.id())
                        .peek(id -> CLIENT.send(node, get(id, key, RawSender.client("tester"), Value.NIL)))
                        .toArray();
                LongStream.of(ids).forEach(CLIENT::reply);
            }
            case 2 -> {
                int before = sentByObjects();
                CLIENT.ask(node, get(CLIENT.id(), key, RawSender.object(key, "tester"), request));
                settle(key);
                assertThat(sentByObjects())
                        .as("an event that an object caused sends nothing, %s", context)
                        .isEqualTo(before);
            }
            case 3 -> CLUSTER.clock.advance(Duration.ofNanos((long) (random.nextDouble() * SECOND / 50)));
            case 4 -> {
                for (int i = random.nextInt(30); i >= 0; i--) {
                    CLUSTER.clock.advance(Duration.ofSeconds(1));
                    settle(key);
                }
            }
            default -> CLIENT.ask(node, get(CLIENT.id(), key, RawSender.client("tester"), request));
        }
    }

    private static Wire.Put put(Key key, Script script, Value value) {
        return new Wire.Put(
                CLIENT.id(),
                key,
                CLIENT.version(),
                RawSender.client("tester"),
                script,
                Value.table(Map.of("value", value, "again", Value.of(!script.isEmpty()))),
                Wire.Condition.IF_PRESENT);
    }

    private static Wire.Get get(long id, Key key, Caller caller, Value request) {
        return new Wire.Get(id, key, caller, request);
    }

    /** Waits until nothing moves any more: each actor has been passed through and every request has its reply. */
    private static void settle(Key key) {
        int before;
        do {
            before = sentByObjects();
            for (int i = 0; i < 2; i++) {
                passThrough(key);
            }
        } while (sentByObjects() != before || outstanding() > 0);
    }

    /** Sends each ReplicaManager and each replica a request, and waits for the replies: at the same time, for speed. */
    private static void passThrough(Key key) {
        long[] ids = new long[8];
        for (int node = 0; node < 4; node++) {
            ids[2 * node] = CLIENT.id();
            ids[2 * node + 1] = CLIENT.id();
            CLIENT.send(
                    CLUSTER.comet(node).self(),
                    get(ids[2 * node], Key.of("absent"), RawSender.client("tester"), Value.NIL),
                    get(ids[2 * node + 1], key, RawSender.object(key, "tester"), Value.of("settle")));
        }
        LongStream.of(ids).forEach(CLIENT::reply);
    }

    private static int sentByObjects() {
        return MOVEMENT.sentByObjects();
    }

    private static int outstanding() {
        return MOVEMENT.outstanding();
    }

    /** Counts of what passed, taken as it passes: what waits until nothing moves looks at them at every step. */
    private static final class Movement {

        private int sentByObjects;
        private int outstanding;

        synchronized void pass(Wire.Frame frame, String to) {
            boolean isOfClient = frame.from().address().equals(RawSender.SELF.address());
            boolean isToClient = to.equals(RawSender.SELF.address());
            for (Wire.Item item : frame.items()) {
                Wiretap.Passed one = new Wiretap.Passed(0, frame.from().address(), to, item, 0);
                if (one.sender().isPresent() && !isOfClient) {
                    sentByObjects++;
                }
                // Also those of the node that put the object: else their replies would hide as many.
                if (item instanceof Wire.Request && !isOfClient) {
                    outstanding++;
                } else if (one.isReply() && !isToClient) {
                    outstanding--;
                }
            }
        }

        synchronized int sentByObjects() {
            return sentByObjects;
        }

        synchronized int outstanding() {
            return outstanding;
        }
    }

    /** The most bytes that the object sent at once, over what clients sent it and time gave it, in any interval. */
    private static double worstBytes(List<Wiretap.Passed> passed, String node, Key key) {
        Excess excess = new Excess(BYTES_PER_SECOND);
        for (Wiretap.Passed one : passed) {
            if (isSent(one, node, key)) {
                excess.add(one.nanos(), one.bytes());
            } else if (isOfClient(one, node, key)) {
                excess.add(one.nanos(), -one.bytes());
            }
        }
        return excess.worst();
    }

    private static double worstRequests(List<Wiretap.Passed> passed, String node, Key key) {
        Excess excess = new Excess(REQUESTS_PER_SECOND);
        passed.stream().filter(one -> isSent(one, node, key)).forEach(one -> excess.add(one.nanos(), 1));
        return excess.worst();
    }

    private static boolean isSent(Wiretap.Passed one, String node, Key key) {
        return one.from().equals(node) && one.sender().equals(Optional.of(key));
    }

    private static boolean isOfClient(Wiretap.Passed one, String node, Key key) {
        return one.to().equals(node)
                && one.sender().isEmpty()
                && one.item() instanceof Wire.ObjectRequest request
                && request.key().equals(key);
    }

    /** The most that any interval has over a rate; an interval that has an instant has all of it. */
    private static final class Excess {

        private final double perNano;
        private double before;
        private double within;
        private double worst;
        private long at;

        Excess(long perSecond) {
            perNano = perSecond / (double) SECOND;
        }

        void add(long nanos, double amount) {
            if (nanos != at) {
                close();
                before = Math.max(0, before - perNano * (nanos - at));
                at = nanos;
            }
            within += amount;
        }

        double worst() {
            close();
            // What is held in billionths is compared in floating point.
            return worst - 1e-6;
        }

        private void close() {
            before = Math.max(0, before + within);
            within = 0;
            worst = Math.max(worst, before);
        }
    }
}
