package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.RemoveOptions;
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
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.HandlerBugs;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.cometkv.testkit.node.Wiretap;
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

    private static final CometTestKit KIT = Kits.of(4, Authors.TRUST);
    private static final HandlerBugs HANDLERS = new HandlerBugs(KIT);
    private static final RawSender CLIENT = new RawSender(KIT);
    private static final Wiretap TAP = new Wiretap(KIT);
    private static final int MOVES = 20;
    private static final long SECOND = 1_000_000_000L;

    private static final long REQUESTS_BURST = 100;
    private static final long REQUESTS_PER_SECOND = 50;
    private static final long BYTES_BURST = 64 * 1_024;
    private static final long BYTES_PER_SECOND = 2 * 1_024;

    static {
        // What is sent arrives at the same instant, so that what an object was sent counts before what it sends.
        KIT.delay(Duration.ZERO, Duration.ZERO);
    }

    @AfterAll
    static void close() {
        KIT.close();
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
            KIT.awaitQuiet();
        }
        remove(key, isSigned);

        long image = script.length() + blobMax + 2_000;
        List<Wiretap.Passed> passed = TAP.passed();
        for (int node = 0; node < 4; node++) {
            String address = KIT.node(node).contact().address();
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

        KIT.advance(Duration.ofSeconds(2));
        KIT.awaitQuiet();
        remove(key, false);

        String owner = KIT.node(0)
                .comet()
                .lookup(key)
                .toCompletableFuture()
                .join()
                .get(0)
                .address();
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
        Contact owner =
                KIT.node(0).comet().lookup(key).toCompletableFuture().join().get(0);
        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.of("shrink")));
        KIT.awaitQuiet();
        KIT.advance(Duration.ofSeconds(1_000));

        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.of("send")));
        KIT.awaitQuiet();
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
        Contact owner =
                KIT.node(0).comet().lookup(key).toCompletableFuture().join().get(0);
        HANDLERS.slow(Duration.ofMillis(200));

        CLIENT.ask(owner, get(CLIENT.id(), key, RawSender.client("tester"), Value.NIL));
        KIT.awaitQuiet();
        HANDLERS.slow(Duration.ZERO);
        remove(key, false);

        assertThat(worstBytes(TAP.passed(), owner.address(), key)).isBetween(BYTES_BURST / 2.0, 1.0 * BYTES_BURST);
    }

    private static void put(Key key, String script, boolean isSigned) {
        Signer author = Signer.of(Authors.AUTHOR).grant(Authors.grant(new Rights(true, 5, 1_000, Map.of())));
        Aso aso = isSigned ? Aso.script(script).signed(author, key) : Aso.script(script);
        KIT.await(KIT.node(0).comet().put(key, aso, PutOptions.DEFAULT));
        KIT.awaitQuiet();
    }

    private static void remove(Key key, boolean isSigned) {
        RemoveOptions signed = RemoveOptions.DEFAULT.signature(
                CanonicalForm.remove(Signer.of(Authors.AUTHOR).serial(9), key));
        KIT.await(KIT.node(0).comet().remove(key, isSigned ? signed : RemoveOptions.DEFAULT));
    }

    /** @param script to be put again; none where that is not to be tried */
    private static void move(Random random, Key key, Script script, String context) {
        Contact node = KIT.node(random.nextInt(4)).contact();
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
                KIT.awaitQuiet();
                assertThat(sentByObjects())
                        .as("an event that an object caused sends nothing, %s", context)
                        .isEqualTo(before);
            }
            case 3 -> KIT.advance(Duration.ofNanos((long) (random.nextDouble() * SECOND / 50)));
            // Mostly a few seconds, and now and then as long as it takes until nearly all may be sent again.
            case 4 -> KIT.advance(Duration.ofSeconds(1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 4)));
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

    private static int sentByObjects() {
        return (int) TAP.passed().stream()
                .filter(one -> one.sender().isPresent() && !one.from().equals(RawSender.SELF.address()))
                .count();
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
