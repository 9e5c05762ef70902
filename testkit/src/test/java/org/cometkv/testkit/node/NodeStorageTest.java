package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.Durability;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveOptions;
import org.cometkv.actors.seam.Store;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.disk.SimulatedDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node with a disk has after a restart what it had acknowledged before, as its durability says. */
class NodeStorageTest {

    private static final String COUNTER =
            "aso.count = 0\nfunction aso:onGet() self.count = self.count + 1 return self.count end";
    private static final PutOptions SYNC = PutOptions.DEFAULT.durability(Durability.SYNC);

    private CometTestKit kit = CometTestKit.builder().seed(5).nodes(1).disks().build();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void syncedPuts_surviveACrashRightAfterTheirAcknowledgement() {
        assertThat(join(comet().put("value", Aso.value("v"), SYNC))).isInstanceOf(PutReply.Stored.class);
        assertThat(join(comet().put("object", Aso.script(COUNTER), SYNC))).isInstanceOf(PutReply.Stored.class);
        Object id = kit.node(0).contact().id();
        restartAfterCrash();

        assertThat(kit.node(0).contact().id()).isEqualTo(id);
        assertThat(get("value")).isEqualTo(Value.of("v"));
        assertThat(get("object")).isEqualTo(Value.of(1));
        assertThat(get("object")).isEqualTo(Value.of(2));
    }

    @Test
    void syncedPut_isAnsweredAfterARealSync() {
        long before = disk().syncs();
        join(comet().put("value", Aso.value("v"), SYNC));

        assertThat(disk().syncs()).isEqualTo(before + 1);
        assertThat(disk().unsynced()).isZero();
    }

    @Test
    void acknowledgedPuts_surviveACrash100msLater() {
        join(comet().put("value", Aso.value("v")));
        kit.advance(Duration.ofMillis(100));
        restartAfterCrash();

        assertThat(get("value")).isEqualTo(Value.of("v"));
    }

    @Test
    void changesOfHandlers_surviveACrashASecondAndALittleLater() {
        join(comet().put("object", Aso.script(COUNTER), SYNC));
        get("object");
        get("object");
        kit.advance(Duration.ofMillis(1_200));
        restartAfterCrash();

        assertThat(get("object")).isEqualTo(Value.of(3));
    }

    @Test
    void readsThatChangeNothing_areNotWritten() {
        join(comet().put("object", Aso.script("function onGet() return 7 end"), SYNC));
        kit.advance(Duration.ofSeconds(2));
        long before = disk().syncs();
        get("object");
        kit.advance(Duration.ofSeconds(2));

        assertThat(disk().syncs()).isEqualTo(before);
    }

    @Test
    void orderlyStop_keepsEverythingAtOnce() {
        kit = restarted(CometTestKit.builder().seed(5).nodes(1).config("comet.storage.durability = memory"));
        join(comet().put("object", Aso.script(COUNTER)));
        get("object");
        kit.leave(0);
        disk().crash(0);
        kit.restart(0);
        kit.advance(Duration.ofSeconds(1));

        assertThat(get("object")).isEqualTo(Value.of(2));
    }

    @Test
    void removedObject_staysRemovedAndItsTombstoneIsStored() {
        join(comet().put("object", Aso.script(COUNTER), SYNC));
        join(comet().remove("object", RemoveOptions.DEFAULT.durability(Durability.SYNC)));
        assertThat(disk().unsynced()).isZero();
        Object digest = kit.node(0).digest(Key.of("object"));
        restartAfterCrash();

        assertThat(kit.node(0).digest(Key.of("object"))).isEqualTo(digest);
        assertThat(join(comet().get("object"))).isInstanceOf(GetReply.NotFound.class);
        join(comet().put("object", Aso.script(COUNTER), SYNC));
        assertThat(get("object")).isEqualTo(Value.of(1));
    }

    @Test
    void timers_goOnAfterARestart() {
        String script = "aso.fired = 0\naso.timer = 60\nfunction aso:onTimer() self.fired = self.fired + 1 end\n"
                + "function aso:onGet() return self.fired end";
        join(comet().put("object", Aso.script(script), SYNC));
        kit.advance(Duration.ofSeconds(30));
        restartAfterCrash();
        kit.advance(Duration.ofSeconds(40));

        assertThat(get("object")).isEqualTo(Value.of(1));
    }

    @Test
    void versions_neverGoBackOverARestart() {
        PutReply.Stored before = (PutReply.Stored) join(comet().put("a", Aso.value("1"), SYNC));
        restartAfterCrash();
        PutReply.Stored after = (PutReply.Stored) join(comet().put("b", Aso.value("2"), SYNC));

        assertThat(after.version().isNewerThan(before.version())).isTrue();
        assertThat(after.version().clock() - before.version().clock()).isPositive();
    }

    @Test
    void expiredValue_isGoneAfterARestart() {
        join(comet().put("short", Aso.value("v").with("ttl", 10), SYNC));
        restartAfterCrash();
        kit.advance(Duration.ofSeconds(15));

        assertThat(join(comet().get("short"))).isInstanceOf(GetReply.NotFound.class);
        kit.advance(Duration.ofSeconds(1));
        assertThat(disk().read(Store.Table.HEAD, Key.of("short").bytes())).isEmpty();
    }

    @Test
    void fullDisk_refusesChangesAndServesGetsUntilThereIsRoom() {
        join(comet().put("value", Aso.value("v"), SYNC));
        disk().full(true);
        assertThat(join(comet().put("other", Aso.value("v"), SYNC.timeout(Duration.ofSeconds(3)))))
                .isNotInstanceOf(PutReply.Stored.class);
        assertThat(get("value")).isEqualTo(Value.of("v"));

        disk().full(false);
        kit.advance(Duration.ofSeconds(2));
        assertThat(join(comet().put("other", Aso.value("w"), SYNC))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void failedSync_isNoAcknowledgement() {
        disk().failNextSync();

        assertThat(join(comet().put("value", Aso.value("v"), SYNC))).isInstanceOf(PutReply.Failed.class);
        assertThat(join(comet().put("value", Aso.value("v")))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void damagedImage_isReportedAndLeavesTheRest() {
        join(comet().put("bad", Aso.value("v"), SYNC));
        join(comet().put("good", Aso.value("w"), SYNC));
        disk().damage(Store.Table.IMAGE, Key.of("bad").bytes(), 12);
        restartAfterCrash();

        try (LoggedLines lines = new LoggedLines("org.cometkv")) {
            assertThat(join(comet().get("bad"))).isInstanceOf(GetReply.NotFound.class);
            assertThat(lines.at(Level.ERROR)).anyMatch(line -> line.contains("cannot be read"));
        }
        assertThat(get("good")).isEqualTo(Value.of("w"));
    }

    @Test
    void allNodesAtOnce_loseNoSyncedPut() {
        kit = restarted(CometTestKit.builder().seed(6).nodes(3));
        for (int i = 0; i < 50; i++) {
            assertThat(join(comet().put("k" + i, Aso.value("v" + i), SYNC))).isInstanceOf(PutReply.Stored.class);
        }
        for (int node = 0; node < 3; node++) {
            kit.crash(node);
        }
        for (int node = 0; node < 3; node++) {
            kit.restart(node);
        }
        kit.advance(Duration.ofSeconds(60));

        for (int i = 0; i < 50; i++) {
            assertThat(get("k" + i)).as("k%d", i).isEqualTo(Value.of("v" + i));
        }
    }

    @Test
    void lostDisk_isFilledFromTheOtherOwners() {
        kit = restarted(CometTestKit.builder().seed(7).nodes(3));
        join(comet().put("value", Aso.value("v"), SYNC));
        kit.crash(0);
        kit.node(0).disk().erase();
        kit.restart(0);
        kit.advance(Duration.ofMinutes(2));

        assertThat(kit.node(0).digest(Key.of("value"))).isEqualTo(kit.node(1).digest(Key.of("value")));
        assertThat(disk().read(Store.Table.IMAGE, Key.of("value").bytes())).isPresent();
    }

    @Test
    void runWithDisks_isTheSameAgain() {
        assertThat(keptAfterCrashes(11)).isEqualTo(keptAfterCrashes(11));
    }

    private String keptAfterCrashes(long seed) {
        kit = restarted(CometTestKit.builder().seed(seed).nodes(3));
        for (int i = 0; i < 30; i++) {
            comet().put("k" + i, Aso.value("v" + i));
            kit.advance(Duration.ofMillis(7));
            if (i % 10 == 9) {
                kit.crash(1);
                kit.restart(1);
            }
        }
        kit.advance(Duration.ofMinutes(1));
        StringBuilder kept = new StringBuilder();
        for (int node = 0; node < 3; node++) {
            kept.append(kit.node(node).disk().syncs()).append(' ');
            kit.node(node)
                    .disk()
                    .each(
                            Store.Table.HEAD,
                            (key, value) -> kept.append(java.util.Arrays.hashCode(value))
                                    .append(' '));
        }
        return kept.toString();
    }

    private CometTestKit restarted(org.cometkv.testkit.KitBuilder builder) {
        kit.close();
        return builder.disks().build();
    }

    private void restartAfterCrash() {
        kit.crash(0);
        kit.restart(0);
        kit.advance(Duration.ofSeconds(1));
    }

    private SimulatedDisk disk() {
        return kit.node(0).disk();
    }

    private Comet comet() {
        return kit.node(0).comet();
    }

    private Value get(String key) {
        return ((GetReply.Found) join(comet().get(key))).value();
    }

    private static <T> T join(java.util.concurrent.CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
