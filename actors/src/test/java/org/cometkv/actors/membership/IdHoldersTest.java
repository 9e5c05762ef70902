package org.cometkv.actors.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class IdHoldersTest {

    private final KnownMember self = member(5, false);
    private final IdHolders ids = new IdHolders(self);

    @Test
    void memberThatWasReady_isBeforeOneThatJoins() {
        assertThat(ids.isBefore(member(9, true), member(1, false))).isTrue();
        assertThat(ids.isBefore(member(1, false), member(9, true))).isFalse();
    }

    @Test
    void memberThatOwnsNothing_isLast() {
        KnownMember nothing = member(1, true);
        nothing.hostsObjects = false;

        assertThat(ids.isBefore(nothing, member(2, false))).isFalse();
        assertThat(ids.isBefore(member(2, false), nothing)).isTrue();
    }

    /** What others say of themselves may be old: a node does not say again that it is ready. */
    @Test
    void memberThatThisNodeKnew_isBeforeOneThatJoinsLater_unlessThatIsBetweenThoseTwo() {
        KnownMember first = member(9, false);
        ids.joined(first);
        ids.hold(first);
        ids.settle();
        KnownMember later = member(1, true);
        ids.joined(later);
        assertThat(ids.isBefore(first, later)).isTrue();
        assertThat(ids.isBefore(later, first)).isFalse();

        ids.joined(self);
        assertThat(ids.isBefore(first, self)).as("by the incarnations").isFalse();
    }

    @Test
    void ofTwoThatJoinAtOnce_orWereBothReady_theLowerIncarnationIsFirst_unsigned() {
        for (boolean ready : new boolean[] {false, true}) {
            assertThat(ids.isBefore(member(1, ready), member(2, ready))).isTrue();
            assertThat(ids.isBefore(member(2, ready), member(1, ready))).isFalse();
            assertThat(ids.isBefore(member(2, ready), member(-1, ready))).isTrue();
        }
    }

    @Test
    void idThatIsFree_goesToTheFirstOfThoseThatWait() {
        KnownMember holder = member(1, true);
        KnownMember second = member(2, false);
        KnownMember third = member(3, false);
        assertThat(ids.other(holder)).isEmpty();
        ids.hold(holder);
        assertThat(ids.other(holder)).isEmpty();
        assertThat(ids.other(second)).contains(holder);

        assertThat(ids.release(third, List.of(holder, second)))
                .as("it has no id")
                .isEmpty();
        assertThat(ids.release(holder, List.of(third, second))).contains(second);
        assertThat(ids.other(second)).isEmpty();
    }

    private static KnownMember member(long incarnation, boolean wasReady) {
        KnownMember member = new KnownMember(incarnation);
        member.isMember = true;
        member.hostsObjects = true;
        member.wasReady = wasReady;
        member.contact = new Contact(NodeId.of("one"), "host-" + incarnation, 7);
        return member;
    }
}
