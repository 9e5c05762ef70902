package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.actors.FakeCluster.await;

import java.time.Duration;
import java.util.List;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Five node guardians in one actor system, on fake seams: what a cluster does, without a cluster. */
class FiveNodesTest {

    private static final FakeCluster CLUSTER = new FakeCluster(5);

    private static final String COUNTER = """
            aso.value = "Hello world!"
            aso.getCount = 0
            function onGet()
              self.getCount = self.getCount + 1
              return {self.value, self.getCount}
            end
            """;

    @AfterAll
    static void close() {
        CLUSTER.close();
    }

    @Test
    void anObjectPutOnOneNodeIsAskedOnEveryOther() {
        assertThat(await(CLUSTER.comet(0).put("counter", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3))))
                .isInstanceOf(PutReply.Stored.class);

        for (int i = 0; i < 5; i++) {
            GetReply reply = await(CLUSTER.comet(i).get("counter"));
            assertThat(reply).isInstanceOf(GetReply.Found.class);
            assertThat(((GetReply.Found) reply).value())
                    .isEqualTo(Value.list(Value.of("Hello world!"), Value.of(i + 1)));
        }
    }

    @Test
    void everyReaderAsksTheSameOwnerFirst() {
        await(CLUSTER.comet(0).put("same", Aso.value("x"), PutOptions.DEFAULT.acks(3)));

        Contact owner = CLUSTER.comet(0).lookup("same").get(0);
        for (int i = 0; i < 5; i++) {
            GetReply.Found found = (GetReply.Found) await(CLUSTER.comet(i).get("same"));
            assertThat(found.answer().replica()).isEqualTo(owner);
            assertThat(found.answer().asked()).isEqualTo(1);
        }
    }

    @Test
    void eachReplicaKeepsItsOwnCount() {
        await(CLUSTER.comet(0).put("own", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3)));
        await(CLUSTER.comet(0).get("own"));

        List<GetReply> all = await(CLUSTER.comet(1).getFromAll("own"));

        assertThat(all)
                .extracting(reply -> ((Value.Table) ((GetReply.Found) reply).value()).listed(1))
                .containsExactly(Value.of(2), Value.of(1), Value.of(1));
    }

    @Test
    void anUpdateOfAnEmptyKeyIsNotFound() {
        assertThat(await(CLUSTER.comet(2).update("nothing", "x"))).isInstanceOf(PutReply.NotFound.class);
    }

    @Test
    void aGetOfAnEmptyKeyAsksAllNeighbors() {
        assertThat(await(CLUSTER.comet(3).get("nothing here"))).isEqualTo(new GetReply.NotFound(5));
    }

    @Test
    void aRemovedObjectIsGoneOnEveryNode() {
        await(CLUSTER.comet(0).put("doomed", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3)));

        assertThat(await(CLUSTER.comet(1).remove("doomed"))).isInstanceOf(RemoveReply.Removed.class);

        for (int i = 0; i < 5; i++) {
            assertThat(await(CLUSTER.comet(i).get("doomed"))).isInstanceOf(GetReply.NotFound.class);
        }
        assertThat(await(CLUSTER.comet(1).remove("doomed"))).isInstanceOf(RemoveReply.NotFound.class);
        assertThat(await(CLUSTER.comet(4).put("doomed", "again"))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aPutOnAnOccupiedKeyIsForTheHandlerToDecide() {
        await(CLUSTER.comet(0).put("decides", Aso.script("""
                aso.value = 0
                function aso:onUpdate(caller, value)
                  if value < 0 then return false, "not below zero" end
                  self.value = value
                end
                """), PutOptions.DEFAULT.acks(3)));

        PutReply taken = await(CLUSTER.comet(1).update("decides", Value.of(7), PutOptions.DEFAULT.acks(3)));
        PutReply refused = await(CLUSTER.comet(1).update("decides", Value.of(-7)));

        assertThat(taken.said()).extracting(ReplicaResult::word).contains(ReplicaResult.Word.KEPT);
        assertThat(refused).isInstanceOf(PutReply.Refused.class);
        assertThat(((PutReply.Refused) refused).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.OBJECT, "not below zero"));
        assertThat(((GetReply.Found) await(CLUSTER.comet(2).get("decides"))).value())
                .isEqualTo(Value.of(7));
    }

    @Test
    void aPutIfAbsentOnAnOccupiedKeyIsRefused() {
        await(CLUSTER.comet(0).put("taken", Aso.value("x"), PutOptions.DEFAULT.acks(3)));

        PutReply reply = await(CLUSTER.comet(1).put("taken", Aso.value("y"), PutOptions.DEFAULT.ifAbsent()));

        assertThat(((PutReply.Refused) reply).refusal().reason()).isEqualTo(Refusal.Reason.OCCUPIED);
    }

    @Test
    void aTimerFiresWhenVirtualTimePasses() {
        await(CLUSTER.comet(0).put("ticking", Aso.script("""
                aso.ticks = 0
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """).with("timer", 5), PutOptions.DEFAULT.acks(3)));

        CLUSTER.eventually(() -> {
            CLUSTER.clock.advance(Duration.ofSeconds(2));
            GetReply.Found found = (GetReply.Found) await(CLUSTER.comet(0).get("ticking"));
            assertThat(((Value.Num) found.value()).number()).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void aValueWithATimeToLiveIsGoneAfterIt() {
        await(CLUSTER.comet(0).put("brief", Aso.value("x").with("ttl", 30), PutOptions.DEFAULT.acks(3)));
        CLUSTER.clock.advance(Duration.ofSeconds(29));
        assertThat(await(CLUSTER.comet(1).get("brief"))).isInstanceOf(GetReply.Found.class);

        CLUSTER.clock.advance(Duration.ofSeconds(1));

        assertThat(await(CLUSTER.comet(1).get("brief"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void aScriptThatDoesNotCompileIsToldAtOnce() {
        PutReply reply = await(CLUSTER.comet(0).put("broken", Aso.script("function (")));

        assertThat(((PutReply.Failed) reply).failure().message()).contains("1:");
        assertThat(reply.said()).isEmpty();
    }

    @Test
    void aKeyOutOfItsBoundsIsNamed() {
        assertThatThrownBy(() -> CLUSTER.comet(0).get(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1024 bytes");
        assertThatThrownBy(() -> CLUSTER.comet(0).get("k".repeat(1025)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1025");
    }

    @Test
    void aScriptAtItsLimitIsStoredAndOneByteMoreIsRefused() {
        String fits = "-- " + "x".repeat(16 * 1024 - 3);
        assertThat(await(CLUSTER.comet(0).put("fits", Aso.script(fits)))).isInstanceOf(PutReply.Stored.class);

        PutReply over = await(CLUSTER.comet(0).put("over", Aso.script(fits + "x")));

        assertThat(((PutReply.Refused) over).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.INVALID, "the script has 16385 bytes; the limit is 16384 bytes"));
    }

    @Test
    void aValueOverItsLimitIsRefused() {
        PutReply over = await(CLUSTER.comet(0).put("large", Aso.value("x".repeat(100 * 1024 + 1))));

        assertThat(((PutReply.Refused) over).refusal().message()).contains("the limit is 102400 bytes");
    }
}
