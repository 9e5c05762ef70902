package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.Collections;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.NodeStat;
import org.cometkv.actors.ObjectStat;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.StatReply;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.HandlerBugs;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.LoggedLines;
import org.cometkv.testkit.node.RawSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An object that keeps breaking limits is slowed, then set aside, can be seen, and recovers. */
class SetAsideTest {

    private static final String LOOP = """
            aso.good = 0
            aso.ttl = 3600
            function aso:onGet(caller, request)
              comet.log("asked for " .. tostring(request))
              if request == "loop" then while true do end end
              self.good = self.good + 1
              return self.good
            end
            """;

    private static final int SLOW_AFTER = 3;
    private static final int SET_ASIDE_AFTER = 4;

    private final CometTestKit kit = Kits.of(3, """
            comet.conduct { slow-after = 3, window = 10s, set-aside-after = 4, calm = 60s }
            comet.rate.object { per-second = 10, burst = 30 }
            """);
    private final Comet comet = kit.node(0).comet();
    private final RawSender sender = new RawSender(kit);
    private final HandlerBugs bugs = new HandlerBugs(kit);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void limits_oneBelowTheBound_changeNothing_theBoundSlows() {
        put("key", LOOP);

        loop("key", SLOW_AFTER - 1);
        assertThat(stat("key").standing()).isEqualTo(Standing.ORDINARY);

        loop("key", 1);
        assertThat(stat("key").standing()).isEqualTo(Standing.SLOWED);
        // What is slowed answers all the same.
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.Found.class);
    }

    @Test
    void requestsThatAnEventCannotHold_areTheirAskersDoing() {
        put("key", "function onGet(caller, request) return 'fine' end");
        Value heavy = Value.list(Collections.nCopies(60_000, Value.of(true)).toArray(Value[]::new));

        for (int i = 0; i < SLOW_AFTER + 1; i++) {
            assertThat(kit.await(comet.get("key", heavy)))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().limit()).contains(Limit.ALLOCATION));
        }

        assertThat(stat("key").standing()).isEqualTo(Standing.ORDINARY);
        assertThat(stat("key").totals().failures()).isEqualTo(SLOW_AFTER + 1);
    }

    @Test
    void slowed_isSetAsideAtTheBound_andItsHandlersRunNoMore() {
        put("key", LOOP);
        loop("key", SLOW_AFTER + SET_ASIDE_AFTER - 1);
        assertThat(stat("key").standing()).isEqualTo(Standing.SLOWED);
        loop("key", 1);

        Refusal refusal = ((GetReply.Refused) kit.await(comet.get("key"))).refusal();

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        assertThat(refusal.message())
                .isEqualTo("the object is set aside: " + stat("key").lastError().orElseThrow());
        Totals totals = stat("key").totals();
        assertThat(totals.events()).isEqualTo(SLOW_AFTER + SET_ASIDE_AFTER);
        assertThat(totals.limits()).isEqualTo(SLOW_AFTER + SET_ASIDE_AFTER);
        assertThat(totals.failures()).isEqualTo(SLOW_AFTER + SET_ASIDE_AFTER);
        assertThat(totals.fuel()).isEqualTo((SLOW_AFTER + SET_ASIDE_AFTER) * 100_000L);
        assertThat(totals.refusals()).isOne();
    }

    @Test
    void setAside_isAWarningToTheOperator_once() {
        put("key", LOOP);
        loop("key", SLOW_AFTER);

        try (LoggedLines log = new LoggedLines("org.cometkv.objects")) {
            loop("key", SET_ASIDE_AFTER);
            // Refused, and told nobody again.
            kit.await(comet.get("key"));

            assertThat(log.at(Level.WARN))
                    .filteredOn(line -> line.contains("is set aside: it broke its limits too often"))
                    .hasSize(1);
        }
    }

    @Test
    void timers_ofWhatIsSetAside_doNotFire_andDoAgainAfterItsRelease() {
        put("key", """
                aso.timer = 10
                aso.ticks = 0
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet(caller, request)
                  if request == "loop" then while true do end end
                  return self.ticks
                end
                """);
        loop("key", SLOW_AFTER + SET_ASIDE_AFTER);
        kit.advance(Duration.ofSeconds(100));
        assertThat(stat("key").totals().events()).isEqualTo(SLOW_AFTER + SET_ASIDE_AFTER);

        kit.await(comet.release("key"));

        kit.advance(Duration.ofSeconds(21));
        assertThat(((Value.Num) ((GetReply.Found) kit.await(comet.get("key"))).value()).number())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void released_isSlowed_untilItBehavedForTheCalm() {
        put("key", LOOP);
        kit.await(comet.get("key"));
        loop("key", SLOW_AFTER + SET_ASIDE_AFTER);

        StatReply released = kit.await(comet.release("key"));

        assertThat(((StatReply.Found) released).replicas().get(0).standing()).isEqualTo(Standing.SLOWED);
        // Its state is as it was.
        assertThat(((GetReply.Found) kit.await(comet.get("key"))).value()).isEqualTo(Value.of(2));
        kit.advance(Duration.ofMillis(59_900));
        kit.await(comet.get("key"));
        assertThat(stat("key").standing()).isEqualTo(Standing.SLOWED);
        kit.advance(Duration.ofMillis(100));
        kit.await(comet.get("key"));
        assertThat(stat("key").standing()).isEqualTo(Standing.ORDINARY);
    }

    @Test
    void itsWriterReplacesWhatIsSetAside_andNobodyElseDoes() {
        put("key", LOOP);
        loop("key", SLOW_AFTER + SET_ASIDE_AFTER);

        ReplicaReply stranger = send(
                new Wire.Remove(sender.id(), Key.of("key"), sender.version(), RawSender.client("stranger"), Value.NIL));

        assertThat(((ReplicaReply.Refused) stranger).refusal().reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        put("key", "function aso:onGet() return 'new' end");
        assertThat(((GetReply.Found) kit.await(comet.get("key"))).value()).isEqualTo(Value.of("new"));
        assertThat(stat("key").standing()).isEqualTo(Standing.SLOWED);
    }

    @Test
    void goingOverTheLiveSize_failsThatEventOnly() {
        put("key", """
                function aso:onGet()
                  local t = {}
                  for i = 1, 40 do t[i] = string.rep("x", 3000) .. i end
                  self.all = t
                end
                """);

        for (int i = 0; i < SLOW_AFTER + SET_ASIDE_AFTER; i++) {
            assertThat(kit.await(comet.get("key")))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().limit()).contains(Limit.LIVE));
        }

        assertThat(stat("key").standing()).isEqualTo(Standing.ORDINARY);
        assertThat(stat("key").totals().limits()).isEqualTo(SLOW_AFTER + SET_ASIDE_AFTER);
    }

    @Test
    void errorOfTheJvm_inAHandler_isTheObjectsAffairAlone() {
        put("key", LOOP);
        put("other", LOOP);
        for (int i = 0; i < 3; i++) {
            bugs.nextFatally(1);
            assertThat(kit.await(comet.get("key")))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().message()).isEqualTo("internal error"));
            assertThat(((GetReply.Found) kit.await(comet.get("key"))).value()).isEqualTo(Value.of(1 + i));
        }
        bugs.nextFatally(1);
        kit.await(comet.get("key"));

        assertThat(stat("key").standing()).isEqualTo(Standing.SET_ASIDE);
        assertThat(stat("key").lastError().orElseThrow()).contains("StackOverflowError");
        assertThat(((GetReply.Found) kit.await(comet.get("other"))).value()).isEqualTo(Value.of(1));
    }

    @Test
    void statTellsOfEveryReplica_alsoOfAValue_andOfNothing() {
        kit.await(comet.put("key", Aso.script(LOOP), PutOptions.DEFAULT.acks(3)));
        kit.await(comet.put("value", Aso.value("x").replicas(2), PutOptions.DEFAULT.acks(2)));

        StatReply.Found found = (StatReply.Found) kit.await(kit.node(1).comet().stat("key"));

        assertThat(found.asked()).isEqualTo(3);
        assertThat(found.replicas())
                .extracting(ObjectStat::replica)
                .containsExactlyElementsOf(
                        kit.node(1).comet().lookup("key").toCompletableFuture().join());
        assertThat(found.replicas())
                .allSatisfy(replica -> assertThat(replica.writer()).isEqualTo("tester"));
        StatReply.Found value = (StatReply.Found) kit.await(comet.stat("value"));
        assertThat(value.replicas())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.totals()).isEqualTo(Totals.NONE));
        assertThat(kit.await(comet.stat("nothing"))).isEqualTo(new StatReply.NotFound(3));
    }

    @Test
    void releaseReachesEveryReplica() {
        kit.await(comet.put("key", Aso.script(LOOP), PutOptions.DEFAULT.acks(3)));
        for (int i = 0; i < SLOW_AFTER + SET_ASIDE_AFTER; i++) {
            kit.await(comet.getFromAll("key", GetOptions.DEFAULT.request(Value.of("loop"))));
        }
        assertThat(((StatReply.Found) kit.await(comet.stat("key"))).replicas())
                .hasSize(3)
                .allSatisfy(replica -> assertThat(replica.standing()).isEqualTo(Standing.SET_ASIDE));

        StatReply.Found released =
                (StatReply.Found) kit.await(kit.node(2).comet().release("key"));

        assertThat(released.replicas())
                .hasSize(3)
                .allSatisfy(replica -> assertThat(replica.standing()).isEqualTo(Standing.SLOWED));
    }

    @Test
    void statShowsTheLog_andWhatCameIn() {
        put("key", LOOP);
        for (int i = 1; i <= 33; i++) {
            // Not at once: its rate would not allow it.
            kit.advance(Duration.ofMillis(100));
            kit.await(comet.get("key", Value.of("a " + i)));
        }

        ObjectStat stat = stat("key");

        assertThat(stat.log()).hasSize(32).first().isEqualTo("asked for a 2");
        assertThat(stat.log()).last().isEqualTo("asked for a 33");
        assertThat(stat.totals().bytesIn()).isGreaterThan(33 * 4);
        assertThat(stat.totals().bytesOut()).isZero();
    }

    @Test
    void stat_ofAFloodedObject_isAnswered_andTellsOfTheRefusals() {
        String key = Kits.keyOwnedBy(kit, 0);
        put(key, LOOP);
        for (int i = 0; i < 100; i++) {
            kit.await(comet.get(key));
        }

        Totals totals = stat(key).totals();

        assertThat(totals.events()).isEqualTo(30);
        assertThat(totals.refusals()).isEqualTo(70);
    }

    @Test
    void theNodeCounts_whatIsSlowedAndWhatIsSetAside_asLongAsItIsThere() {
        String slowed = Kits.keyOwnedBy(kit, 0);
        put(slowed, LOOP);
        loop(slowed, SLOW_AFTER);
        assertThat(comet.stat()).isEqualTo(new NodeStat(1, 1, 0, 1, 0, 0, 0, 0, 0, 0));
        loop(slowed, SET_ASIDE_AFTER);
        assertThat(comet.stat()).isEqualTo(new NodeStat(1, 1, 0, 0, 1, 0, 0, 0, 0, 0));

        kit.await(comet.release(slowed));
        assertThat(comet.stat()).isEqualTo(new NodeStat(1, 1, 0, 1, 0, 0, 0, 0, 0, 0));
        kit.await(comet.remove(slowed));
        kit.awaitQuiet();

        // A tombstone is left.
        assertThat(comet.stat()).isEqualTo(new NodeStat(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anObjectReleasesNobody() {
        put("key", LOOP);

        ReplicaReply reply =
                send(new Wire.Release(sender.id(), Key.of("key"), RawSender.object(Key.of("key"), "tester")));

        assertThat(((ReplicaReply.Refused) reply).refusal().reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
    }

    /** On the nearest node to the key alone, which then is the first to be asked. */
    private void put(String key, String script) {
        assertThat(kit.await(comet.put(key, Aso.script(script).replicas(1), PutOptions.DEFAULT.acks(1))))
                .isInstanceOf(PutReply.Stored.class);
    }

    /** A flooded object elsewhere is not asked again for a while, but that is no reason not to hear how it stands. */
    @Test
    void stat_ofAFloodedObjectElsewhere_isAnswered() {
        String key = Kits.keyOwnedBy(kit, 0);
        put(key, LOOP);
        Comet elsewhere = kit.node(1).comet();
        for (int i = 0; i < 50; i++) {
            kit.await(elsewhere.get(key));
        }
        assertThat(kit.await(elsewhere.get(key))).isInstanceOf(GetReply.Refused.class);

        assertThat(kit.await(elsewhere.stat(key))).isInstanceOf(StatReply.Found.class);
    }

    private void loop(String key, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(kit.await(comet.get(key, Value.of("loop"))))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().limit()).contains(Limit.FUEL));
        }
    }

    private ObjectStat stat(String key) {
        return ((StatReply.Found) kit.await(comet.stat(key))).replicas().get(0);
    }

    /** Straight to the node that holds it. */
    private ReplicaReply send(Wire.Request request) {
        return sender.ask(kit.await(comet.lookup(request.key())).get(0), request);
    }
}
