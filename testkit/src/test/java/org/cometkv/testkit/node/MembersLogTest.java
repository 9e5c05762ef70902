package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.Test;

/** The warnings of a node about the members of its cluster. */
class MembersLogTest {

    @Test
    void aSuspect_andItsRemoval_areWarnedOfUnderTheNameOfMembers() {
        try (CometTestKit kit = Kits.of(3);
                LoggedLines log = new LoggedLines("org.cometkv.members")) {
            String suspect = kit.node(2).contact().toString();
            kit.crash(2);

            kit.advance(Duration.ofSeconds(8));
            assertThat(log.at(Level.WARN))
                    .hasSize(2)
                    .allMatch(line -> line.contains(suspect + " is suspect: it does not answer"));

            kit.advance(Duration.ofSeconds(40));
            assertThat(log.at(Level.WARN).subList(2, 4))
                    .allMatch(line -> line.contains(suspect + " was removed while it was suspect"));
        }
    }

    /** It is no matter for an operator. */
    @Test
    void aMemberThatLeavesInGoodOrder_isNotWarnedOf() {
        try (CometTestKit kit = Kits.of(3);
                LoggedLines log = new LoggedLines("org.cometkv.members")) {
            kit.leave(2);
            kit.advance(Duration.ofSeconds(40));

            assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                    .hasSize(2);
            assertThat(log.at(Level.WARN)).isEmpty();
        }
    }
}
