package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cometkv.actors.AnswerSource;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The demo as a user sees it, and what it says when something is not as promised. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final Contact STRANGER = new Contact(NodeId.of("stranger"), "127.0.0.1", 1);
    private static final Refusal NO = Refusal.of(Refusal.Reason.OBJECT, "broken on purpose");

    /** What breaks a step: every reply of the store is replaced on its way to the demo. */
    private static final Map<String, UnaryOperator<Object>> BREAKAGES = new LinkedHashMap<>();

    static {
        BREAKAGES.put("counter", DemoTest::sameAnswer);
        BREAKAGES.put("timer", DemoTest::sameAnswer);
        BREAKAGES.put("one replica", DemoTest::answeredByAStranger);
        BREAKAGES.put("passive value", DemoTest::sameAnswer);
        BREAKAGES.put("update", DemoTest::sameAnswer);
        BREAKAGES.put("refusal", DemoTest::refusedWithoutReason);
        BREAKAGES.put("script error", DemoTest::sameAnswer);
        BREAKAGES.put("a node stops", DemoTest::answeredByAStranger);
    }

    private static DemoStage stage;
    private static StringWriter printed;
    private static Demo demo;

    @BeforeAll
    static void start() {
        stage = new DemoStage();
        printed = new StringWriter();
        demo = new Demo(stage, new PrintWriter(printed), "shown/");
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    @Order(1)
    void everyStepThatIsBrokenIsSeen() {
        Map<String, Demo.Step> steps = new Demo(stage, new PrintWriter(new StringWriter()), "broken/").steps();
        assertThat(BREAKAGES.keySet()).isSubsetOf(steps.keySet()).hasSize(steps.size() - 1);

        BREAKAGES.forEach((name, breakage) -> {
            stage.lookThrough(breakage);
            assertThatThrownBy(steps.get(name)::play).as(name).isInstanceOf(DemoFailed.class);
        });
        stage.lookThrough(UnaryOperator.identity());
    }

    @Test
    @Order(2)
    void whatItPromisesIsSeen() {
        demo.steps().values().forEach(Demo.Step::play);

        assertThat(printed.toString())
                .contains("{\"Hello world!\", 2}")
                .contains("sealed by comet")
                .contains("script:6: no such luck")
                .contains("which does not hold it")
                .contains("stops. Each replica's own count before");
    }

    @Test
    @Order(3)
    void aStageWithoutItsNodesIsSeen() {
        // Whatever the last step left running is not three nodes any more.
        assertThatThrownBy(demo.steps().get("members")::play).isInstanceOf(DemoFailed.class);
    }

    private static Object sameAnswer(Object reply) {
        return reply instanceof GetReply.Found found
                ? new GetReply.Found(Value.of("something else"), found.answer())
                : reply;
    }

    private static Object answeredByAStranger(Object reply) {
        if (reply instanceof List<?> all) {
            return all.stream().map(DemoTest::answeredByAStranger).toList();
        }
        return reply instanceof GetReply.Found found
                ? new GetReply.Found(found.value(), new AnswerSource(STRANGER, 1, Usage.NONE))
                : reply;
    }

    private static Object refusedWithoutReason(Object reply) {
        return reply instanceof PutReply.Refused refused ? new PutReply.Refused(NO, refused.said()) : reply;
    }
}
