package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Duration;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What objects send and ask, and whom they reach. */
class EffectsTest {

    private static final CometTestKit KIT = Kits.of(5);
    private static final PutOptions ALL = PutOptions.DEFAULT.acks(3);

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void anObjectCopiesItselfToTheNodesItChooses() {
        KIT.await(KIT.node(0).comet().put("copies", Aso.script("""
                aso.replication = "self"
                function aso:onGet(caller, request)
                  if request == "spread" then
                    self.note = "from the first replica"
                    return comet.put(self, comet.lookup())
                  end
                  return self.note
                end
                """).replicas(1), PutOptions.DEFAULT.acks(1)));

        assertThat(value(KIT.await(KIT.node(1).comet().get("copies", Value.of("spread")))))
                .isEqualTo(Value.of(true));

        KIT.awaitQuiet();
        assertThat(KIT.await(KIT.node(2).comet().getFromAll("copies")))
                .hasSize(5)
                .allSatisfy(reply -> assertThat(value(reply)).isEqualTo(Value.of("from the first replica")));
    }

    @Test
    void aCopyThatIsNotNewerChangesNothing() {
        KIT.await(KIT.node(0).comet().put("held", Aso.script("""
                aso.reads = 0
                function aso:onGet(caller, request)
                  if request == "spread" then return comet.put(self, comet.lookup()) end
                  self.reads = self.reads + 1
                  return self.reads
                end
                """), ALL));
        KIT.await(KIT.node(0).comet().getFromAll("held"));

        KIT.await(KIT.node(0).comet().get("held", Value.of("spread")));

        KIT.awaitQuiet();
        assertThat(KIT.await(KIT.node(0).comet().getFromAll("held")).subList(0, 3))
                .allSatisfy(reply -> assertThat(value(reply)).isEqualTo(Value.of(2)));
    }

    @Test
    void aGetWaitsForTheOtherReplicas_andOtherEventsRunMeanwhile() {
        KIT.await(KIT.node(0).comet().put("asks", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "sum" then return self.share end
                  local sum = self.share
                  for _, answer in ipairs(comet.get()) do sum = sum + answer.value end
                  return sum
                end
                """).with("share", 7), ALL));

        assertThat(value(KIT.await(KIT.node(3).comet().get("asks", Value.of("sum")))))
                .isEqualTo(Value.of(21));
    }

    @Test
    void anUnsignedObjectReachesItsOwnKeyOnly() {
        KIT.await(KIT.node(0).comet().put("bound", Aso.script("""
                function aso:onGet()
                  local put, why = comet.put(comet.key(1), "elsewhere")
                  local got, whyNot = comet.get(comet.key(2))
                  return {put, why, got == nil, whyNot}
                end
                """), ALL));

        Value.Table said = (Value.Table) value(KIT.await(KIT.node(1).comet().get("bound")));

        assertThat(said.list())
                .containsExactly(
                        Value.of(false),
                        Value.of("an unsigned object reaches its own key only"),
                        Value.of(true),
                        Value.of("an unsigned object reaches its own key only"));
    }

    @Test
    void anEventThatAnotherObjectCausedSendsAndAsksNothing() {
        KIT.await(KIT.node(0).comet().put("recursive", Aso.script("""
                function aso:onGet(caller, request)
                  if not caller.key then
                    local heard = {}
                    for i, answer in ipairs(comet.get()) do heard[i] = answer.value end
                    return heard
                  end
                  local got, why = comet.get()
                  return why
                end
                """), ALL));

        Value.Table heard = (Value.Table) value(KIT.await(KIT.node(4).comet().get("recursive")));

        assertThat(heard.list())
                .hasSize(2)
                .containsOnly(Value.of("an event that another object's request caused sends and asks nothing"));
    }

    @Test
    void aNodeTakesNoCopyOfAnObjectUnderAnotherKey_evenFromASenderThatDoesNotCheck() {
        RawSender sender = new RawSender(KIT);
        Key key = Key.of("victim");
        Wire.Put put = new Wire.Put(
                sender.id(),
                key,
                sender.version(),
                RawSender.object(Key.of("attacker"), "tester"),
                Script.NONE,
                Value.table(Map.of("value", Value.of("x"))),
                Wire.Condition.ALWAYS);

        assertThat(sender.refusal(KIT.node(2).contact(), put)).isEqualTo("an unsigned object reaches its own key only");
        assertThat(KIT.await(KIT.node(2).comet().get(key, Value.NIL))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void anObjectThatSendsAsMuchAsItCanIsBounded() {
        KIT.await(KIT.node(0).comet().put("loud", Aso.script("""
                function aso:onGet()
                  local sent = 0
                  local text = string.rep("x", 4000)
                  for i = 1, 60 do
                    if comet.put(comet.key(), text) then sent = sent + 1 end
                  end
                  return sent
                end
                function aso:onUpdate() end
                """), ALL));

        double first = ((Value.Num) value(KIT.await(KIT.node(0).comet().get("loud")))).number();
        double second = ((Value.Num) value(KIT.await(KIT.node(0).comet().get("loud")))).number();

        // 64 KiB at once: seven puts of 4 KiB to two other owners each; then next to nothing.
        assertThat(first).isBetween(6.0, 8.0);
        assertThat(second).isLessThanOrEqualTo(1);
    }

    @Test
    void deleteSelf_endsThisReplicaOnly() {
        KIT.await(KIT.node(0).comet().put("leaves", Aso.script("""
                function aso:onGet()
                  comet.deleteSelf()
                  return "bye"
                end
                """), ALL));

        assertThat(value(KIT.await(KIT.node(0).comet().get("leaves")))).isEqualTo(Value.of("bye"));

        assertThat(KIT.await(KIT.node(0).comet().getFromAll("leaves"))).hasSize(2);
    }

    @Test
    void whatATimerLeavesToDoIsDone() {
        KIT.await(KIT.node(0).comet().put("ends", Aso.script("""
                function aso:onTimer() comet.deleteSelf() end
                """).with("timer", 5), ALL));
        assertThat(KIT.await(KIT.node(1).comet().getFromAll("ends"))).hasSize(3);

        KIT.advance(Duration.ofSeconds(6));

        assertThat(KIT.await(KIT.node(1).comet().getFromAll("ends"))).isEmpty();
    }

    @Test
    void aNamedTimerThatIsTakenBack_makesRoomForAnotherInTheSameEvent() {
        KIT.await(KIT.node(0).comet().put("room", Aso.script("""
                function aso:onGet()
                  for i = 1, 16 do comet.after("t" .. i, 5) end
                  comet.cancel("t3")
                  return {comet.after("new", 5), (comet.after("newer", 5))}
                end
                """), ALL));

        assertThat(((Value.Table) value(KIT.await(KIT.node(0).comet().get("room")))).list())
                .containsExactly(Value.of(true), Value.of(false));
    }

    @Test
    void aNamedTimerThatIsTakenBackOrPutOff_byOneThatFiresAtTheSameTime_doesNotFire() {
        KIT.await(KIT.node(0).comet().put("takes-back", Aso.script("""
                aso.fired = ""
                function aso:onGet(caller, request)
                  if request == "arm" then
                    for _, name in ipairs{"a", "b", "c", "d"} do comet.after(name, 5) end
                  end
                  return self.fired
                end
                function aso:onTimer(name)
                  self.fired = self.fired .. name
                  if name == "a" then comet.cancel("b") comet.after("c", 1000) end
                end
                """).with("timer", 0), ALL));
        KIT.await(KIT.node(0).comet().get("takes-back", Value.of("arm")));

        KIT.advance(Duration.ofSeconds(6));

        assertThat(value(KIT.await(KIT.node(0).comet().get("takes-back")))).isEqualTo(Value.of("ad"));
    }

    @Test
    void namedTimersFireOnce_andTheSeventeenthIsRefused() {
        KIT.await(KIT.node(0).comet().put("timed", Aso.script("""
                aso.fired = {}
                function aso:onGet(caller, request)
                  if request ~= "arm" then return #self.fired end
                  local armed = 0
                  for i = 1, 17 do
                    if comet.after("t" .. i, 5) then armed = armed + 1 end
                  end
                  return armed
                end
                function aso:onTimer(name)
                  self.fired[#self.fired + 1] = name
                end
                """).with("timer", 0), ALL));

        assertThat(value(KIT.await(KIT.node(0).comet().get("timed", Value.of("arm")))))
                .isEqualTo(Value.of(16));

        KIT.advance(Duration.ofSeconds(6));

        assertThat(value(KIT.await(KIT.node(0).comet().get("timed")))).isEqualTo(Value.of(16));
    }
}
