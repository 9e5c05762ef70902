package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.actors.FakeCluster.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.Kill;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSamples;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node holds, through the lives and failures of its objects. */
class HostedObjectsTest {

    private static final String COUNTER = """
            aso.count = 0
            aso.ttl = 3600
            function aso:onGet() self.count = self.count + 1 return self.count end
            """;

    private final FakeCluster cluster =
            new FakeCluster(1, "comet.replication { objects-max = 3, bytes-max = 2KiB, tombstones-max = 10 }");
    private final Comet comet = cluster.comet(0);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void newcomerThatFails_leavesTheValueItWasToReplace() {
        await(comet.put("key", Aso.value("before").with("ttl", 30)));

        PutReply reply = await(comet.put("key", Aso.script("function onPut() return false, 'not here' end")));

        assertThat(((PutReply.Refused) reply).refusal()).isEqualTo(Refusal.of(Refusal.Reason.OBJECT, "not here"));
        assertThat(found("key")).isEqualTo(Value.of("before"));
        cluster.clock.advance(Duration.ofSeconds(30));
        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void newcomerThatFails_leavesTheTombstone() {
        await(comet.put("key", "before"));
        await(comet.remove("key"));

        await(comet.put("key", Aso.script("function onPut() return false, 'not here' end")));

        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
        assertThat(cluster.directory(0).slot(Key.of("key"))).isInstanceOf(Slot.Tombstone.class);
    }

    @Test
    void updateOfWhatWasRemoved_isNotFound() {
        await(comet.put("key", "before"));
        await(comet.remove("key"));

        assertThat(await(comet.update("key", "after"))).isInstanceOf(PutReply.NotFound.class);
    }

    @Test
    void removeTwice_raisesTheTombstone() {
        await(comet.put("key", "before"));
        await(comet.remove("key"));
        Slot first = cluster.directory(0).slot(Key.of("key"));

        await(comet.remove("key"));

        Slot second = cluster.directory(0).slot(Key.of("key"));
        assertThat(((Slot.Tombstone) second).version().isNewerThan(((Slot.Tombstone) first).version()))
                .isTrue();
    }

    @Test
    void objectReplacedByAValue_isThatValue_andExpiresWithIt() {
        await(comet.put("key", Aso.script(COUNTER)));

        assertThat(await(comet.put("key", Aso.value("plain").with("ttl", 30)))).isInstanceOf(PutReply.Stored.class);

        assertThat(found("key")).isEqualTo(Value.of("plain"));
        cluster.clock.advance(Duration.ofSeconds(30));
        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void objectThatEndsItselfInItsUpdate_makesRoomForTheNewcomer() {
        await(comet.put("key", Aso.script("""
                function onUpdate() comet.deleteSelf() return true end
                """)));

        assertThat(await(comet.put("key", "after"))).isInstanceOf(PutReply.Stored.class);

        assertThat(found("key")).isEqualTo(Value.of("after"));
    }

    @Test
    void objectThatEndsItselfInItsRemove_isRemovedAtTheVersionOfTheRemove() {
        await(comet.put("key", Aso.script("""
                function onRemove() comet.deleteSelf() end
                function onGet() return "here" end
                """)));
        Wire.Put late = new Wire.Put(
                1,
                Key.of("key"),
                cluster.node(0).versions().next(cluster.clock.wallMillis()),
                Caller.local(comet.self(), "tester"),
                Script.NONE,
                Value.table(java.util.Map.of("value", Value.of("late"))),
                Wire.Condition.ALWAYS);

        assertThat(await(comet.remove("key"))).isInstanceOf(RemoveReply.Removed.class);

        CompletableFuture<ReplicaReply> reply = new CompletableFuture<>();
        send(late, reply);
        assertThat(refused(await(reply)).reason()).isEqualTo(Refusal.Reason.VERSION);
    }

    @Test
    void anUpdateThatIsTaken_renewsTheTimeToLive() {
        await(comet.put("key", Aso.script("""
                aso.ttl = 30
                function onGet() return "alive" end
                function onUpdate() end
                """)));
        cluster.clock.advance(Duration.ofSeconds(20));

        await(comet.update("key", "again"));
        cluster.clock.advance(Duration.ofSeconds(29));
        assertThat(found("key")).isEqualTo(Value.of("alive"));

        cluster.clock.advance(Duration.ofSeconds(1));
        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void objects_atTheLimitPass_oneOverIsRefused_andRoomComesBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(await(comet.put("key-" + i, Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
        }

        PutReply over = await(comet.put("over", "x"));

        assertThat(((PutReply.Refused) over).refusal())
                .isEqualTo(Refusal.of(Refusal.Reason.QUOTA, "this node holds 3 objects; the limit is 3"));
        await(comet.remove("key-0"));
        assertThat(await(comet.put("over", "x"))).isInstanceOf(PutReply.Stored.class);
        // The key of what was removed is free, the room it had is not.
        assertThat(await(comet.put("key-0", "x"))).isInstanceOf(PutReply.Refused.class);
    }

    @Test
    void bytes_ofWhatReplacesCountInsteadOfWhatItReplaces() {
        await(comet.put("key", "x".repeat(100)));

        PutReply over = await(comet.put("key", "x".repeat(3_000)));

        assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.QUOTA);
        assertThat(found("key")).isEqualTo(Value.of("x".repeat(100)));
        for (int i = 0; i < 10; i++) {
            assertThat(await(comet.put("key", Aso.value("x".repeat(1_500))))).isInstanceOf(PutReply.Stored.class);
        }
    }

    @Test
    void bytes_ofWhatReplacesAnObjectThatRuns_countAsWell() {
        await(comet.put("key", Aso.script(COUNTER)));

        for (Aso large :
                new Aso[] {Aso.script(COUNTER).with("value", "x".repeat(3_000)), Aso.value("x".repeat(3_000))}) {
            PutReply over = await(comet.put("key", large));

            assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.QUOTA);
            assertThat(found("key")).isInstanceOf(Value.Num.class);
        }
        for (int i = 0; i < 10; i++) {
            Aso fits = Aso.script(COUNTER).with("value", "x".repeat(1_000));
            assertThat(await(comet.put("key", fits))).isInstanceOf(PutReply.Stored.class);
        }
        assertThat(await(comet.put("key", "x".repeat(1_700)))).isInstanceOf(PutReply.Stored.class);
        assertThat(await(comet.put("other", "x".repeat(1_000)))).isInstanceOf(PutReply.Refused.class);
        await(comet.remove("key"));
        assertThat(await(comet.put("other", "x".repeat(1_700)))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void bugInAnEvent_isTold_andTheObjectGoesOn_untilItIsOneTooMany() {
        await(comet.put("key", Aso.script(COUNTER)));
        assertThat(found("key")).isEqualTo(Value.of(1));

        for (int i = 0; i < 3; i++) {
            cluster.clock.breakHandlers(1);
            assertThat(await(comet.get("key")))
                    .isInstanceOfSatisfying(
                            GetReply.Failed.class,
                            failed -> assertThat(failed.failure().message()).isEqualTo("internal error"));
            assertThat(found("key")).isEqualTo(Value.of(2 + i));
        }
        cluster.clock.breakHandlers(1);
        await(comet.get("key"));

        assertThat(refusal(await(comet.get("key"))).reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        assertThat(refused(remove("key", "stranger")).reason()).isEqualTo(Refusal.Reason.SET_ASIDE);
        assertThat(await(comet.put("key", Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
        assertThat(found("key")).isEqualTo(Value.of(1));
    }

    @Test
    void bugs_farApart_neverSetAside() {
        await(comet.put("key", Aso.script(COUNTER)));
        for (int i = 0; i < 6; i++) {
            cluster.clock.breakHandlers(1);
            assertThat(await(comet.get("key"))).isInstanceOf(GetReply.Failed.class);
            // Also waits for the tick by which a restarted actor arms its timers.
            assertThat(found("key")).isEqualTo(Value.of(1 + i));
            cluster.clock.advance(Duration.ofSeconds(31));
        }
    }

    @Test
    void setAside_expiresAsTheObjectWouldHave() {
        await(comet.put("key", Aso.script(COUNTER).with("ttl", 30)));
        cluster.clock.breakHandlers(4);
        for (int i = 0; i < 4; i++) {
            await(comet.get("key"));
        }
        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.Refused.class);

        cluster.clock.advance(Duration.ofSeconds(30));

        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void bugInTheCreation_isTold_andNothingIsLeft() {
        CompletableFuture<ReplicaReply> put = new CompletableFuture<>();
        cluster.clock.breakHandlers(1);
        send(
                new Wire.Put(
                        1,
                        Key.of("key"),
                        cluster.node(0).versions().next(2_000_000_000_000L),
                        Caller.local(comet.self(), "tester"),
                        Aso.script(COUNTER).script(),
                        Value.table(),
                        Wire.Condition.ALWAYS),
                put);

        assertThat(await(put)).isInstanceOf(ReplicaReply.Failed.class);
        assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void bugInATick_doesNotStopTheTimer() {
        await(comet.put("key", Aso.script("""
                aso.ticks = 0
                aso.timer = 10
                function aso:onTimer() self.ticks = self.ticks + 1 end
                function aso:onGet() return self.ticks end
                """)));
        cluster.clock.breakHandlers(1);
        cluster.clock.advance(Duration.ofSeconds(12));

        cluster.eventually(() -> {
            cluster.clock.advance(Duration.ofSeconds(5));
            assertThat(((Value.Num) found("key")).number()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void actorThatEndedWithoutAWord_isForgotten_andRequestsAreAnswered() {
        await(comet.put("key", Aso.script(COUNTER)));
        Slot.Active active = (Slot.Active) cluster.directory(0).slot(Key.of("key"));

        active.actor().tell(Kill.getInstance(), null);

        cluster.eventually(() -> {
            assertThat(await(comet.get("key"))).isInstanceOf(GetReply.NotFound.class);
        });
        assertThat(await(comet.put("key", Aso.script(COUNTER)))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void copyOfNoise_isNotStored() {
        CompletableFuture<ReplicaReply> reply = new CompletableFuture<>();
        Image noise =
                new Image(WireSamples.IMAGE.header(), Script.of("aso.n = 1"), new byte[] {1, 2, 3}, java.util.Map.of());
        send(new Wire.Copy(1, Replicas.caller(), noise), reply);

        assertThat(await(reply)).isNotInstanceOf(ReplicaReply.Stored.class);
        assertThat(await(comet.get(noise.header().key(), Value.NIL))).isInstanceOf(GetReply.NotFound.class);
    }

    private ReplicaReply remove(String key, String writer) {
        CompletableFuture<ReplicaReply> reply = new CompletableFuture<>();
        send(
                new Wire.Remove(
                        1,
                        Key.of(key),
                        cluster.node(0).versions().next(0),
                        Caller.local(comet.self(), writer),
                        Value.NIL),
                reply);
        return await(reply);
    }

    private void send(Wire.Request request, CompletableFuture<ReplicaReply> reply) {
        cluster.doors(0)
                .replicas()
                .tell(new ReplicaRequest(
                        request.key(),
                        request,
                        reply::complete,
                        cluster.doors(0).replicas(),
                        cluster.clock.nanos()));
    }

    private Value found(String key) {
        GetReply reply = await(comet.get(key));
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
