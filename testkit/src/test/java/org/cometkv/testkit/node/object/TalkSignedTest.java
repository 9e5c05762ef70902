package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.Wiretap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the talk of 2010 lets signed objects do that no other may, a test for each claim, on five nodes.
 *
 * <p>What a signature must show for it is in {@code AdmissionTest} and {@link SignedObjectsTest}.
 */
class TalkSignedTest {

    private static final CometTestKit KIT = Kits.of(5, Authors.TRUST);
    private static final Wiretap TAP = new Wiretap(KIT);

    /** The recursive get of the examples. */
    private static final String RECURSIVE = """
            function aso:onGet()
              if self.value ~= nil then return {value = self.value} end
              local child = comet.key(1)
              local nodes, why = comet.lookup(child)
              local answers
              if nodes then answers, why = comet.get(child, nodes[1]) end
              local first = answers and answers[1]
              return first and first.value or {refused = why}
            end
            """;

    /** Asks every node for the child key's object, which does the same. */
    private static final String FLOOD = """
            function aso:onGet()
              for i = 1, 3 do comet.get(comet.key(1), comet.lookup(comet.key(1))) end
              return true
            end
            """;

    /** Tries to send more bytes than it may at once, then as many messages as its grant is for. */
    private static final String SPENDTHRIFT = """
            function aso:onGet()
              local child, nodes = comet.key(1), comet.lookup(comet.key(1))
              local three = {nodes[1], nodes[2], nodes[3]}
              local large, why = comet.put(child, string.rep("x", 30000), three)
              return {large = large, why = why, small = comet.put(child, "x", three)}
            end
            """;

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void recursiveGetsNeedASignature_andUnsignedSendNothing() {
        List<Key> chain = chain("unsigned", 2);
        chain.forEach(key -> put(key, Aso.script(RECURSIVE)));
        TAP.clear();

        assertThat(get(chain.get(0)))
                .isEqualTo(answer("refused", Value.of("an unsigned object reaches its own key only")));
        assertThat(sentByObjects()).isZero();
    }

    @Test
    void aRecursiveGetTakesOneMessageForEachStep() {
        for (int steps = 1; steps <= 1 + Rights.DEPTH_MAX; steps++) {
            List<Key> chain = chain("steps-" + steps, steps + 1);
            putSigned(chain, RECURSIVE, new Rights(true, Rights.DEPTH_MAX, 1_000, Map.of()));
            TAP.clear();

            assertThat(get(chain.get(0))).isEqualTo(answer("value", Value.of("found")));
            assertThat(sentByObjects()).isEqualTo(steps);
        }
    }

    @Test
    void aRecursiveGetGoesFiveStepsOn_andNoSixth() {
        List<Key> chain = chain("too-deep", 3 + Rights.DEPTH_MAX);
        putSigned(chain, RECURSIVE, new Rights(true, Rights.DEPTH_MAX, 1_000, Map.of()));

        assertThat(get(chain.get(1))).isEqualTo(answer("value", Value.of("found")));
        assertThat(get(chain.get(0)))
                .isEqualTo(answer(
                        "refused", Value.of("an event that another object's request caused sends and asks nothing")));
    }

    @Test
    void aChangedScriptIsNotTheAuthorsAnyMore() {
        Key key = Key.of("changed");
        Aso signed = Aso.script(RECURSIVE).signed(Signer.of(Authors.AUTHOR), key);
        Aso changed = Aso.script(RECURSIVE + " ").signed(signed.signature().orElseThrow());

        PutReply.Refused refused =
                (PutReply.Refused) KIT.await(KIT.node(0).comet().put(key, changed, PutOptions.DEFAULT));

        assertThat(refused.refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.NOT_ALLOWED, "the script is not the one that was signed"));
    }

    /** However its requests branch, one event cannot be made into a flood. */
    @Test
    void allThatOneEventCausesStaysWithinTheFanoutOfItsGrant() {
        for (int fanout : new int[] {1, 4, 5, 30, 90}) {
            List<Key> chain = chain("flood-" + fanout, 7);
            putSigned(chain, FLOOD, new Rights(true, Rights.DEPTH_MAX, fanout, Map.of()));
            TAP.clear();

            KIT.await(KIT.node(0).comet().get(chain.get(0), Value.NIL));

            assertThat(sentByObjects())
                    .as("fanout %s", fanout)
                    .isLessThanOrEqualTo(fanout)
                    .isGreaterThanOrEqualTo(fanout < 4 ? 0 : Math.min(fanout / 2, 12));
        }
    }

    @Test
    void aMessageThatIsRefusedAsUnpaid_takesNothingFromTheFanout() {
        Key key = Key.of("spendthrift");
        putSigned(List.of(key), SPENDTHRIFT, new Rights(true, 1, 3, Map.of()));
        TAP.clear();

        assertThat(get(key))
                .isEqualTo(Value.table(Map.of(
                        "large",
                        Value.Bool.FALSE,
                        "why",
                        Value.of("the object has sent as much as it may for now"),
                        "small",
                        Value.Bool.TRUE)));
        assertThat(sentByObjects()).isEqualTo(3);
    }

    private static List<Key> chain(String name, int length) {
        return Stream.iterate(Key.of(name), key -> key.child(1)).limit(length).toList();
    }

    /** Each signed for its key; the last has a value. */
    private static void putSigned(List<Key> chain, String script, Rights rights) {
        Signer author = Signer.of(Authors.AUTHOR).grant(Authors.grant(rights));
        for (Key key : chain) {
            boolean isLast = key.equals(chain.get(chain.size() - 1));
            Aso object = isLast ? Aso.script(script).with("value", "found") : Aso.script(script);
            put(key, object.replicas(5).signed(author, key));
        }
    }

    private static void put(Key key, Aso aso) {
        assertThat(KIT.await(KIT.node(0).comet().put(key, aso, PutOptions.DEFAULT.acks(5))))
                .isInstanceOf(PutReply.Stored.class);
    }

    private static Value get(Key key) {
        return ((GetReply.Found) KIT.await(KIT.node(2).comet().get(key, Value.NIL))).value();
    }

    private static Value answer(String field, Value value) {
        return Value.table(Map.of(field, value));
    }

    private static long sentByObjects() {
        return TAP.passed().stream()
                .filter(one ->
                        one.item() instanceof Wire.Request && one.sender().isPresent())
                .count();
    }
}
