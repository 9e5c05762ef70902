package org.cometkv.actors.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class ChangeOperationTest {

    private static final ReplicaReply SUPERSEDED = new ReplicaReply.Superseded(0);
    private static final ReplicaReply BUSY =
            new ReplicaReply.Refused(Refusal.retry(Refusal.Reason.BUSY, "much to do", 30));
    private static final ReplicaReply NOT_OWNER =
            new ReplicaReply.Refused(Refusal.of(Refusal.Reason.NOT_OWNER, "others own it"));

    /** A change whose replies are words. */
    private record Words(Wire.Condition condition) implements ChangeKind<String> {
        @Override
        public Key key() {
            return Replicas.KEY;
        }

        @Override
        public Wire.Change request(long id, Version version, Wire.Terms terms) {
            return new Wire.Put(
                    id,
                    key(),
                    version,
                    Replicas.caller(),
                    Script.NONE,
                    Value.table(),
                    condition,
                    java.util.Optional.empty(),
                    terms);
        }

        @Override
        public String acknowledged(Version version, ReplicaReplies said) {
            return "acknowledged " + version.clock();
        }

        @Override
        public String notFound(ReplicaReplies said) {
            return "not found";
        }

        @Override
        public String refused(Refusal refusal, ReplicaReplies said) {
            return "refused " + refusal.message();
        }

        @Override
        public String failed(Failure failure, ReplicaReplies said) {
            return "failed " + failure.message();
        }

        @Override
        public String word() {
            return "change";
        }
    }

    private final List<Contact> nodes =
            RoutingView.of(Replicas.nodes(25), Set.of()).closest(Replicas.KEY, 25);
    private final ChangeCounts counts = new ChangeCounts();
    private RoutingView view = view(25);
    private long versions;
    private long now;

    /** What the operation wanted last, taken apart. */
    private final List<Contact> asked = new ArrayList<>();

    private final List<ResolveOperation> begun = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private String late = "";
    private boolean isOver;
    private long alarmMillis;
    private ChangeOperation<String> change;

    @Test
    void put_asksAllOwnersAtOnce_onTermsThatNameThem() {
        begin(Wire.Condition.ALWAYS);

        assertThat(asked).containsExactlyElementsOf(nodes.subList(0, 3));
        Wire.Change request = (Wire.Change) change.request(7, nodes.get(1), 4_000);
        assertThat(request.terms()).isEqualTo(Wire.Terms.of(nodes.subList(0, 3), 4_000));
    }

    @Test
    void acknowledged_isAnswered_andGoesOnUntilEveryOwnerAnswered() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.STORED);
        assertThat(replies).isEmpty();

        reply(0, Replicas.KEPT);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(isOver).isFalse();
        reply(2, Replicas.STORED);
        assertThat(isOver).isTrue();
        assertThat(begun).isEmpty();
    }

    @Test
    void takenByAllButTheFirstOwner_waitsForIt_andGoesOnWithoutItWhenItIsSuspect() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.STORED);
        reply(2, Replicas.STORED);
        assertThat(replies).isEmpty();

        view = view(25, 0);
        silent(0);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(isOver).isFalse();
    }

    @Test
    void refusedForNow_isSentAgainAfterThatTime_alsoAfterTheAnswer() {
        begin(Wire.Condition.ALWAYS);
        reply(0, Replicas.STORED);
        reply(1, BUSY);
        assertThat(alarmMillis).isEqualTo(30);
        reply(2, Replicas.STORED);
        assertThat(replies).hasSize(1);
        assertThat(asked).isEmpty();

        alarmAt(30);

        assertThat(asked).containsExactly(nodes.get(1));
        assertThat(counts.resent.sum()).isOne();
        reply(1, Replicas.STORED);
        assertThat(isOver).isTrue();
    }

    @Test
    void refusedForNow_untilTheDeadline_isRefused_andTakenBackWhereItWasTaken() {
        begin(Wire.Condition.ALWAYS);
        reply(0, BUSY);
        reply(1, Replicas.STORED);
        reply(2, Replicas.STORED);

        take(change.onTimeout());

        assertThat(replies).containsExactly("refused much to do");
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.RETRACTED));
        assertThat(told(begun.get(0))).containsExactlyElementsOf(nodes.subList(0, 3));
    }

    @Test
    void refusedByTheFirstOwner_isRefusedAtOnce_andTakenBack() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.STORED);

        reply(0, Replicas.REFUSED);

        assertThat(replies).containsExactly("refused no");
        assertThat(begun).hasSize(1);
        assertThat(counts.retracted.sum()).isOne();
    }

    @Test
    void refusedByAll_isNotTakenBack() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.REFUSED);
        reply(2, Replicas.FAILED);

        assertThat(replies).containsExactly("refused no");
        assertThat(begun).as("the first owner may have taken it").hasSize(1);

        begin(Wire.Condition.ALWAYS);
        begun.clear();
        reply(2, Replicas.REFUSED);
        reply(0, Replicas.FAILED);
        assertThat(replies).endsWith("failed script:1: broken");
        assertThat(begun).as("the second owner may have taken it").hasSize(1);

        begin(Wire.Condition.IF_ABSENT);
        begun.clear();
        reply(0, Replicas.REFUSED);
        assertThat(begun).as("nobody else was asked").isEmpty();
    }

    @Test
    void refusedByOneThatIsOverruled_isToldSo() {
        begin(Wire.Condition.ALWAYS);
        reply(2, Replicas.REFUSED);
        reply(0, Replicas.STORED);

        reply(1, Replicas.STORED);

        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.OVERRULED));
        assertThat(told(begun.get(0))).containsExactly(nodes.get(2));
        assertThat(isOver).isTrue();
    }

    @Test
    void refusedAfterTheAnswer_isToldSoAsWell() {
        begin(Wire.Condition.ALWAYS);
        reply(0, Replicas.STORED);
        reply(1, Replicas.STORED);

        reply(2, Replicas.REFUSED);

        assertThat(begun).hasSize(1);
        assertThat(isOver).isTrue();
    }

    @Test
    void silentOwner_isAskedAgain_andTheOutcomeIsUnknownAtTheDeadline() {
        begin(Wire.Condition.ALWAYS);
        silent(0);
        assertThat(alarmMillis).as("to see whether it is suspect").isEqualTo(300);
        alarmAt(300);
        assertThat(asked).isEmpty();
        alarmAt(1_000);
        assertThat(asked).containsExactly(nodes.get(0));

        take(change.onTimeout());

        assertThat(late)
                .startsWith("3 of the 3 owners of key")
                .contains("2 must take the change")
                .endsWith("its outcome is unknown, it may still take effect");
        assertThat(begun).isEmpty();
    }

    @Test
    void notOwner_isAskedAgainWithAFreshView() {
        begin(Wire.Condition.ALWAYS);
        reply(0, Replicas.STORED);
        reply(1, NOT_OWNER);
        assertThat(alarmMillis).isEqualTo(200);
        List<Contact> rest = new ArrayList<>(nodes);
        rest.remove(nodes.get(2));
        view = RoutingView.of(rest, Set.of());

        alarmAt(200);

        assertThat(asked).containsExactly(nodes.get(1), nodes.get(3));
        assertThat(((Wire.Change) change.request(1, nodes.get(3), 10)).terms())
                .isEqualTo(Wire.Terms.of(List.of(nodes.get(0), nodes.get(1), nodes.get(3)), 10));
        reply(3, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 1");
    }

    @Test
    void ownerThatIsGone_isReplacedByTheNext() {
        begin(Wire.Condition.ALWAYS);
        reply(0, Replicas.STORED);
        List<Contact> rest = new ArrayList<>(nodes);
        rest.remove(nodes.get(1));
        view = RoutingView.of(rest, Set.of());
        take(change.onGone(nodes.get(1)));

        alarmAt(200);

        assertThat(asked).containsExactly(nodes.get(3));
    }

    @Test
    void supersededAtTheFirstOwner_isRepeatedOnceWithANewerVersion() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.STORED);

        reply(0, SUPERSEDED);

        assertThat(asked).containsExactlyElementsOf(nodes.subList(0, 3));
        assertThat(((Wire.Change) change.request(1)).version()).isEqualTo(Replicas.version(2));
        assertThat(counts.repeated.sum()).isOne();
        reply(0, SUPERSEDED);
        reply(1, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 2");
    }

    @Test
    void repeatedAndThenRefused_takesBothVersionsBack() {
        begin(Wire.Condition.ALWAYS);
        reply(1, Replicas.STORED);
        reply(0, SUPERSEDED);

        reply(0, Replicas.REFUSED);

        assertThat(begun)
                .extracting(told -> ((Wire.Resolve) told.request(1)).version())
                .containsExactlyInAnyOrder(Replicas.version(1), Replicas.version(2));
    }

    @Test
    void ofAnEmptyKey_theFirstOwnerDecides_thenTheRestTakeIt_andTheHoldersHearThatItStands() {
        begin(Wire.Condition.IF_ABSENT);
        assertThat(asked).containsExactly(nodes.get(0));

        reply(0, Replicas.STORED);
        assertThat(asked).containsExactly(nodes.get(1), nodes.get(2));
        assertThat(replies).isEmpty();

        reply(2, Replicas.STORED);
        assertThat(replies).containsExactly("acknowledged 1");
        assertThat(told(begun.get(0))).containsExactly(nodes.get(0), nodes.get(2));
        assertThat(begun.get(0).request(1))
                .isEqualTo(new Wire.Resolve(1, Replicas.KEY, Replicas.version(1), Wire.Resolution.CONFIRMED));
        reply(1, Replicas.STORED);
        assertThat(told(begun.get(1))).containsExactly(nodes.get(1));
        assertThat(isOver).isTrue();
    }

    @Test
    void ofAnEmptyKey_theNextOwnerDecides_whenTheFirstIsSuspect() {
        begin(Wire.Condition.IF_ABSENT);
        silent(0);
        assertThat(asked).isEmpty();
        view = view(25, 0);

        alarmAt(300);

        assertThat(asked).containsExactly(nodes.get(1));
    }

    @Test
    void ofAnEmptyKey_failed_isTakenBack() {
        begin(Wire.Condition.IF_ABSENT);
        reply(0, Replicas.STORED);

        take(change.onTimeout());

        assertThat(late).endsWith("it is taken back");
        assertThat(begun).hasSize(1);
    }

    @Test
    void update_asksNobodyElse_whereTheOwnersHoldTheObject() {
        begin(Wire.Condition.IF_PRESENT);
        assertThat(asked).hasSize(3);
        for (int i = 0; i < 3; i++) {
            reply(i, kept(3));
            assertThat(asked).isEmpty();
        }

        assertThat(isOver).isTrue();
    }

    @Test
    void update_ofAnObjectWithMoreOwners_needsAMajorityOfThose() {
        begin(Wire.Condition.IF_PRESENT);

        reply(0, kept(5));

        assertThat(asked).containsExactly(nodes.get(3), nodes.get(4));
        reply(1, kept(5));
        assertThat(replies).isEmpty();
        reply(4, kept(5));
        assertThat(replies).hasSize(1);
    }

    @Test
    void update_ofAnObjectWithOneOwner_isTakenByIt_andAsksNoOtherNode() {
        begin(Wire.Condition.IF_PRESENT);
        reply(1, Replicas.ABSENT);
        assertThat(asked).isEmpty();

        reply(0, kept(1));

        assertThat(replies).hasSize(1);
        assertThat(isOver).isTrue();
    }

    @Test
    void update_thatNoOwnerHolds_asksTheOtherNeighbors_andIsTakenByWhoHoldsIt() {
        begin(Wire.Condition.IF_PRESENT);
        absent(0, 3);
        assertThat(asked).containsExactlyElementsOf(nodes.subList(3, 20));
        assertThat(((Wire.Change) change.request(1, nodes.get(9), 10)).terms()).isEqualTo(new Wire.Terms(0, 0, 10));

        absent(3, 19);
        assertThat(replies).isEmpty();
        reply(19, Replicas.STORED);

        assertThat(replies).containsExactly("acknowledged 1");
    }

    @Test
    void update_thatNobodyHolds_isNotFound_thoughASilentNeighborMayHoldIt() {
        begin(Wire.Condition.IF_PRESENT);
        absent(0, 19);

        silent(19);

        assertThat(replies).containsExactly("not found");
    }

    @Test
    void update_withASilentOwner_isNeverNotFound() {
        begin(Wire.Condition.IF_PRESENT);
        absent(0, 2);
        silent(2);

        take(change.onTimeout());

        assertThat(replies).isEmpty();
        assertThat(late).startsWith("1 of the 3 owners");
    }

    @Test
    void acksOfOne_areOfTheFirstOwner() {
        begin(Wire.Condition.ALWAYS, owners -> 1);
        reply(1, Replicas.STORED);
        assertThat(replies).isEmpty();

        reply(0, Replicas.STORED);

        assertThat(replies).hasSize(1);
    }

    @Test
    void noNodeKnown_isUnreachable() {
        view = RoutingView.empty();
        change = new ChangeOperation<>(new Words(Wire.Condition.ALWAYS), 3, owners -> 1, coordination());

        assertThat(((NextStep.Broken<String>) change.begin()).reason()).isEqualTo(NoReply.NOBODY_KNOWN);
    }

    private static ReplicaReply kept(int replicas) {
        return new ReplicaReply.Kept(Usage.NONE, replicas);
    }

    private void begin(Wire.Condition condition) {
        begin(condition, owners -> owners / 2 + 1);
    }

    private void begin(Wire.Condition condition, IntUnaryOperator acks) {
        change = new ChangeOperation<>(new Words(condition), 3, acks, coordination());
        take(change.begin());
    }

    private Coordination coordination() {
        return new Coordination(() -> view, () -> Replicas.version(++versions), () -> now, 10_000, counts);
    }

    private RoutingView view(int count, int... suspects) {
        Set<org.cometkv.routing.NodeId> ids = java.util.Arrays.stream(suspects)
                .mapToObj(i -> nodes.get(i).id())
                .collect(Collectors.toSet());
        return RoutingView.of(nodes.subList(0, count), ids);
    }

    private void reply(int node, ReplicaReply reply) {
        take(change.onReply(nodes.get(node), reply));
    }

    private void absent(int from, int to) {
        for (int i = from; i < to; i++) {
            asked.clear();
            reply(i, Replicas.ABSENT);
        }
    }

    private void silent(int node) {
        take(change.onSilent(nodes.get(node)));
    }

    private void alarmAt(long millis) {
        now = millis;
        take(change.onAlarm());
    }

    private static List<Contact> told(ResolveOperation told) {
        NextStep<Void> step = told.begin();
        return ((NextStep.Ask<Void>) ((NextStep.Alarm<Void>) step).then()).replicas();
    }

    /** Does as the table of requests does. */
    private void take(NextStep<String> first) {
        asked.clear();
        alarmMillis = -1;
        NextStep<String> step = first;
        while (true) {
            if (step instanceof NextStep.Answer<String> answer) {
                replies.add(answer.reply());
                step = answer.then();
            } else if (step instanceof NextStep.Alarm<String> alarm) {
                alarmMillis = alarm.millis();
                step = alarm.then();
            } else if (step instanceof NextStep.Begin<String> begin) {
                begun.add((ResolveOperation) begin.other());
                step = begin.then();
            } else if (step instanceof NextStep.Become<String> become) {
                change = (ChangeOperation<String>) become.other();
                step = change.begin();
            } else {
                last(step);
                return;
            }
        }
    }

    private void last(NextStep<String> step) {
        if (step instanceof NextStep.Ask<String> ask) {
            asked.addAll(ask.replicas());
        } else if (step instanceof NextStep.Done<String> done) {
            replies.add(done.reply());
            isOver = true;
        } else if (step instanceof NextStep.Broken<String> broken) {
            late = broken.message();
            isOver = true;
        } else if (step instanceof NextStep.End<String>) {
            isOver = true;
        }
    }
}
