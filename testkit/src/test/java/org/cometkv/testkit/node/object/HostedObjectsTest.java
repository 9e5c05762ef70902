package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.pekko.actor.Kill;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSamples;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.HandlerBugs;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.node.RawSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node holds, through the lives and failures of its objects. */
class HostedObjectsTest {

    private static final String COUNTER = """
            aso.count = 0
            aso.ttl = 3600
            function aso:onGet() self.count = self.count + 1 return self.count end
            """;

    private final CometTestKit kit =
            Kits.of(1, "comet.replication { objects-max = 3, bytes-max = 8KiB, tombstones-max = 10 }");
    private final Comet comet = kit.node(0).comet();
    private final Contact node = kit.node(0).contact();
    private final RawSender sender = new RawSender(kit);
    private final HandlerBugs bugs = new HandlerBugs(kit);

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void newcomerThatFails_leavesTheValueItWasToReplace() {
        kit.await(comet.put("key", Aso.value("before").with("ttl", 30)));

        PutReply reply = kit.await(comet.put("key", Aso.script("function onPut() return false, 'not here' end")));

        assertThat(((PutReply.Refused) reply).refusal()).isEqualTo(Refusal.of(Refusal.Reason.OBJECT, "not here"));
        assertThat(found("key")).isEqualTo(Value.of("before"));
        kit.advance(Duration.ofSeconds(30));
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void newcomerThatFails_leavesTheTombstone() {
        kit.await(comet.put("key", "before"));
        Wire.Put late = latePut();
        kit.await(comet.remove("key"));

        kit.await(comet.put("key", Aso.script("function onPut() return false, 'not here' end")));

        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
        assertThat(sender.ask(node, late)).isInstanceOf(ReplicaReply.Superseded.class);
    }

    @Test
    void updateOfWhatWasRemoved_isNotFound() {
        kit.await(comet.put("key", "before"));
        kit.await(comet.remove("key"));

        assertThat(kit.await(comet.update("key", "after"))).isInstanceOf(PutReply.NotFound.class);
    }

    @Test
    void removeTwice_raisesTheTombstone() {
        kit.await(comet.put("key", "before"));
        kit.await(comet.remove("key"));
        Wire.Put between = latePut();

        kit.await(comet.remove("key"));

        assertThat(sender.ask(node, between)).isInstanceOf(ReplicaReply.Superseded.class);
    }

    @Test
    void putOfARemovedKey_whoseTimeIsOver_leavesATombstone() {
        kit.await(comet.put("key", "before"));
        Wire.Put late = latePut();
        kit.await(comet.remove("key"));
        kit.await(comet.put("key", Aso.value("after").with("ttl", 30)));

        kit.advance(Duration.ofSeconds(30));

        assertThat(sender.ask(node, late))
                .as("a node that missed the remove may hold it still")
                .isInstanceOf(ReplicaReply.Superseded.class);
    }

    @Test
    void objectReplacedByAValue_isThatValue_andExpiresWithIt() {
        kit.await(comet.put("key", Aso.script(COUNTER)));

        assertThat(kit.await(comet.put("key", Aso.value("plain").with("ttl", 30))))
                .isInstanceOf(PutReply.Stored.class);

        assertThat(found("key")).isEqualTo(Value.of("plain"));
        kit.advance(Duration.ofSeconds(30));
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void objectThatEndsItselfInItsUpdate_makesRoomForTheNewcomer() {
        kit.await(comet.put("key", Aso.script("""
                function onUpdate() comet.deleteSelf() return true end
                """)));

        assertThat(kit.await(comet.put("key", "after"))).isInstanceOf(PutReply.Stored.class);

        assertThat(found("key")).isEqualTo(Value.of("after"));
    }

    @Test
    void objectThatEndsItselfInItsRemove_isRemovedAtTheVersionOfTheRemove() {
        kit.await(comet.put("key", Aso.script("""
                function onRemove() comet.deleteSelf() end
                function onGet() return "here" end
                """)));
        Wire.Put late = latePut();

        assertThat(kit.await(comet.remove("key"))).isInstanceOf(RemoveReply.Removed.class);

        assertThat(sender.ask(node, late)).isInstanceOf(ReplicaReply.Superseded.class);
    }

    @Test
    void anUpdateThatIsTaken_renewsTheTimeToLive() {
        kit.await(comet.put("key", Aso.script("""
                aso.ttl = 30
                function onGet() return "alive" end
                function onUpdate() end
                """)));
        kit.advance(Duration.ofSeconds(20));

        kit.await(comet.update("key", "again"));
        kit.advance(Duration.ofSeconds(29));
        assertThat(found("key")).isEqualTo(Value.of("alive"));

        kit.advance(Duration.ofSeconds(1));
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void objects_atTheLimitPass_oneOverIsRefused_andRoomComesBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(kit.await(comet.put("key-" + i, Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
        }

        PutReply over = kit.await(comet.put("over", "x"));

        assertThat(((PutReply.Refused) over).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.QUOTA, "this node holds 3 objects; the limit is 3"));
        kit.await(comet.remove("key-0"));
        assertThat(kit.await(comet.put("over", "x"))).isInstanceOf(PutReply.Stored.class);
        // The key of what was removed is free, the room it had is not.
        assertThat(kit.await(comet.put("key-0", "x"))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void bytes_ofWhatReplacesCountInsteadOfWhatItReplaces() {
        kit.await(comet.put("key", "x".repeat(100)));

        PutReply over = kit.await(comet.put("key", "x".repeat(9_000)));

        assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.QUOTA);
        assertThat(found("key")).isEqualTo(Value.of("x".repeat(100)));
        for (int i = 0; i < 10; i++) {
            assertThat(kit.await(comet.put("key", Aso.value("x".repeat(1_500)))))
                    .isInstanceOf(PutReply.Stored.class);
        }
    }

    @Test
    void bytes_ofWhatReplacesAnObjectThatRuns_countAsWell() {
        kit.await(comet.put("key", Aso.script(COUNTER)));

        for (Aso large :
                new Aso[] {Aso.script(COUNTER).with("value", "x".repeat(9_000)), Aso.value("x".repeat(9_000))}) {
            PutReply over = kit.await(comet.put("key", large));

            assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.QUOTA);
            assertThat(found("key")).isInstanceOf(Value.Num.class);
        }
        for (int i = 0; i < 10; i++) {
            Aso fits = Aso.script(COUNTER).with("value", "x".repeat(1_000));
            assertThat(kit.await(comet.put("key", fits))).isInstanceOf(PutReply.Stored.class);
        }
        assertThat(kit.await(comet.put("key", "x".repeat(7_000)))).isInstanceOf(PutReply.Stored.class);
        assertThat(kit.await(comet.put("other", "x".repeat(1_000)))).isInstanceOf(PutReply.Refused.class);
        kit.await(comet.remove("key"));
        assertThat(kit.await(comet.put("other", "x".repeat(7_000)))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void bugInAnEvent_isTold_andTheObjectGoesOn_untilItIsOneTooMany() {
        kit.await(comet.put("key", Aso.script(COUNTER)));
        assertThat(found("key")).isEqualTo(Value.of(1));

        for (int i = 0; i < 3; i++) {
            bugs.next(1);
            assertThat(kit.await(comet.get("key")))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().message()).isEqualTo("internal error"));
            assertThat(found("key")).isEqualTo(Value.of(2 + i));
        }
        bugs.next(1);
        kit.await(comet.get("key"));

        assertThat(refusal(kit.await(comet.get("key"))).reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        assertThat(refused(remove("key", "stranger")).reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        assertThat(kit.await(comet.put("key", Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
        assertThat(found("key")).isEqualTo(Value.of(1));
    }

    @Test
    void bugs_farApart_neverSetAside() {
        kit.await(comet.put("key", Aso.script(COUNTER)));
        for (int i = 0; i < 6; i++) {
            bugs.next(1);
            assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.Failed.class);
            // Also waits for the tick by which a restarted actor arms its timers.
            assertThat(found("key")).isEqualTo(Value.of(1 + i));
            kit.advance(Duration.ofSeconds(31));
        }
    }

    @Test
    void setAside_expiresAsTheObjectWouldHave() {
        kit.await(comet.put("key", Aso.script(COUNTER).with("ttl", 30)));
        bugs.next(4);
        for (int i = 0; i < 4; i++) {
            kit.await(comet.get("key"));
        }
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.Refused.class);

        kit.advance(Duration.ofSeconds(30));

        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void bugInTheCreation_isTold_andNothingIsLeft() {
        bugs.next(1);

        ReplicaReply put = sender.ask(node, put(Aso.script(COUNTER).script(), Value.table()));

        assertThat(put).isInstanceOf(ReplicaReply.Failed.class);
        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void bugInATick_doesNotStopTheTimer() {
        kit.await(comet.put("key", Aso.script("""
                aso.ticks = 0
                aso.timer = 10
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """)));
        bugs.next(1);
        kit.advance(Duration.ofSeconds(12));

        kit.advance(Duration.ofSeconds(20));
        assertThat(((Value.Num) found("key")).number()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void actorThatEndedWithoutAWord_isForgotten_andRequestsAreAnswered() {
        kit.await(comet.put("key", Aso.script(COUNTER)));
        Adapter.toClassic(kit.system())
                .actorSelection("/system/node-0/replicas/*")
                .tell(Kill.getInstance(), null);
        kit.awaitQuiet();

        assertThat(kit.await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
        assertThat(kit.await(comet.put("key", Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void copyOfNoise_isNotStored() {
        Image noise = new Image(WireSamples.IMAGE.header(), Script.of("aso.n = 1"), new byte[] {1, 2, 3}, Map.of());

        ReplicaReply reply = sender.ask(node, new Wire.Copy(sender.id(), Replicas.caller(), noise));

        assertThat(reply).isNotInstanceOf(ReplicaReply.Stored.class);
        assertThat(kit.await(comet.get(noise.header().key(), Value.NIL))).isInstanceOf(GetReply.NotFound.class);
    }

    private ReplicaReply remove(String key, String writer) {
        return sender.ask(
                node, new Wire.Remove(sender.id(), Key.of(key), sender.version(), RawSender.client(writer), Value.NIL));
    }

    /** A put that is newer than all before, and is sent once it is older than others. */
    private Wire.Put latePut() {
        kit.advance(Duration.ofMillis(10));
        Wire.Put late = put(Script.NONE, Value.table(Map.of("value", Value.of("late"))));
        kit.advance(Duration.ofMillis(10));
        return late;
    }

    private Wire.Put put(Script script, Value.Table fields) {
        return new Wire.Put(
                sender.id(),
                Key.of("key"),
                sender.version(),
                RawSender.client("tester"),
                script,
                fields,
                Wire.Condition.ALWAYS);
    }

    private Value found(String key) {
        GetReply reply = kit.await(comet.get(key));
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }

    private static Refusal refusal(GetReply reply) {
        return ((GetReply.Refused) reply).refusal();
    }

    private static Refusal refused(ReplicaReply reply) {
        return ((ReplicaReply.Refused) reply).refusal();
    }
}
