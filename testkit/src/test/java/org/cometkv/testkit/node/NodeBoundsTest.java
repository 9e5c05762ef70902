package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.Watch;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.MembershipChange;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node does at a time for its applications and its objects' waiting events. */
class NodeBoundsTest {

    private CometTestKit kit;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void listeners_atTheBoundAreTaken_oneOverThrows_closingMakesRoom() {
        kit = Kits.of(1, "comet.members.listeners-max = 2");
        List<MembershipChange> told = new ArrayList<>();
        // Whoever waits for the node to be ready is no listener.
        for (int i = 0; i < 10; i++) {
            kit.await(kit.node(0).comet().ready());
        }

        Watch first = kit.node(0).comet().watch(told::add);
        Watch second = kit.node(0).comet().watch(told::add);
        assertThatThrownBy(() -> kit.node(0).comet().watch(told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the members have 2 listeners; the limit is comet.members.listeners-max");

        kit.awaitQuiet();
        assertThat(told).hasSize(2);
        first.close();
        first.close();
        Watch third = kit.node(0).comet().watch(told::add);
        assertThatThrownBy(() -> kit.node(0).comet().watch(told::add)).isInstanceOf(IllegalStateException.class);
        second.close();
        third.close();
    }

    @Test
    void aWatchThatIsClosed_isToldNothingMore() {
        kit = Kits.of(2);
        List<MembershipChange> closed = new ArrayList<>();
        List<MembershipChange> open = new ArrayList<>();
        Watch watch = kit.node(0).comet().watch(closed::add);
        kit.awaitQuiet();
        assertThat(closed).hasSize(2);

        watch.close();
        kit.node(0).comet().watch(open::add);
        kit.pause(1);
        kit.advance(Duration.ofSeconds(8));

        assertThat(open).extracting(MembershipChange::kind).contains(MembershipChange.Kind.SUSPECTED);
        assertThat(closed).hasSize(2);
    }

    @Test
    void rehearsals_atTheBoundRun_oneOverIsRefused_andRoomComesBack() {
        kit = Kits.of(1, "comet.requests.rehearsals-max = 1");
        Comet comet = kit.node(0).comet();
        // Nothing runs before the test waits.
        CompletionStage<PutReply> first = comet.put("first", Aso.script("aso.x = 1"));

        PutReply over = kit.await(comet.put("second", Aso.script("aso.x = 1")));

        assertThat(((PutReply.Refused) over).refusal().reason()).isEqualTo(Refusal.Reason.BUSY);
        assertThat(kit.await(first)).isInstanceOf(PutReply.Stored.class);
        assertThat(kit.await(comet.put("second", Aso.script("aso.x = 1")))).isInstanceOf(PutReply.Stored.class);
        // One that fails gives its room back as well.
        assertThat(kit.await(comet.put("third", Aso.script("error('no')")))).isInstanceOf(PutReply.Failed.class);
        assertThat(kit.await(comet.put("third", Aso.script("aso.x = 1")))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aListenerThatThrows_costsNoOtherListenerAChange() {
        kit = Kits.of(2);
        List<MembershipChange> told = new ArrayList<>();
        kit.node(0).comet().watch(change -> {
            throw new IllegalStateException("a mistake of the application");
        });

        kit.node(0).comet().watch(told::add);
        kit.pause(1);
        kit.advance(Duration.ofSeconds(8));

        assertThat(told)
                .extracting(MembershipChange::kind)
                .contains(MembershipChange.Kind.JOINED, MembershipChange.Kind.SUSPECTED);
    }

    @Test
    void waitingEvents_leaveOutTheAnswersThatTheNodeHasNoRoomFor() {
        kit = Kits.of(3, "comet.requests.waiting-bytes-max = 16KiB");
        kit.await(kit.node(0).comet().put("asks", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "ask" then return string.rep("x", request) end
                  return #comet.get(nil, nil, self.size)
                end
                """).with("size", 20_000), PutOptions.DEFAULT.acks(3)));
        assertThat(((GetReply.Found) kit.await(kit.node(0).comet().get("asks", Value.of("ask")))).value())
                .isEqualTo(Value.of(0));

        kit.await(kit.node(0).comet().put("small", Aso.script("""
                function aso:onGet(caller, request)
                  if request ~= "ask" then return string.rep("x", request) end
                  return #comet.get(nil, nil, self.size)
                end
                """).with("size", 2_000), PutOptions.DEFAULT.acks(3)));
        assertThat(((GetReply.Found) kit.await(kit.node(0).comet().get("small", Value.of("ask")))).value())
                .isEqualTo(Value.of(2));
    }
}
