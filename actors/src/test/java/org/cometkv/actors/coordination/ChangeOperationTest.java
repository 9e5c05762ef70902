package org.cometkv.actors.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class ChangeOperationTest {

    private static final ReplicaReply SUPERSEDED = new ReplicaReply.Superseded(0);
    private static final ReplicaReply BUSY =
            new ReplicaReply.Refused(Refusal.retry(Refusal.Reason.BUSY, "much to do", 30));
    private static final ReplicaReply NOT_OWNER =
            new ReplicaReply.Refused(Refusal.of(Refusal.Reason.NOT_OWNER, "others own it"));

    private final ChangeSteps steps = new ChangeSteps();
    private final List<Contact> nodes = steps.nodes;
    private final List<Contact> asked = steps.asked;
    private final List<ResolveOperation> begun = steps.begun;
    private final List<String> replies = steps.replies;

    @Test
    void put_asksAllOwnersAtOnce_onTermsThatNameThem() {
        steps.begin(Wire.Condition.ALWAYS);

        assertThat(asked).containsExactlyElementsOf(nodes.subList(0, 3));
        Wire.Change request = (Wire.Change) steps.change.request(7, nodes.get(1), 4_000);
        assertThat(request.terms()).isEqualTo(Terms.of(nodes.subList(0, 3), 4_000));
    }

    @Test
    void acknowledged_isAnswered_andGoesOnUntilEveryOwnerAnswered() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.STORED);
        assertThat(replies).isEmpty();

        steps.reply(0, Replicas.KEPT);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(steps.isOver).isFalse();
        steps.reply(2, Replicas.STORED);
        assertThat(steps.isOver).isTrue();
        assertThat(begun).isEmpty();
    }

    @Test
    void takenByAllButTheFirstOwner_waitsForIt_andGoesOnWithoutItWhenItIsSuspect() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.STORED);
        steps.reply(2, Replicas.STORED);
        assertThat(replies).isEmpty();

        steps.view = steps.view(25, 0);
        steps.silent(0);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(steps.isOver).isFalse();
    }

    @Test
    void refusedForNow_isSentAgainAfterThatTime_alsoAfterTheAnswer() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, Replicas.STORED);
        steps.reply(1, BUSY);
        assertThat(steps.alarmMillis).isEqualTo(30);
        steps.reply(2, Replicas.STORED);
        assertThat(replies).hasSize(1);
        assertThat(asked).isEmpty();

        steps.alarmAt(30);

        assertThat(asked).containsExactly(nodes.get(1));
        assertThat(steps.counts.resent.sum()).isOne();
        steps.reply(1, Replicas.STORED);
        assertThat(steps.isOver).isTrue();
    }

    @Test
    void refusedForNow_untilTheDeadline_hasAnUnknownOutcomeWhereItWasTaken() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, BUSY);
        steps.reply(1, Replicas.STORED);
        steps.reply(2, Replicas.STORED);

        steps.take(steps.change.onTimeout());

        assertThat(replies).isEmpty();
        assertThat(steps.late).contains("0 of the 3 owners", "1 refused it for now", "its outcome is unknown");
        assertThat(steps.counts.retracted.sum()).isZero();
    }

    @Test
    void refusedForNow_byAllOwnersUntilTheDeadline_isRefused() {
        steps.begin(Wire.Condition.ALWAYS);
        for (int owner = 0; owner < 3; owner++) {
            steps.reply(owner, BUSY);
        }

        steps.take(steps.change.onTimeout());

        assertThat(replies).containsExactly("refused much to do");
        assertThat(begun).isEmpty();
    }

    @Test
    void updateOfOneOwner_ofAnObjectThatTheOthersDoNotHold_findsNothing_andIsTakenBack() {
        steps.begin(Wire.Condition.IF_PRESENT);
        steps.reply(0, new ReplicaReply.Kept(Usage.NONE, 3));
        steps.reply(1, new ReplicaReply.Absent());
        steps.reply(2, new ReplicaReply.Absent());
        steps.absent(3, 20);

        assertThat(replies).containsExactly("not found");
        assertThat(begun.get(begun.size() - 1).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.RETRACTED));
    }

    @Test
    void ownerThatDidNotTakeIt_untilTheDeadline_isComparedWithByOneThatDid() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, Replicas.STORED);
        steps.reply(1, Replicas.STORED);
        assertThat(replies).hasSize(1);

        steps.take(steps.change.onTimeout());

        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.UNEVEN));
        assertThat(told(begun.get(0))).containsExactly(nodes.get(0));
    }

    @Test
    void refusedByTheFirstOwner_isRefusedAtOnce_andTakenBack() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.STORED);

        steps.reply(0, Replicas.REFUSED);

        assertThat(replies).containsExactly("refused no");
        assertThat(begun).hasSize(1);
        assertThat(steps.counts.retracted.sum()).isOne();
    }

    @Test
    void refusedByAll_isNotTakenBack() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.REFUSED);
        steps.reply(2, Replicas.FAILED);

        assertThat(replies).containsExactly("refused no");
        assertThat(begun).as("the first owner may have taken it").hasSize(1);

        steps.begin(Wire.Condition.ALWAYS);
        begun.clear();
        steps.reply(2, Replicas.REFUSED);
        steps.reply(0, Replicas.FAILED);
        assertThat(replies).endsWith("failed script:1: broken");
        assertThat(begun).as("the second owner may have taken it").hasSize(1);

        steps.begin(Wire.Condition.IF_ABSENT);
        begun.clear();
        steps.reply(0, Replicas.REFUSED);
        assertThat(begun).as("nobody else was asked").isEmpty();
    }

    @Test
    void refusedByOneThatIsOverruled_isToldSo() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(2, Replicas.REFUSED);
        steps.reply(0, Replicas.STORED);

        steps.reply(1, Replicas.STORED);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.OVERRULED));
        assertThat(told(begun.get(0))).containsExactly(nodes.get(2));
        assertThat(steps.isOver).isTrue();
    }

    @Test
    void refusedAfterTheAnswer_isToldSoAsWell() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, Replicas.STORED);
        steps.reply(1, Replicas.STORED);

        steps.reply(2, Replicas.REFUSED);

        assertThat(begun).hasSize(1);
        assertThat(steps.isOver).isTrue();
    }

    @Test
    void silentOwner_isAskedAgain_andTheOutcomeIsUnknownAtTheDeadline() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.silent(0);
        assertThat(steps.alarmMillis).as("to see whether it is suspect").isEqualTo(300);
        steps.alarmAt(300);
        assertThat(asked).isEmpty();
        steps.alarmAt(1_000);
        assertThat(asked).containsExactly(nodes.get(0));

        steps.take(steps.change.onTimeout());

        assertThat(steps.late)
                .startsWith("3 of the 3 owners of key")
                .contains("2 must take the change")
                .endsWith("its outcome is unknown, it may still take effect");
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.LAPSED));
    }

    @Test
    void notOwner_isAskedAgainWithAFreshView() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, Replicas.STORED);
        steps.reply(1, NOT_OWNER);
        assertThat(steps.alarmMillis).isEqualTo(200);
        List<Contact> rest = new ArrayList<>(nodes);
        rest.remove(nodes.get(2));
        steps.view = RoutingView.of(rest, Set.of());

        steps.alarmAt(200);

        assertThat(asked).containsExactly(nodes.get(1), nodes.get(3));
        assertThat(((Wire.Change) steps.change.request(1, nodes.get(3), 10)).terms())
                .isEqualTo(Terms.of(List.of(nodes.get(0), nodes.get(1), nodes.get(3)), 10));
        steps.reply(3, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 1");
    }

    @Test
    void ownerThatIsGone_isReplacedByTheNext() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(0, Replicas.STORED);
        List<Contact> rest = new ArrayList<>(nodes);
        rest.remove(nodes.get(1));
        steps.view = RoutingView.of(rest, Set.of());
        steps.take(steps.change.onGone(nodes.get(1)));

        steps.alarmAt(200);

        assertThat(asked).containsExactly(nodes.get(3));
    }

    @Test
    void supersededAtTheFirstOwner_isRepeatedOnceWithANewerVersion() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.STORED);

        steps.reply(0, SUPERSEDED);

        assertThat(asked).containsExactlyElementsOf(nodes.subList(0, 3));
        assertThat(((Wire.Change) steps.change.request(1)).version()).isEqualTo(Replicas.version(2));
        assertThat(steps.counts.repeated.sum()).isOne();
        steps.reply(0, SUPERSEDED);
        steps.reply(1, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 2");
    }

    @Test
    void repeatedAndThenRefused_takesBothVersionsBack() {
        steps.begin(Wire.Condition.ALWAYS);
        steps.reply(1, Replicas.STORED);
        steps.reply(0, SUPERSEDED);

        steps.reply(0, Replicas.REFUSED);

        assertThat(begun)
                .extracting(told -> ((Wire.Resolve) told.request(1)).version())
                .containsExactlyInAnyOrder(Replicas.version(1), Replicas.version(2));
    }

    @Test
    void ofAnEmptyKey_theFirstOwnerDecides_thenTheRestTakeIt_andTheHoldersHearThatItStands() {
        steps.begin(Wire.Condition.IF_ABSENT);
        assertThat(asked).containsExactly(nodes.get(0));

        steps.reply(0, Replicas.STORED);
        assertThat(asked).containsExactly(nodes.get(1), nodes.get(2));
        assertThat(replies).isEmpty();

        steps.reply(2, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(told(begun.get(0))).containsExactly(nodes.get(0), nodes.get(2));
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.CONFIRMED));
        steps.reply(1, Replicas.STORED);
        assertThat(told(begun.get(1))).containsExactly(nodes.get(1));
        assertThat(steps.isOver).isTrue();
    }

    @Test
    void ofAnEmptyKey_theNextOwnerDecides_whenTheFirstIsSuspect() {
        steps.begin(Wire.Condition.IF_ABSENT);
        steps.silent(0);
        assertThat(asked).isEmpty();
        steps.view = steps.view(25, 0);

        steps.alarmAt(300);

        assertThat(asked).containsExactly(nodes.get(1));
    }

    @Test
    void ofAnEmptyKey_failed_isTakenBack() {
        steps.begin(Wire.Condition.IF_ABSENT);
        steps.reply(0, Replicas.STORED);

        steps.take(steps.change.onTimeout());

        assertThat(steps.late).endsWith("it is taken back");
        assertThat(begun).hasSize(1);
    }

    @Test
    void acksOfOne_areOfTheFirstOwner() {
        steps.begin(Wire.Condition.ALWAYS, owners -> 1);
        steps.reply(1, Replicas.STORED);
        assertThat(replies).isEmpty();

        steps.reply(0, Replicas.STORED);

        assertThat(replies).hasSize(1);
    }

    @Test
    void noNodeKnown_isUnreachable() {
        steps.view = RoutingView.empty();
        steps.change = new ChangeOperation<>(
                new ChangeSteps.Words(Wire.Condition.ALWAYS), 3, owners -> 1, steps.coordination());

        assertThat(((NextStep.Broken<String>) steps.change.begin()).reason()).isEqualTo(NoReply.NOBODY_KNOWN);
    }

    private static List<Contact> told(ResolveOperation told) {
        NextStep<Void> step = told.begin();
        return ((NextStep.Ask<Void>) ((NextStep.Alarm<Void>) step).then()).replicas();
    }
}
