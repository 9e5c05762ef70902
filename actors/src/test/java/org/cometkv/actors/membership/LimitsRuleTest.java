package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Limits;
import org.junit.jupiter.api.Test;

class LimitsRuleTest {

    private static final Limits OWN = Limits.DEFAULTS;
    private static final Limits LOW = OWN.with(Limits.Name.FUEL, 50_000);
    private static final Limits HIGH = OWN.with(Limits.Name.FUEL, 200_000);

    private final List<KnownMember> members = new ArrayList<>();
    private final KnownMember self = member(true);
    private final LimitsRule rule = new LimitsRule(OWN, self, members);

    @Test
    void founder_hasItsOwnInForce_onceItIsReady() {
        begin();
        assertThat(rule.inForce()).isEmpty();

        rule.settle();

        assertThat(rule.inForce()).contains(OWN);
        assertThat(rule.hasChanged()).isTrue();
        assertThat(rule.hasChanged()).isFalse();
    }

    @Test
    void joiner_withLowerLimits_isBelow_andSaysBothValues() {
        begin();
        greeted(HIGH, Optional.of(HIGH));
        rule.settle();

        assertThat(self.ownsKeys()).isFalse();
        assertThat(rule.inForce()).contains(HIGH);
        assertThat(rule.fault())
                .isEqualTo("this node owns no keys, because its limits are lower than those of its cluster:"
                        + " comet.limits.fuel is 100000, this cluster's is 200000");
    }

    @Test
    void joiner_withHigherLimits_isAnOwner_andTheLowestHold() {
        begin();
        greeted(LOW, Optional.of(LOW));
        greeted(HIGH, Optional.of(LOW));
        rule.settle();

        assertThat(members).allMatch(KnownMember::ownsKeys);
        assertThat(rule.inForce()).contains(LOW);
        assertThat(rule.fault()).isEmpty();
    }

    @Test
    void lowestLimits_riseOnceTheLastThatHasThemIsGone() {
        begin();
        KnownMember first = greeted(LOW, Optional.of(LOW));
        KnownMember second = greeted(LOW, Optional.of(LOW));
        rule.settle();

        leave(first);
        assertThat(rule.inForce()).contains(LOW);
        leave(second);
        assertThat(rule.inForce()).contains(OWN);
    }

    @Test
    void membersBelow_stayThere_untilNobodyElseIsLeft() {
        begin();
        KnownMember high = greeted(HIGH, Optional.of(HIGH));
        rule.settle();
        KnownMember newcomer = greeted(LOW, Optional.empty());
        assertThat(self.ownsKeys()).isFalse();
        assertThat(newcomer.ownsKeys()).isFalse();
        assertThat(rule.inForce()).contains(HIGH);

        leave(high);

        assertThat(self.ownsKeys()).isTrue();
        assertThat(newcomer.ownsKeys()).isTrue();
        assertThat(rule.inForce()).contains(LOW);
        assertThat(rule.fault()).isEmpty();
    }

    @Test
    void amongNodesThatAllJoinAtOnce_theLowestIsInForce() {
        begin();
        greeted(LOW, Optional.empty());
        greeted(HIGH, Optional.empty());
        rule.settle();

        assertThat(members).allMatch(KnownMember::ownsKeys);
        assertThat(rule.inForce()).contains(LOW);
    }

    @Test
    void memberThatHostsNothing_countsForNothing() {
        begin();
        KnownMember client = member(false);
        members.add(client);
        rule.greeted(client, LOW, Optional.of(OWN));
        rule.settle();

        assertThat(rule.inForce()).contains(OWN);
        assertThat(client.isBelow).isFalse();
    }

    /** Some know already that the last with the lower limits is gone, and others do not. */
    @Test
    void ofWhatReadyMembersSay_theHighestCounts_alsoLater() {
        begin();
        greeted(HIGH, Optional.of(OWN));
        rule.settle();
        assertThat(self.ownsKeys()).isTrue();

        greeted(HIGH, Optional.of(HIGH));

        assertThat(self.ownsKeys()).isFalse();
        assertThat(rule.inForce()).contains(HIGH);
    }

    @Test
    void memberThatSaysThatItOwnsNothing_isCountedNoMore() {
        begin();
        KnownMember low = greeted(LOW, Optional.of(LOW));
        rule.settle();
        assertThat(rule.inForce()).contains(LOW);

        low.hostsObjects = false;
        rule.greeted(low, LOW, Optional.empty());

        assertThat(rule.inForce()).contains(OWN);
    }

    @Test
    void longerShortestTimer_isTheLowerLimit_andTheSliceIsEachNodesOwn() {
        Limits slower = OWN.with(Limits.Name.SHORTEST_TIMER, 2_000).with(Limits.Name.SLICE, 1_000);
        begin();
        rule.settle();
        KnownMember newcomer = greeted(slower, Optional.empty());

        assertThat(newcomer.isBelow).isTrue();
        assertThat(LimitsRule.lacks(slower, OWN))
                .isEqualTo("comet.limits.shortest-timer is 2000 ms, this cluster's is 1000 ms");
        assertThat(greeted(OWN.with(Limits.Name.SLICE, 1_000), Optional.empty()).ownsKeys())
                .isTrue();
    }

    private void begin() {
        members.add(self);
        rule.greeted(self, OWN, Optional.empty());
    }

    private KnownMember greeted(Limits limits, Optional<Limits> said) {
        KnownMember member = member(true);
        members.add(member);
        rule.greeted(member, limits, said);
        return member;
    }

    private void leave(KnownMember member) {
        members.remove(member);
        rule.left();
    }

    private static KnownMember member(boolean hostsObjects) {
        KnownMember member = new KnownMember(1);
        member.isMember = true;
        member.hostsObjects = hostsObjects;
        return member;
    }
}
