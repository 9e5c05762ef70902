package org.cometkv.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInfo;

class CometTestTest {

    private static final Set<Long> SEEN = new TreeSet<>();

    /** An annotation of a user's own. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @CometTest(nodes = 4)
    @interface FourNodes {}

    @CometTest
    void kitAndCometOfNode0_areParameters_besideOthers(CometTestKit kit, TestInfo test, Comet comet) {
        assertThat(kit.nodes()).hasSize(3);
        assertThat(comet).isSameAs(kit.node(0).comet());
        assertThat(test.getDisplayName()).isEqualTo("seed 1");
    }

    @CometTest(nodes = 3, seeds = 2, firstSeed = 9)
    void ttlObject_endsInVirtualTime(CometTestKit kit) {
        kit.put("note", Aso.script("""
                aso.ttl = 86400
                function onGet() return "here" end
                """));
        kit.advance(Duration.ofSeconds(86_399));
        assertThat(kit.get("note")).isInstanceOf(GetReply.Found.class);

        kit.advance(Duration.ofSeconds(1));

        assertThat(kit.get("note")).isInstanceOf(GetReply.NotFound.class);
        assertThat(kit.seed()).isBetween(9L, 10L);
    }

    @CometTest(seeds = 25, nodes = 1)
    void manySeeds_areOneTest(CometTestKit kit, TestInfo test) {
        SEEN.add(kit.seed());
        assertThat(test.getDisplayName()).isEqualTo("25 seeds, 1 to 25");
    }

    @FourNodes
    void annotationOfTheUsersOwn_isATest(CometTestKit kit) {
        assertThat(kit.nodes()).hasSize(4);
    }

    @CometTest(config = "comet.replication.replicas = 1")
    void config_isThatOfAllNodes(CometTestKit kit) {
        kit.put("greeting", "hello");

        assertThat(kit.nodes().stream().filter(node -> node.comet().stat().keys() == 1))
                .hasSize(1);
        assertThat(((GetReply.Found) kit.get("greeting")).value()).isEqualTo(Value.of("hello"));
    }

    @AfterAll
    static void allSeedsOfTheOneTestHaveRun() {
        assertThat(SEEN).hasSize(25);
    }
}
