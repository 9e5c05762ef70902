package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the talk and the paper of 2010 say of active storage objects, a test for each claim, on five nodes.
 *
 * <p>What they say of the harm that objects cannot do is in {@link TalkDefencesTest}; of the applications, in the test
 * of each under {@code examples}; of the sandbox by itself, in {@code HostileTest} of module {@code aso}.
 */
class TalkObjectsTest {

    private static final CometTestKit KIT = Kits.of(5);

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void anObjectIsAValueWithHandlers_runByPutGetUpdateRemoveAndTimer() {
        put("handlers", """
                aso.seen, aso.timer = {}, 1
                local function note(what) aso.seen[#aso.seen + 1] = what end
                function aso:onPut() note("put") end
                function aso:onGet() note("get") return self.seen end
                function aso:onUpdate() note("update") end
                function aso:onTimer() note("timer") self.timer = 0 end
                function aso:onRemove() note("remove") return false, "stays" end
                """);
        KIT.await(KIT.node(1).comet().update("handlers", Value.of(1), PutOptions.DEFAULT.acks(3)));
        assertThat(((RemoveReply.Refused) KIT.await(KIT.node(1).comet().remove("handlers"))).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.OBJECT, "stays"));

        KIT.advance(Duration.ofSeconds(2));

        assertThat(list("handlers"))
                .containsExactly(
                        Value.of("put"), Value.of("update"), Value.of("remove"), Value.of("timer"), Value.of("get"));
    }

    @Test
    void eachReplicaKeepsTrackOfTheNumberOfGets() {
        put("gets", """
                aso.getCount = 0
                function onGet() self.getCount = self.getCount + 1 return self.getCount end
                """);

        for (int reads = 1; reads <= 3; reads++) {
            assertThat(get("gets")).isEqualTo(Value.of(reads));
        }

        assertThat(KIT.await(KIT.node(0).comet().getFromAll("gets")).stream().map(Kits::value))
                .containsExactly(Value.of(4), Value.of(1), Value.of(1));
    }

    @Test
    void aHandlerIsToldWhoCalls() {
        put("callers", """
                function onGet(caller) return {caller.ip, caller.port, caller.id, caller.writer, caller.key == nil} end
                """);
        Contact reader = KIT.node(4).contact();

        assertThat(((Value.Table) value(KIT.await(KIT.node(4).comet().get("callers")))).list())
                .containsExactly(
                        Value.of(reader.host()),
                        Value.of(reader.port()),
                        Value.of(reader.id().toString()),
                        Value.of("tester"),
                        Value.of(true));
    }

    @Test
    void anUpdateIsForTheObjectToDecide() {
        String script = """
                function aso:onUpdate(caller, value)
                  if value == "refuse" then return false, "no" end
                  if value == "replace" then return true end
                  self.value = "kept: " .. value
                end
                """;
        put("decides", script);

        assertThat(KIT.await(KIT.node(2).comet().update("decides", "keep"))).isInstanceOf(PutReply.Stored.class);
        assertThat(get("decides")).isEqualTo(Value.of("kept: keep"));
        assertThat(KIT.await(KIT.node(2).comet().update("decides", "refuse"))).isInstanceOf(PutReply.Refused.class);
        assertThat(get("decides")).isEqualTo(Value.of("kept: keep"));
        assertThat(KIT.await(KIT.node(2).comet().update("decides", "replace"))).isInstanceOf(PutReply.Stored.class);
        assertThat(get("decides")).isEqualTo(Value.of("replace"));
    }

    /** The original gave script and state away where there was no onGet. */
    @Test
    void aGetGivesTheValue_andNeverScriptOrState() {
        KIT.await(KIT.node(0)
                .comet()
                .put("closed", Aso.script("aso.secret = 'hidden'").with("value", "shown"), all()));
        KIT.await(KIT.node(0).comet().put("mute", Aso.script("aso.secret = 'hidden'"), all()));

        assertThat(get("closed")).isEqualTo(Value.of("shown"));
        assertThat(KIT.await(KIT.node(0).comet().get("mute"))).isInstanceOf(GetReply.Empty.class);
    }

    @Test
    void theHostTellsTimeNodeAndKey_byTheNamesOfTheTalkToo() {
        put("host", """
                function onGet()
                  return {
                    comet.systemTime() == comet.getSystemTime() and comet.systemTime(),
                    comet.nodeID() == comet.getNodeID() and comet.nodeID(),
                    comet.nodeIP() == comet.getNodeIP() and comet.nodeIP(),
                    comet.key() == comet.getASOKey() and comet.key(),
                  }
                end
                """);
        Contact owner =
                KIT.node(0).comet().lookup("host").toCompletableFuture().join().get(0);

        long before = KIT.node(0).clock().wallMillis();
        List<Value> told = list("host");

        assertThat(((Value.Num) told.get(0)).asLong())
                .isBetween(before, KIT.node(0).clock().wallMillis());
        assertThat(told.subList(1, 4))
                .containsExactly(
                        Value.of(owner.id().toString()),
                        Value.of(owner.host()),
                        Value.of(Key.of("host").toString()));
    }

    @Test
    void aKeyHasFiveChildKeys_andNoSixth() {
        put("children", "function onGet(caller, n) return comet.key(n) end");

        for (int n = 1; n <= 5; n++) {
            assertThat(value(KIT.await(KIT.node(0).comet().get("children", Value.of(n)))))
                    .isEqualTo(Value.of(Key.of("children").child(n).toString()));
        }
        assertThat(((GetReply.Failed) KIT.await(KIT.node(0).comet().get("children", Value.of(6))))
                        .failure()
                        .message())
                .contains("a child key is numbered 1 to 5");
    }

    @Test
    void aLookupGivesTheNeighborsOfTheOwnKey_closestFirst() {
        put("neighbors", """
                function onGet()
                  local ids = {}
                  for i, node in ipairs(comet.lookup()) do ids[i] = node.id end
                  return ids
                end
                """);
        List<Contact> neighbors =
                KIT.node(0).comet().lookup("neighbors").toCompletableFuture().join();

        assertThat(list("neighbors"))
                .containsExactlyElementsOf(neighbors.stream()
                        .skip(1)
                        .map(node -> Value.of(node.id().toString()))
                        .toList());
    }

    @Test
    void anObjectPutsItselfToExactlyTheNodesItChose_andItsTimerTravelsAlong() {
        KIT.await(KIT.node(0).comet().put("chooses", Aso.script("""
                aso.timer, aso.ticks, aso.replication = 5, 0, "self"
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet(caller, request)
                  if request ~= "spread" then return self.ticks end
                  local nodes = comet.lookup()
                  return comet.put(self, {nodes[2], nodes[4]})
                end
                """).replicas(1), PutOptions.DEFAULT.acks(1)));
        List<Contact> nodes =
                KIT.node(0).comet().lookup("chooses").toCompletableFuture().join();

        KIT.await(KIT.node(0).comet().get("chooses", Value.of("spread")));

        KIT.awaitQuiet();
        assertThat(holders("chooses")).containsExactly(nodes.get(0), nodes.get(2), nodes.get(4));
        KIT.advance(Duration.ofSeconds(11));
        assertThat(KIT.await(KIT.node(0).comet().getFromAll("chooses")))
                .hasSize(3)
                .allSatisfy(reply -> assertThat(number(reply)).isGreaterThanOrEqualTo(2));
    }

    @Test
    void anObjectEndsItself_onThisReplicaOnly() {
        put("ends", "function onGet() comet.deleteSelf() return 'bye' end");

        assertThat(get("ends")).isEqualTo(Value.of("bye"));

        assertThat(holders("ends")).hasSize(2);
    }

    /** The original made the error's text the answer, and stored it where a put failed. */
    @Test
    void anErrorBecomesNoValue_andWhatTheEventAskedForIsNotDone() {
        put("fails", """
                function aso:onGet(caller, request)
                  if request ~= "fail" then return self.value end
                  self.value = "changed"
                  comet.put(comet.key(), "sent")
                  error("went wrong")
                end
                function aso:onUpdate(caller, value)
                  if value == "fail" then error("wrong too") end
                  self.value = value
                end
                """);

        assertThat(((GetReply.Failed) KIT.await(KIT.node(0).comet().get("fails", Value.of("fail"))))
                        .failure()
                        .message())
                .contains("went wrong");
        assertThat(KIT.await(KIT.node(0).comet().update("fails", "fail"))).isInstanceOf(PutReply.Failed.class);

        assertThat(KIT.await(KIT.node(0).comet().getFromAll("fails")))
                .hasSize(3)
                .allSatisfy(reply -> assertThat(reply).isInstanceOf(GetReply.Empty.class));
    }

    @Test
    void aThousandReadsAtOnceCountAThousand() {
        put("many", "aso.n = 0 function onGet() self.n = self.n + 1 return self.n end");

        List<Value> numbers =
                IntStream.range(0, 1_000).mapToObj(i -> KIT.node(i % 5).comet().get("many")).toList().stream()
                        .map(reply -> value(KIT.await(reply)))
                        .toList();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 1_000).mapToObj(Value::of).toList());
    }

    private static PutOptions all() {
        return PutOptions.DEFAULT.acks(3);
    }

    private static void put(String key, String script) {
        assertThat(KIT.await(KIT.node(0).comet().put(key, Aso.script(script), all())))
                .isInstanceOf(PutReply.Stored.class);
    }

    private static Value get(String key) {
        return value(KIT.await(KIT.node(3).comet().get(key)));
    }

    private static List<Value> list(String key) {
        return ((Value.Table) get(key)).list();
    }

    private static List<Contact> holders(String key) {
        return KIT.await(KIT.node(0).comet().getFromAll(key)).stream()
                .flatMap(reply -> reply instanceof GetReply.Found found
                        ? Stream.of(found.answer().replica())
                        : Stream.empty())
                .toList();
    }

    private static double number(GetReply reply) {
        return ((Value.Num) value(reply)).number();
    }
}
