package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.ReplicaResult;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The verbs of the store on five nodes: what is put on one is found on every other. */
class FiveNodesTest {

    private static final CometTestKit KIT = Kits.of(5);

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
        KIT.close();
    }

    @Test
    void anObjectPutOnOneNodeIsAskedOnEveryOther() {
        assertThat(KIT.await(KIT.node(0).comet().put("counter", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3))))
                .isInstanceOf(PutReply.Stored.class);

        for (int i = 0; i < 5; i++) {
            GetReply reply = KIT.await(KIT.node(i).comet().get("counter"));
            assertThat(reply).isInstanceOf(GetReply.Found.class);
            assertThat(((GetReply.Found) reply).value())
                    .isEqualTo(Value.list(Value.of("Hello world!"), Value.of(i + 1)));
        }
    }

    @Test
    void everyReaderAsksTheSameOwnerFirst() {
        KIT.await(KIT.node(0).comet().put("same", Aso.value("x"), PutOptions.DEFAULT.acks(3)));

        Contact owner =
                KIT.node(0).comet().lookup("same").toCompletableFuture().join().get(0);
        for (int i = 0; i < 5; i++) {
            GetReply.Found found =
                    (GetReply.Found) KIT.await(KIT.node(i).comet().get("same"));
            assertThat(found.answer().replica()).isEqualTo(owner);
            assertThat(found.answer().asked()).isEqualTo(1);
        }
    }

    @Test
    void anObjectOfTwoReplicas_isOnTwoNodes_whoeverIsAskedForIt() {
        KIT.await(KIT.node(0).comet().put("two", Aso.script(COUNTER).replicas(2), PutOptions.DEFAULT.acks(2)));

        for (int i = 0; i < 5; i++) {
            // The node that owns keys of three replicas as well compares, and takes nothing.
            assertThat(KIT.await(KIT.node(i).comet().getFromAll("two"))).hasSize(2);
        }
    }

    @Test
    void eachReplicaKeepsItsOwnCount() {
        KIT.await(KIT.node(0).comet().put("own", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3)));
        KIT.await(KIT.node(0).comet().get("own"));

        List<GetReply> all = KIT.await(KIT.node(1).comet().getFromAll("own"));

        assertThat(all)
                .extracting(reply -> ((Value.Table) ((GetReply.Found) reply).value()).listed(1))
                .containsExactly(Value.of(2), Value.of(1), Value.of(1));
    }

    @Test
    void anUpdateOfAnEmptyKeyIsNotFound() {
        assertThat(KIT.await(KIT.node(2).comet().update("nothing", "x"))).isInstanceOf(PutReply.NotFound.class);
    }

    @Test
    void aGetOfAnEmptyKeyAsksAllOwners() {
        assertThat(KIT.await(KIT.node(3).comet().get("nothing here"))).isEqualTo(new GetReply.NotFound(3));
    }

    @Test
    void aRemovedObjectIsGoneOnEveryNode() {
        KIT.await(KIT.node(0).comet().put("doomed", Aso.script(COUNTER), PutOptions.DEFAULT.acks(3)));

        assertThat(KIT.await(KIT.node(1).comet().remove("doomed"))).isInstanceOf(RemoveReply.Removed.class);

        for (int i = 0; i < 5; i++) {
            assertThat(KIT.await(KIT.node(i).comet().get("doomed"))).isInstanceOf(GetReply.NotFound.class);
        }
        assertThat(KIT.await(KIT.node(1).comet().remove("doomed"))).isInstanceOf(RemoveReply.NotFound.class);
        assertThat(KIT.await(KIT.node(4).comet().put("doomed", "again"))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aPutOnAnOccupiedKeyIsForTheHandlerToDecide() {
        KIT.await(KIT.node(0).comet().put("decides", Aso.script("""
                aso.value = 0
                function aso:onUpdate(caller, value)
                  if value < 0 then return false, "not below zero" end
                  self.value = value
                end
                """), PutOptions.DEFAULT.acks(3)));

        PutReply taken = KIT.await(KIT.node(1).comet().update("decides", Value.of(7), PutOptions.DEFAULT.acks(3)));
        PutReply refused = KIT.await(KIT.node(1).comet().update("decides", Value.of(-7)));

        assertThat(taken.said()).extracting(ReplicaResult::word).contains(ReplicaResult.Word.KEPT);
        assertThat(refused).isInstanceOf(PutReply.Refused.class);
        assertThat(((PutReply.Refused) refused).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.OBJECT, "not below zero"));
        assertThat(((GetReply.Found) KIT.await(KIT.node(2).comet().get("decides"))).value())
                .isEqualTo(Value.of(7));
    }

    @Test
    void aPutIfAbsentOnAnOccupiedKeyIsRefused() {
        KIT.await(KIT.node(0).comet().put("taken", Aso.value("x"), PutOptions.DEFAULT.acks(3)));

        PutReply reply = KIT.await(KIT.node(1).comet().put("taken", Aso.value("y"), PutOptions.DEFAULT.ifAbsent()));

        assertThat(((PutReply.Refused) reply).refusal().reason()).isEqualTo(Refusal.Reason.OCCUPIED);
    }

    @Test
    void aTimerFiresWhenVirtualTimePasses() {
        KIT.await(KIT.node(0).comet().put("ticking", Aso.script("""
                aso.ticks = 0
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """).with("timer", 5), PutOptions.DEFAULT.acks(3)));

        KIT.advance(Duration.ofSeconds(16));

        GetReply.Found found = (GetReply.Found) KIT.await(KIT.node(0).comet().get("ticking"));
        assertThat(found.value()).isEqualTo(Value.of(3));
    }

    @Test
    void aValueWithATimeToLiveIsGoneAfterIt() {
        KIT.await(KIT.node(0).comet().put("brief", Aso.value("x").with("ttl", 30), PutOptions.DEFAULT.acks(3)));
        KIT.advance(Duration.ofMillis(29_900));
        assertThat(KIT.await(KIT.node(1).comet().get("brief"))).isInstanceOf(GetReply.Found.class);

        KIT.advance(Duration.ofSeconds(1));

        assertThat(KIT.await(KIT.node(1).comet().get("brief"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void aScriptThatDoesNotCompileIsToldAtOnce() {
        PutReply reply = KIT.await(KIT.node(0).comet().put("broken", Aso.script("function (")));

        assertThat(((PutReply.Failed) reply).failure().message()).contains("1:");
        assertThat(reply.said()).isEmpty();
    }

    @Test
    void aKeyOutOfItsBoundsIsNamed() {
        assertThatThrownBy(() -> KIT.node(0).comet().get(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1024 bytes");
        assertThatThrownBy(() -> KIT.node(0).comet().get("k".repeat(1025)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1025");
    }

    @Test
    void aScriptAtItsLimitIsStoredAndOneByteMoreIsRefused() {
        String fits = "-- " + "x".repeat(16 * 1024 - 3);
        assertThat(KIT.await(KIT.node(0).comet().put("fits", Aso.script(fits)))).isInstanceOf(PutReply.Stored.class);

        PutReply over = KIT.await(KIT.node(0).comet().put("over", Aso.script(fits + "x")));

        assertThat(((PutReply.Refused) over).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.INVALID, "the script has 16385 bytes; the limit is 16384 bytes"));
    }

    @Test
    void aValueOverItsLimitIsRefused() {
        PutReply over = KIT.await(KIT.node(0).comet().put("large", Aso.value("x".repeat(100 * 1024 + 1))));

        assertThat(((PutReply.Refused) over).refusal().message()).contains("the limit is 102400 bytes");
    }
}
