package org.cometkv.examples.delete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class DeleteTest {

    private static final String WORD = "the word";

    @Test
    void aGuessOrARemoveErasesNothing_theWordDoes() {
        ScriptTester object = ScriptTester.of(file());
        object.put();

        assertThat(object.update("a guess").isCompleted()).isFalse();
        assertThat(object.remove().isCompleted()).isFalse();
        assertThat(object.get().text()).isEqualTo("data");
        assertThat(object.update(WORD)).isCompleted();

        assertThat(object.get().value()).isEqualTo(Value.NIL);
        assertThat(object).hasNoState("value");
    }

    @Test
    void aCopyThatHearsOfNoOther_erasesItselfAtTheEndOfItsLease_andNotBefore() {
        ScriptTester object = ScriptTester.of(file().with("lease", 3600));
        object.put();

        object.advance(Duration.ofSeconds(3599));
        assertThat(object.get().text()).isEqualTo("data");
        object.advance(Duration.ofSeconds(1));
        assertThat(object.get().value()).isEqualTo(Value.NIL);
        assertThat(object).hasNoState("value");
    }

    @Test
    void anOwnerThatWasCutOff_erasesTheValueByItsLease_whileTheOthersHaveTheWord() {
        try (CometTestKit kit = CometTestKit.builder().seed(3).nodes(5).build()) {
            put(kit, file().with("timer", 2).with("lease", 4));
            List<Contact> owners =
                    kit.node(0).comet().lookup("file").toCompletableFuture().join();
            int cutOff = number(kit, owners.get(2));
            int reader = number(kit, owners.get(3));
            kit.partition(new int[] {cutOff});

            assertThat(kit.await(kit.node(reader).comet().update("file", Value.of(WORD))))
                    .isInstanceOf(PutReply.Stored.class);
            assertThat(values(kit)).as("the copy that is cut off").isEqualTo(1);

            kit.advance(Duration.ofSeconds(16));
            assertThat(values(kit)).isZero();
            kit.heal();
            kit.advance(Duration.ofSeconds(12));
        }
    }

    @Test
    void anOwnerThatComesBack_isToldTheWord_andTheReceiptNamesIt() {
        try (CometTestKit kit = CometTestKit.builder().seed(4).nodes(3).build()) {
            put(kit, file().with("timer", 2));
            kit.pause(2);
            kit.await(kit.node(0).comet().update("file", Value.of(WORD), PutOptions.DEFAULT.acks(1)));
            kit.resume(2);

            kit.advance(Duration.ofSeconds(15));

            assertThat(values(kit)).isZero();
            Value receipt = kit.get("file", Value.of("receipt")).orElseThrow();
            assertThat(receipt.asMap()).hasSize(3);
        }
    }

    @Test
    void theReceiptEndsAfterTheGrace() {
        try (CometTestKit kit = CometTestKit.builder().seed(5).nodes(3).build()) {
            put(kit, file().with("timer", 2).with("grace", 30));
            kit.update("file", Value.of(WORD));

            kit.advance(Duration.ofSeconds(29));
            assertThat(kit.object("file")).isHeldBy(3);
            kit.advance(Duration.ofSeconds(5));
            assertThat(kit.object("file")).isGone();
        }
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Delete())).contains("update").contains("not found");
    }

    private static Aso file() {
        return Aso.script(new Delete().script()).with("value", "data").with("lock", Word.lock(WORD));
    }

    private static void put(CometTestKit kit, Aso aso) {
        assertThat(kit.await(kit.node(0).comet().put("file", aso, PutOptions.DEFAULT.acks(3))))
                .isInstanceOf(PutReply.Stored.class);
    }

    /** How many replicas hold the value still. */
    private static long values(CometTestKit kit) {
        return kit.object("file").replicas().stream()
                .filter(replica -> replica.state().get("value") != Value.NIL)
                .count();
    }

    private static int number(CometTestKit kit, Contact contact) {
        return kit.nodes().stream()
                .filter(node -> node.contact().equals(contact))
                .findFirst()
                .orElseThrow()
                .number();
    }
}
