package org.cometkv.testkit.node;

import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.cometkv.actors.Acks;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.Read;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sentences of {@code docs/replicas.md} that no other test holds. */
class ReplicasManualTest {

    /** The time until a fault is noticed. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    /** The time until the cluster has removed a node that crashed and what it held is compared. */
    private static final Duration MENDED = Duration.ofSeconds(60);

    private static final PutOptions ALL = PutOptions.DEFAULT.acks(Acks.all());

    private CometTestKit kit;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aCopyThatIsLostWithItsNode_isMadeAnewOnTheNextOwner() {
        kit = Kits.of(5);
        put("key", Aso.value("x"));
        kit.crash(owners("key").get(1));

        kit.advance(MENDED);

        assertThat(kit.object("key")).isHeldBy(3).hasState("value", "x");
    }

    @Test
    void anObjectThatIsMadeAnew_hasTheStateOfTheOneThatWasCopied_andNoHandlerRan() {
        kit = Kits.of(4);
        put("key", Aso.script("""
                aso.puts, aso.updates = 0, 0
                function aso:onPut() self.puts = self.puts + 1 end
                function aso:onUpdate() self.updates = self.updates + 1 end
                """));
        kit.await(kit.node(0).comet().update("key", Value.of("u"), ALL));
        kit.crash(owners("key").get(2));

        kit.advance(MENDED);

        assertThat(kit.object("key")).isHeldBy(3).hasState("puts", 1).hasState("updates", 1);
    }

    @Test
    void aNodeThatCrashes_takesAnObjectWithOneReplicaAlong() {
        kit = Kits.of(3);
        put("key", Aso.value("x").replicas(1));
        int holder = owners("key").get(0);

        kit.crash(holder);
        kit.advance(MENDED);

        Assertions.assertThat(get((holder + 1) % 3, "key", Read.FIRST)).isInstanceOf(GetReply.NotFound.class);
    }

    @Test
    void whatWasRemovedWhileAnOwnerWasAway_isGoneThereToo() {
        kit = Kits.of(3);
        put("key", Aso.value("x"));
        int away = owners("key").get(0);
        kit.pause(away);
        kit.advance(NOTICED);
        Assertions.assertThat(kit.await(kit.node((away + 1) % 3).comet().remove("key")))
                .isInstanceOf(RemoveReply.Removed.class);

        kit.resume(away);

        Assertions.assertThat(get((away + 1) % 3, "key", Read.FIRST)).isInstanceOf(GetReply.NotFound.class);
        kit.advance(MENDED);
        assertThat(kit.object("key")).isGone();
    }

    @Test
    void anObjectThatReplicatesItself_isNeitherCopiedNorHandedOver() {
        kit = Kits.of(5);
        put("key", Aso.value("x").with("replication", "self").replicas(1));
        int holder = owners("key").get(0);

        kit.advance(MENDED);
        assertThat(kit.object("key")).isHeldBy(1);
        kit.leave(holder);

        assertThat(kit.object("key")).isGone();
    }

    @Test
    void aNodeInTheMinority_refusesChanges_andAnswersGetsWithWhatItHas() {
        kit = Kits.of(5);
        put("key", Aso.value("x").replicas(5));
        kit.partition(new int[] {0, 1});
        kit.advance(NOTICED);

        PutReply refused =
                kit.await(kit.node(0).comet().put("key", Aso.value("y").replicas(5)));
        GetReply read = get(0, "key", Read.FIRST);
        Assertions.assertThat(
                        kit.await(kit.node(2).comet().put("key", Aso.value("z").replicas(5))))
                .isInstanceOf(PutReply.Stored.class);

        Assertions.assertThat(((PutReply.Refused) refused).refusal().reason()).isEqualTo(Refusal.Reason.NOT_READY);
        Assertions.assertThat(read.orElseThrow()).isEqualTo(Value.of("x"));
        kit.heal();
        kit.advance(NOTICED);
        Assertions.assertThat(get(0, "key", Read.FIRST).orElseThrow()).isEqualTo(Value.of("z"));
    }

    @Test
    void aPutWhoseOutcomeIsUnknown_mayTakeEffectAllTheSame() {
        kit = Kits.of(3);
        put("key", Aso.value("x"));
        List<Integer> owners = owners("key");
        kit.pause(owners.get(1));
        kit.pause(owners.get(2));

        CometException unknown =
                Kits.broken(kit, kit.node(owners.get(0)).comet().put("key", "y"));

        Assertions.assertThat(unknown.code()).isEqualTo(CometException.Code.TIMEOUT);
        Assertions.assertThat(unknown).hasMessageContaining("its outcome is unknown, it may still take effect");
        kit.resume(owners.get(1));
        kit.resume(owners.get(2));
        kit.advance(MENDED);
        assertThat(kit.object("key")).isHeldBy(3).hasState("value", "y");
    }

    @Test
    void everyUpdateCounts_whereTheObjectAcceptsAll_alsoThoseOfAClockThatIsBehind() {
        kit = Kits.of(3);
        put("key", Aso.script("""
                aso.accept, aso.count = "all", 0
                function aso:onUpdate() self.count = self.count + 1 end
                """));
        kit.jumpClock(1, Duration.ofSeconds(-20));

        kit.await(IntStream.range(0, 3)
                .mapToObj(node -> kit.node(node).comet().update("key", Value.of("u")))
                .toArray(CompletionStage<?>[]::new));
        kit.advance(MENDED);

        assertThat(kit.object("key")).isHeldBy(3).hasState("count", 3);
    }

    @Test
    void nearest_isTheReadersOwnReplica_whereItHasOne() {
        kit = Kits.of(3);
        put("key", Aso.value("x"));

        for (int reader = 0; reader < 3; reader++) {
            GetReply.Found found = (GetReply.Found) get(reader, "key", Read.NEAREST);
            Assertions.assertThat(found.answer().replica())
                    .isEqualTo(kit.node(reader).contact());
        }
    }

    @Test
    void latest_needsAMajorityOfAllOwners() {
        kit = Kits.of(3);
        put("key", Aso.value("x"));
        List<Integer> owners = owners("key");
        kit.crash(owners.get(1));
        Assertions.assertThat(get(owners.get(0), "key", Read.LATEST)).isInstanceOf(GetReply.Found.class);

        kit.crash(owners.get(2));

        Assertions.assertThat(get(owners.get(0), "key", Read.LATEST)).isInstanceOf(GetReply.Failed.class);
    }

    @Test
    void whatEveryNodeForgot_isGone() {
        kit = Kits.of(3);
        put("key", Aso.value("x"));
        for (int node = 0; node < 3; node++) {
            kit.crash(node);
        }
        for (int node = 0; node < 3; node++) {
            kit.restart(node);
        }
        kit.advance(MENDED);

        assertThat(kit.object("key")).isGone();
    }

    private void put(String key, Aso aso) {
        Assertions.assertThat(kit.await(kit.node(0).comet().put(key, aso, ALL))).isInstanceOf(PutReply.Stored.class);
    }

    private GetReply get(int node, String key, Read read) {
        return kit.await(kit.node(node).comet().get(key, GetOptions.DEFAULT.read(read)));
    }

    /** The numbers of the nodes of a key, its owners first. */
    private List<Integer> owners(String key) {
        return kit.await(kit.node(0).comet().lookup(key)).stream()
                .map(contact -> kit.nodes().stream()
                        .filter(node -> node.contact().equals(contact))
                        .findFirst()
                        .orElseThrow()
                        .number())
                .toList();
    }
}
