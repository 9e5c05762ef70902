package org.cometkv.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.AnswerSource;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.story.ReplyFilter;
import org.cometkv.examples.story.Story;
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

    /** The breakage of each step: every reply of the store is replaced on its way to the demo. */
    private static final Map<String, ReplyFilter> BREAKAGES = new LinkedHashMap<>();

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

    private static LocalCluster cluster;
    private static StringWriter printed;
    private static Demo demo;

    /** A demo that does not wait for what is not there at once. */
    private static Demo hurried;

    @BeforeAll
    static void start() {
        cluster = LocalCluster.start(List.of());
        printed = new StringWriter();
        demo = demo("shown/", printed, Story.PATIENCE, ReplyFilter.NONE);
        hurried = demo("hurried/", new StringWriter(), Duration.ofMillis(200), ReplyFilter.NONE);
    }

    private static Demo demo(String prefix, StringWriter out, Duration patience, ReplyFilter replies) {
        return new Demo(new Story(prefix, cluster.comets(), new PrintWriter(out), patience, replies), cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void everyStepThatIsBrokenIsSeen() {
        assertThat(BREAKAGES.keySet())
                .isSubsetOf(demo.steps().keySet())
                .hasSize(demo.steps().size() - 1);

        BREAKAGES.forEach((name, breakage) -> {
            Demo broken = demo("broken/", new StringWriter(), Story.PATIENCE, breakage);
            assertThatThrownBy(broken.steps().get(name)::play).as(name).isInstanceOf(NotSeen.class);
        });
    }

    @Test
    @Order(2)
    void whatItPromisesIsSeen() {
        hurried.steps().get("members").play();
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
    void aClusterWithoutItsNodesIsSeen() {
        // Whatever the last step left running is not three nodes any more.
        assertThatThrownBy(hurried.steps().get("members")::play).isInstanceOf(NotSeen.class);
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
