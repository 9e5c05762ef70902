package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.ObjectStat;
import org.cometkv.actors.StatReply;
import org.cometkv.actors.seam.Store;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An object that is idle comes to rest, and is the same when it wakes. */
class PassivationTest {

    private static final String COUNTER =
            "aso.count = 0\nfunction aso:onGet() self.count = self.count + 1 return self.count end";

    private CometTestKit kit = CometTestKit.builder().seed(3).nodes(1).build();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void idleObject_comesToRestAfterTwoMinutesAndWakesWithItsState() {
        kit.put("object", Aso.script(COUNTER));
        assertThat(get("object")).isEqualTo(Value.of(1));
        kit.advance(Duration.ofSeconds(119));
        assertThat(kit.node(0).awake()).isOne();
        kit.advance(Duration.ofSeconds(2));

        assertThat(kit.node(0).awake()).isZero();
        assertThat(get("object")).isEqualTo(Value.of(2));
        assertThat(kit.node(0).awake()).isOne();
    }

    @Test
    void objectThatIsAsked_staysAwake() {
        kit.put("object", Aso.script(COUNTER));
        for (int i = 1; i <= 5; i++) {
            kit.advance(Duration.ofSeconds(60));
            assertThat(get("object")).isEqualTo(Value.of(i));
            assertThat(kit.node(0).awake()).isOne();
        }
    }

    @Test
    void offIsOff() {
        restarted("comet.passivation.after = off");
        kit.put("object", Aso.script(COUNTER));
        kit.advance(Duration.ofHours(3));

        assertThat(kit.node(0).awake()).isOne();
    }

    @Test
    void objectThatIsDueSoon_staysAwake() {
        kit.put("object", Aso.script("aso.timer = 60\naso.n = 0\nfunction aso:onTimer() self.n = self.n + 1 end"));
        kit.advance(Duration.ofMinutes(10));

        assertThat(kit.node(0).awake()).isOne();
    }

    @Test
    void dueTimer_wakesAndKeepsItsPhase() {
        kit.put(
                "object",
                Aso.script("aso.timer = 600\naso.at = {}\n"
                        + "function aso:onTimer() self.at[#self.at + 1] = comet.systemTime() end\n"
                        + "function aso:onGet() return self.at end"));
        kit.advance(Duration.ofMinutes(5));
        assertThat(kit.node(0).awake()).isZero();
        kit.advance(Duration.ofMinutes(40));

        var fired = get("object").asList();
        assertThat(fired).hasSize(4);
        for (int i = 1; i < 4; i++) {
            assertThat(fired.get(i).asLong() - fired.get(i - 1).asLong()).isBetween(599_990L, 600_010L);
        }
    }

    @Test
    void namedTimer_firesOfASleeper() {
        kit.put(
                "object",
                Aso.script("aso.n = 0\nfunction aso:onGet(caller, request) if request then "
                        + "comet.after('x', 400) end return self.n end\n"
                        + "function aso:onTimer(name) if name == 'x' then self.n = self.n + 1 end end"));
        kit.get("object", Value.of(true));
        kit.advance(Duration.ofSeconds(200));
        assertThat(kit.node(0).awake()).isZero();
        kit.advance(Duration.ofSeconds(201));

        assertThat(get("object")).isEqualTo(Value.of(1));
    }

    @Test
    void usageErrorAndLog_surviveAndAreToldWithoutWaking() {
        kit.put(
                "object",
                Aso.script(
                        "function aso:onGet(caller, request) comet.log('asked') if request then error('no') end end"));
        get("object");
        kit.get("object", Value.of(true));
        ObjectStat before = stat("object");
        kit.advance(Duration.ofMinutes(3));
        ObjectStat asleep = stat("object");

        assertThat(kit.node(0).awake()).isZero();
        assertThat(asleep.totals()).isEqualTo(before.totals());
        assertThat(asleep.lastError()).isEqualTo(before.lastError()).isPresent();
        assertThat(asleep.log()).isEqualTo(before.log()).isNotEmpty();
        kit.get("object", Value.NIL);
        assertThat(stat("object").totals().events()).isEqualTo(before.totals().events() + 1);
        assertThat(stat("object").log()).hasSize(before.log().size() + 1);
    }

    @Test
    void penalty_survives() {
        kit.put("object", Aso.script("function aso:onGet() while true do end end"));
        for (int i = 0; i < 200; i++) {
            kit.get("object", Value.NIL);
        }
        Object standing = stat("object").standing();
        assertThat(standing.toString()).isNotEqualTo("ORDINARY");
        kit.advance(Duration.ofMinutes(4));
        assertThat(kit.node(0).awake()).isZero();

        assertThat(stat("object").standing()).isEqualTo(standing);
        kit.get("object", Value.NIL);
        assertThat(stat("object").standing()).isEqualTo(standing);
    }

    @Test
    void youngChange_preventsIt() {
        kit.put("object", Aso.script(COUNTER));
        assertThat(kit.node(0).passivate("object")).isFalse();
        kit.advance(Duration.ofSeconds(11));

        assertThat(kit.node(0).passivate("object")).isTrue();
        assertThat(get("object")).isEqualTo(Value.of(1));
    }

    @Test
    void sleepers_areRepairedAndHandedOverWithoutWaking() {
        restarted("comet.passivation.after = 20s", 3);
        for (int i = 0; i < 20; i++) {
            kit.put("k" + i, Aso.script(COUNTER));
        }
        kit.advance(Duration.ofSeconds(40));
        assertThat(awake()).isZero();
        kit.join();
        kit.advance(Duration.ofMinutes(3));
        assertThat(kit.node(3).comet().stat().keys()).isPositive();
        kit.leave(0);
        kit.advance(Duration.ofMinutes(3));

        assertThat(awake()).isZero();
        for (int i = 0; i < 20; i++) {
            assertThat(((GetReply.Found) join(kit.node(1).comet().get("k" + i))).value())
                    .isEqualTo(Value.of(1));
        }
    }

    @Test
    void sleeperOfANodeWithADisk_isThereAloneAndSurvivesACrash() {
        kit.close();
        kit = CometTestKit.builder().seed(4).nodes(1).disks().build();
        kit.put("object", Aso.script(COUNTER));
        get("object");
        kit.advance(Duration.ofMinutes(3));
        assertThat(kit.node(0).awake()).isZero();
        assertThat(kit.node(0).disk().read(Store.Table.IMAGE, Key.of("object").bytes()))
                .isPresent();
        assertThat(get("object")).isEqualTo(Value.of(2));
        kit.advance(Duration.ofMinutes(3));
        kit.crash(0);
        kit.restart(0);
        kit.advance(Duration.ofSeconds(1));

        assertThat(get("object")).isEqualTo(Value.of(3));
        assertThat(stat("object").totals().events()).isEqualTo(3);
    }

    @Test
    void chunkThatFailsAtWaking_leavesTheImageAndAnswersFailed() {
        String large = "function aso:onGet() return 7 end --" + "x".repeat(3_000);
        kit.close();
        kit = CometTestKit.builder().seed(4).nodes(1).disks().build();
        kit.put("object", Aso.script(large));
        kit.advance(Duration.ofMinutes(3));
        byte[] image = kit.node(0)
                .disk()
                .read(Store.Table.IMAGE, Key.of("object").bytes())
                .orElseThrow();
        var disk = kit.node(0).disk();
        kit.crash(0);
        kit.close();

        kit = CometTestKit.builder()
                .seed(4)
                .nodes(1)
                .config("comet.limits.script-bytes = 1KiB")
                .seams((node, own) -> new org.cometkv.actors.seam.Seams(
                        own.clock(),
                        own.network(),
                        own.members(),
                        own.chance(),
                        disk.open(own.store()::execute),
                        own.witness()))
                .disks()
                .build();
        kit.advance(Duration.ofSeconds(1));

        assertThat(kit.get("object", Value.NIL)).isInstanceOf(GetReply.Failed.class);
        assertThat(kit.get("object", Value.NIL)).isInstanceOf(GetReply.Failed.class);
        assertThat(disk.read(Store.Table.IMAGE, Key.of("object").bytes()).orElseThrow())
                .isEqualTo(image);
    }

    @Test
    void sendBudget_survives() {
        kit.close();
        kit = CometTestKit.builder()
                .seed(3)
                .nodes(3)
                .config("comet.passivation.after = 1s, comet.requests.timeout = 1s, "
                        + "comet.rate.outgoing { requests-per-second = 1, requests-burst = 20 }")
                .build();
        kit.put(
                "object",
                Aso.script("function aso:onGet(caller, request) local n = 0\n"
                        + "while comet.put(self, comet.lookup()) do n = n + 1 if n > 30 then break end end\n"
                        + "return n end"));
        long first = kit.get("object", Value.NIL) instanceof GetReply.Found found
                ? found.value().asLong()
                : -1;
        kit.advance(Duration.ofSeconds(4));
        assertThat(kit.node(0).awake()).isZero();
        long second = kit.get("object", Value.NIL) instanceof GetReply.Found found
                ? found.value().asLong()
                : -1;

        assertThat(first).isGreaterThan(5);
        assertThat(second).isBetween(0L, first - 5);
    }

    @Test
    void nodeThatIsNearlyFull_letsObjectsComeToRestSooner() {
        restarted("comet.replication.bytes-max = 16KiB");
        kit.put("a", Aso.script(COUNTER));
        kit.put("b", Aso.script(COUNTER));
        kit.advance(Duration.ofSeconds(40));
        assertThat(kit.node(0).awake()).isEqualTo(2);

        for (int i = 0; i < 4; i++) {
            kit.put("more-" + i, Aso.script(COUNTER));
        }
        kit.advance(Duration.ofSeconds(40));
        assertThat(kit.node(0).awake()).isBetween(2, 5);
    }

    @Test
    void removedSleeper_isGone() {
        kit.put("object", Aso.script(COUNTER));
        kit.advance(Duration.ofMinutes(3));
        kit.remove("object");

        assertThat(kit.get("object", Value.NIL)).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void expiredSleeper_isGone() {
        kit.put("object", Aso.script(COUNTER).with("ttl", 600));
        kit.advance(Duration.ofMinutes(3));
        assertThat(kit.node(0).awake()).isZero();
        kit.advance(Duration.ofMinutes(8));

        assertThat(kit.get("object", Value.NIL)).isInstanceOf(GetReply.NotFound.class);
        assertThat(comet().stat().keys()).isZero();
    }

    private int awake() {
        return kit.nodes().stream()
                .filter(node -> node.isUp())
                .mapToInt(node -> node.awake())
                .sum();
    }

    private void restarted(String config) {
        restarted(config, 1);
    }

    private void restarted(String config, int nodes) {
        kit.close();
        kit = CometTestKit.builder().seed(3).nodes(nodes).config(config).build();
    }

    private Comet comet() {
        return kit.node(0).comet();
    }

    private Value get(String key) {
        return valueOf(kit.get(key, Value.NIL));
    }

    private static Value valueOf(GetReply reply) {
        return reply instanceof GetReply.Found found ? found.value() : Value.NIL;
    }

    private ObjectStat stat(String key) {
        return ((StatReply.Found) join(comet().stat(key))).replicas().get(0);
    }

    private static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
