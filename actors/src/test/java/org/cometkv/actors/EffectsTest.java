package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;
import static org.cometkv.actors.FakeCluster.value;

import java.time.Duration;
import java.util.Map;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What objects send and ask, and whom they reach. */
class EffectsTest {

    private static final FakeCluster CLUSTER = new FakeCluster(5);
    private static final PutOptions ALL = PutOptions.DEFAULT.acks(3);

    @AfterAll
    static void close() {
        CLUSTER.close();
    }

    @Test
    void anObjectCopiesItselfToTheNodesItChooses() {
        await(CLUSTER.comet(0).put("copies", Aso.script("""
                aso.replication = "self"
                function aso:onGet(caller, request)
                  if request == "spread" then
                    self.note = "from the first replica"
                    return comet.put(self, comet.lookup())
                  end
                  return self.note
                end
                """).replicas(1), PutOptions.DEFAULT.acks(1)));

        assertThat(value(await(CLUSTER.comet(1).get("copies", Value.of("spread")))))
                .isEqualTo(Value.of(true));

        CLUSTER.eventually(() -> assertThat(await(CLUSTER.comet(2).getFromAll("copies")))
                .hasSize(5)
                .allSatisfy(reply -> assertThat(value(reply)).isEqualTo(Value.of("from the first replica"))));
    }

    @Test
    void aCopyThatIsNotNewerChangesNothing() {
        await(CLUSTER.comet(0).put("held", Aso.script("""
                aso.reads = 0
                function aso:onGet(caller, request)
                  if request == "spread" then return comet.put(self, comet.lookup()) end
                  self.reads = self.reads + 1
                  return self.reads
                end
                """), ALL));
        await(CLUSTER.comet(0).getFromAll("held"));

        await(CLUSTER.comet(0).get("held", Value.of("spread")));

        CLUSTER.eventually(
                () -> assertThat(await(CLUSTER.comet(0).getFromAll("held"))).hasSize(5));
        assertThat(await(CLUSTER.comet(0).getFromAll("held")).subList(0, 3))
                .allSatisfy(
                        reply -> assertThat(((Value.Num) value(reply)).number()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void aGetWaitsForTheOtherReplicas_andOtherEventsRunMeanwhile() {
        await(CLUSTER.comet(0).put("asks", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "sum" then return self.share end
                  local sum = self.share
                  for _, answer in ipairs(comet.get()) do sum = sum + answer.value end
                  return sum
                end
                """).with("share", 7), ALL));

        assertThat(value(await(CLUSTER.comet(3).get("asks", Value.of("sum"))))).isEqualTo(Value.of(21));
    }

    @Test
    void anUnsignedObjectReachesItsOwnKeyOnly() {
        await(CLUSTER.comet(0).put("bound", Aso.script("""
                function aso:onGet()
                  local put, why = comet.put(comet.key(1), "elsewhere")
                  local got, whyNot = comet.get(comet.key(2))
                  return {put, why, got == nil, whyNot}
                end
                """), ALL));

        Value.Table said = (Value.Table) value(await(CLUSTER.comet(1).get("bound")));

        assertThat(said.list())
                .containsExactly(
                        Value.of(false),
                        Value.of("an unsigned object reaches its own key only"),
                        Value.of(true),
                        Value.of("an unsigned object reaches its own key only"));
    }

    @Test
    void anEventThatAnotherObjectCausedSendsAndAsksNothing() {
        await(CLUSTER.comet(0).put("recursive", Aso.script("""
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

        Value.Table heard = (Value.Table) value(await(CLUSTER.comet(4).get("recursive")));

        assertThat(heard.list())
                .hasSize(2)
                .containsOnly(Value.of("an event that another object's request caused sends and asks nothing"));
    }

    @Test
    void aNodeTakesNoCopyOfAnObjectUnderAnotherKey_evenFromASenderThatDoesNotCheck() {
        RawSender sender = new RawSender(CLUSTER);
        Key key = Key.of("victim");
        Wire.Put put = new Wire.Put(
                sender.id(),
                key,
                sender.version(),
                RawSender.object(Key.of("attacker"), "tester"),
                Script.NONE,
                Value.table(Map.of("value", Value.of("x"))),
                Wire.Condition.ALWAYS);

        assertThat(sender.refusal(CLUSTER.comet(2).self(), put))
                .isEqualTo("an unsigned object reaches its own key only");
        assertThat(await(CLUSTER.comet(2).get(key, Value.NIL))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void anObjectThatSendsAsMuchAsItCanIsBounded() {
        await(CLUSTER.comet(0).put("loud", Aso.script("""
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

        double first = ((Value.Num) value(await(CLUSTER.comet(0).get("loud")))).number();
        double second = ((Value.Num) value(await(CLUSTER.comet(0).get("loud")))).number();

        // 64 KiB at once: seven puts of 4 KiB to two other owners each; then next to nothing.
        assertThat(first).isBetween(6.0, 8.0);
        assertThat(second).isLessThanOrEqualTo(1);
    }

    @Test
    void deleteSelf_endsThisReplicaOnly() {
        await(CLUSTER.comet(0).put("leaves", Aso.script("""
                function aso:onGet()
                  comet.deleteSelf()
                  return "bye"
                end
                """), ALL));

        assertThat(value(await(CLUSTER.comet(0).get("leaves")))).isEqualTo(Value.of("bye"));

        assertThat(await(CLUSTER.comet(0).getFromAll("leaves"))).hasSize(2);
    }

    @Test
    void whatATimerLeavesToDoIsDone() {
        await(CLUSTER.comet(0).put("ends", Aso.script("""
                function aso:onTimer() comet.deleteSelf() end
                """).with("timer", 5), ALL));
        assertThat(await(CLUSTER.comet(1).getFromAll("ends"))).hasSize(3);

        CLUSTER.eventually(() -> {
            CLUSTER.clock.advance(Duration.ofSeconds(2));
            assertThat(await(CLUSTER.comet(1).getFromAll("ends"))).isEmpty();
        });
    }

    @Test
    void aNamedTimerThatIsTakenBack_makesRoomForAnotherInTheSameEvent() {
        await(CLUSTER.comet(0).put("room", Aso.script("""
                function aso:onGet()
                  for i = 1, 16 do comet.after("t" .. i, 5) end
                  comet.cancel("t3")
                  return {comet.after("new", 5), (comet.after("newer", 5))}
                end
                """), ALL));

        assertThat(((Value.Table) value(await(CLUSTER.comet(0).get("room")))).list())
                .containsExactly(Value.of(true), Value.of(false));
    }

    @Test
    void aNamedTimerThatIsTakenBackOrPutOff_byOneThatFiresAtTheSameTime_doesNotFire() {
        await(CLUSTER.comet(0).put("takes-back", Aso.script("""
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
        await(CLUSTER.comet(0).get("takes-back", Value.of("arm")));

        CLUSTER.eventually(() -> {
            CLUSTER.clock.advance(Duration.ofSeconds(2));
            assertThat(value(await(CLUSTER.comet(0).get("takes-back")))).isEqualTo(Value.of("ad"));
        });
    }

    @Test
    void namedTimersFireOnce_andTheSeventeenthIsRefused() {
        await(CLUSTER.comet(0).put("timed", Aso.script("""
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

        assertThat(value(await(CLUSTER.comet(0).get("timed", Value.of("arm"))))).isEqualTo(Value.of(16));

        CLUSTER.eventually(() -> {
            CLUSTER.clock.advance(Duration.ofSeconds(2));
            assertThat(value(await(CLUSTER.comet(0).get("timed")))).isEqualTo(Value.of(16));
        });
    }
}
