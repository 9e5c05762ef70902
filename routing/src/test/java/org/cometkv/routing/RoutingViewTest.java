package org.cometkv.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingViewTest {

    private static final Key KEY = new Key(0, 0, 0, 0);

    @Test
    void emptyView_ownsNothing() {
        RoutingView view = RoutingView.empty();

        assertThat(view.contacts()).isEmpty();
        assertThat(view.owners(KEY, 3)).isEmpty();
        assertThat(view.neighbors(KEY)).isEmpty();
        assertThat(view.contact(new NodeId(KEY))).isEmpty();
        assertThat(view.isNeighbor(KEY, new NodeId(KEY))).isFalse();
    }

    @Test
    void owners_areTheClosestNClosestFirst() {
        RoutingView view = RoutingView.of(contacts(5), Set.of());

        assertThat(view.owners(KEY, 3)).containsExactly(contact(1), contact(2), contact(3));
        assertThat(view.owners(new Key(0, 0, 0, 4), 2)).containsExactly(contact(4), contact(5));
    }

    @Test
    void ownersOverTheSize_areAllNodes() {
        RoutingView view = RoutingView.of(contacts(2), Set.of());

        assertThat(view.owners(KEY, 3)).containsExactly(contact(1), contact(2));
        assertThat(view.owners(KEY, Integer.MAX_VALUE)).hasSize(2);
    }

    @Test
    void ownersNone_isEmptyAndLessIsRefused() {
        RoutingView view = RoutingView.of(contacts(2), Set.of());

        assertThat(view.owners(KEY, 0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view.owners(KEY, -1))
                .withMessageContaining("not -1");
    }

    @Test
    void neighbors_areTheTwentyClosestAndTheTwentyFirstIsNone() {
        RoutingView view = RoutingView.of(contacts(21), Set.of());

        assertThat(view.neighbors(KEY)).hasSize(20).doesNotContain(contact(21));
        assertThat(view.isNeighbor(KEY, contact(20).id())).isTrue();
        assertThat(view.isNeighbor(KEY, contact(21).id())).isFalse();
        assertThat(view.isNeighbor(KEY, contact(99).id())).as("not in the view").isFalse();
    }

    @Test
    void contact_isFoundByItsIdOnly() {
        RoutingView view = RoutingView.of(contacts(21), Set.of());

        for (Contact contact : contacts(21)) {
            assertThat(view.contact(contact.id())).contains(contact);
        }
        assertThat(view.contact(contact(22).id())).isEmpty();
        assertThat(view.contact(new NodeId(new Key(-1, 0, 0, 1)))).isEmpty();
    }

    @Test
    void contacts_areInUnsignedOrderOfTheirIds() {
        Contact high = new Contact(new NodeId(new Key(-1, 0, 0, 0)), "high", 1);
        Contact low = new Contact(new NodeId(new Key(1, 0, 0, 0)), "low", 1);

        assertThat(RoutingView.of(List.of(high, low), Set.of()).contacts()).containsExactly(low, high);
    }

    @Test
    void duplicateId_isRefusedThoughTheAddressDiffers() {
        NodeId id = NodeId.of("a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoutingView.of(
                        List.of(new Contact(id, "one", 1), contact(1), new Contact(id, "two", 2)), Set.of()))
                .withMessage("two contacts have the id " + id);
    }

    @Test
    void suspectNode_isStillAnOwner() {
        RoutingView view = RoutingView.of(contacts(3), Set.of(contact(1).id()));

        assertThat(view.isSuspect(contact(1).id())).isTrue();
        assertThat(view.isSuspect(contact(2).id())).isFalse();
        assertThat(view.owners(KEY, 1)).containsExactly(contact(1));
    }

    @Test
    void leaver_ownsForGetsUntilItIsGone_andForChangesTheNextOneDoes() {
        Set<NodeId> leavers = Set.of(contact(1).id(), contact(3).id());
        RoutingView view = RoutingView.of(contacts(5), Set.of(), leavers);

        assertThat(view.owners(KEY, 3)).containsExactly(contact(1), contact(2), contact(3));
        assertThat(view.changeOwners(KEY, 3)).containsExactly(contact(2), contact(4), contact(5));
        assertThat(view.changeOwners(KEY, 2)).containsExactly(contact(2), contact(4));
        assertThat(view.changeOwners(KEY, 4)).as("all that stay").hasSize(3);
        assertThat(view.isLeaving(contact(1).id())).isTrue();
        assertThat(view.isLeaving(contact(2).id())).isFalse();
    }

    @Test
    void whereAllLeave_theyOwnChangesStill() {
        RoutingView view = RoutingView.of(
                contacts(2), Set.of(), Set.of(contact(1).id(), contact(2).id()));

        assertThat(view.changeOwners(KEY, 3)).containsExactly(contact(1), contact(2));
    }

    @Test
    void view_doesNotSeeLaterChangesOfItsSource() {
        List<Contact> source = new ArrayList<>(contacts(2));
        RoutingView view = RoutingView.of(source, Set.of());

        source.clear();

        assertThat(view.contacts()).hasSize(2);
        assertThat(view.owners(KEY, 2)).hasSize(2);
    }

    @Test
    void idsThatDifferInTheLastBitOnly_areOrdered() {
        Contact even = new Contact(new NodeId(new Key(-1, -1, -1, -2)), "even", 1);
        Contact odd = new Contact(new NodeId(new Key(-1, -1, -1, -1)), "odd", 1);
        RoutingView view = RoutingView.of(List.of(even, odd), Set.of());

        assertThat(view.closest(odd.id().point(), 2)).containsExactly(odd, even);
        assertThat(view.closest(even.id().point(), 2)).containsExactly(even, odd);
    }

    @Test
    void contactArguments_atTheLimitPassAndOneOverIsRefused() {
        NodeId id = NodeId.of("a");

        assertThat(new Contact(id, "h", 0).address()).isEqualTo("h:0");
        assertThat(new Contact(id, "h", 65_535)).hasToString(id.brief() + "@h:65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(id, "h", 65_536))
                .withMessageContaining("65536");
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact(id, "h", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact(id, "", 1));
    }

    private static List<Contact> contacts(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(RoutingViewTest::contact)
                .toList();
    }

    /** The node at the point {@code n}: also its distance from {@link #KEY}. */
    private static Contact contact(int n) {
        return new Contact(new NodeId(new Key(0, 0, 0, n)), "node" + n, n);
    }
}
