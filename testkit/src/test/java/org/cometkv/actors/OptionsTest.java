package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.pattern.StatusReply;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of each verb: what they change, how they combine, and which contradict. */
class OptionsTest {

    private static final CometTestKit KIT = Kits.of(3);
    private static final Comet COMET = KIT.node(0).comet();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void ifAbsentAfterAcks_keepsBoth() {
        PutOptions both = PutOptions.DEFAULT.acks(3).ifAbsent();

        PutReply.Stored stored =
                KIT.await(COMET.put("both", Aso.value("x"), both)).orElseThrow();
        assertThat(stored.said()).extracting(ReplicaResult::word).containsOnly(ReplicaResult.Word.STORED);
        assertThat(KIT.await(COMET.put("both", Aso.value("y"), both)))
                .isInstanceOfSatisfying(
                        PutReply.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.OCCUPIED));
        assertThat(PutOptions.DEFAULT.acks()).isEmpty();
        assertThat(PutOptions.DEFAULT.isForEmptyKey()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,1", "2,1,2,2", "3,1,2,3", "4,1,3,4", "20,1,11,20"})
    void acksFollowTheNumberOfOwners(int owners, int one, int majority, int all) {
        assertThat(Acks.one().needed(owners)).isEqualTo(one);
        assertThat(Acks.majority().needed(owners)).isEqualTo(majority);
        assertThat(Acks.all().needed(owners)).isEqualTo(all);
        assertThat(Acks.of(2).needed(owners)).isEqualTo(Math.min(2, owners));
    }

    @Test
    void acksAtTheirBoundsPass_beyondThemThrow() {
        assertThat(Acks.of(1).needed(20)).isEqualTo(1);
        assertThat(Acks.of(20).needed(20)).isEqualTo(20);
        assertThatThrownBy(() -> Acks.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("acks is 0; it must be 1 to 20");
        assertThatThrownBy(() -> PutOptions.DEFAULT.acks(21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("acks is 21; it must be 1 to 20");
    }

    @Test
    void anUpdateOfAnEmptyKey_contradictsItself() {
        assertThatThrownBy(() -> COMET.getFromAll("key", GetOptions.DEFAULT.read(Read.LATEST)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every replica is asked; read(LATEST), which asks for one, contradicts it");
        assertThatThrownBy(() -> COMET.update("key", Value.of(1), PutOptions.DEFAULT.ifAbsent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an update is of an occupied key; ifAbsent(), which asks for an empty one, contradicts it");
    }

    @Test
    void aSignatureInTheOptions_isTheObjects_andASecondOneContradictsIt() {
        Key key = Key.of("signed");
        Aso plain = Aso.value("x");
        ObjectSignature made = Authors.signer().serial(1).sign(CanonicalForm.object(key, Script.NONE, plain.fields()));

        KIT.await(COMET.put(key, plain, PutOptions.DEFAULT.acks(3).signature(made)))
                .orElseThrow();
        assertThat(KIT.await(COMET.stat("signed")).orElseThrow().replicas())
                .extracting(ObjectStat::writer)
                .containsOnly(Authors.AUTHOR.identity().writer());
        assertThatThrownBy(() -> COMET.put(key, plain.signed(made), PutOptions.DEFAULT.signature(made)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the object is signed already; another signature in the options contradicts it");
    }

    @Test
    void aTimeoutAtItsBoundsPasses_beyondThemThrows() {
        for (Duration fine : List.of(Duration.ofMillis(10), TIMEOUT)) {
            assertThat(KIT.await(COMET.get("nothing", GetOptions.DEFAULT.timeout(fine))))
                    .isInstanceOf(GetReply.NotFound.class);
        }
        Duration below = Duration.ofMillis(10).minusNanos(1);
        String tooShort = "the timeout is 9 ms; it must be 10 ms or more";
        assertThatThrownBy(() -> GetOptions.DEFAULT.timeout(below)).hasMessage(tooShort);
        assertThatThrownBy(() -> PutOptions.DEFAULT.timeout(below)).hasMessage(tooShort);
        assertThatThrownBy(() -> RemoveOptions.DEFAULT.timeout(below)).hasMessage(tooShort);
        assertThatThrownBy(() -> StatOptions.DEFAULT.timeout(below)).hasMessage(tooShort);
        Duration over = TIMEOUT.plusMillis(1);
        String tooLong = "the timeout is 10001 ms; it must not be over comet.requests.timeout, 10000 ms";
        assertThatThrownBy(() -> COMET.get("x", GetOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.getFromAll("x", GetOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.put("x", Aso.value("y"), PutOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.update("x", Value.of(1), PutOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.remove("x", RemoveOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.stat("x", StatOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.release("x", StatOptions.DEFAULT.timeout(over)))
                .hasMessage(tooLong);
        assertThatThrownBy(() -> COMET.get("x", GetOptions.DEFAULT.timeout(Duration.ofSeconds(Long.MAX_VALUE))))
                .hasMessage("the timeout is 9223372036854775807 s;"
                        + " it must not be over comet.requests.timeout, 10000 ms");
    }

    @Test
    void theActor_hasTheVerbsAndTheirOptions() {
        ActorRef<Comet.Command> store = KIT.node(0)
                .spawn(StoreActor.create(COMET), "store-" + KIT.world().steps());

        PutReply put = ask(store, to -> new Comet.Put("asked", Aso.value("x"), PutOptions.DEFAULT.ifAbsent(), to));
        assertThat(put).isInstanceOf(PutReply.Stored.class);
        PutReply again = ask(store, to -> new Comet.Put("asked", Aso.value("y"), PutOptions.DEFAULT.ifAbsent(), to));
        assertThat(again).isInstanceOf(PutReply.Refused.class);
        PutReply updated = ask(store, to -> new Comet.Update("asked", Value.of("z"), PutOptions.DEFAULT.acks(3), to));
        assertThat(updated).isInstanceOf(PutReply.Stored.class);
        GetReply got = ask(store, to -> new Comet.Get("asked", GetOptions.DEFAULT.timeout(TIMEOUT), to));
        assertThat(got.orElseThrow()).isEqualTo(Value.of("z"));
        List<GetReply> all = ask(store, to -> new Comet.GetFromAll("asked", GetOptions.DEFAULT, to));
        assertThat(all).hasSize(3);
        StatReply stat = ask(store, to -> new Comet.Stat("asked", StatOptions.DEFAULT, to));
        assertThat(stat.orElseThrow().replicas()).hasSize(3);
        StatReply released = ask(store, to -> new Comet.Release("asked", StatOptions.DEFAULT, to));
        assertThat(released).isInstanceOf(StatReply.Found.class);
        List<Contact> nodes = ask(store, to -> new Comet.Lookup("asked", to));
        assertThat(nodes).hasSize(3);
        RemoveReply removed = ask(store, to -> new Comet.Remove("asked", RemoveOptions.DEFAULT, to));
        assertThat(removed.orElseThrow().said()).hasSize(3);
    }

    @Test
    void aContradictionToTheActor_isItsReply() {
        ActorRef<Comet.Command> store = KIT.node(0)
                .spawn(StoreActor.create(COMET), "store-" + KIT.world().steps());

        StatusReply<PutReply> reply =
                reply(store, to -> new Comet.Update("key", Value.of(1), PutOptions.DEFAULT.ifAbsent(), to));

        assertThat(reply.getError())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contradicts it");
    }

    private static <R> R ask(ActorRef<Comet.Command> store, Function<ActorRef<StatusReply<R>>, Comet.Command> message) {
        return reply(store, message).getValue();
    }

    private static <R> StatusReply<R> reply(
            ActorRef<Comet.Command> store, Function<ActorRef<StatusReply<R>>, Comet.Command> message) {
        TestProbe<StatusReply<R>> probe = KIT.probe();
        store.tell(message.apply(probe.ref()));
        return probe.receiveMessage();
    }
}
