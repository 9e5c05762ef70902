package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CoOwnersTest {

    @RepeatedTest(20)
    void coOwners_ofAnyNode_areAllWithWhichItSharesAKey(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        RoutingView view = view(random, 1 + random.nextInt(60));
        NodeId self =
                view.contacts().get(random.nextInt(view.contacts().size())).id();
        int replicas = 1 + random.nextInt(4);

        Set<Contact> sharing = new LinkedHashSet<>();
        for (int i = 0; i < 5_000; i++) {
            List<Contact> owners = view.owners(key(random), replicas);
            if (owners.stream().anyMatch(owner -> owner.id().equals(self))) {
                sharing.addAll(owners);
            }
        }
        sharing.removeIf(contact -> contact.id().equals(self));

        assertThat(CoOwners.of(view, self, replicas)).containsAll(sharing);
    }

    @Test
    void coOwners_amongAThousandNodes_areFew() {
        Random random = new Random(7);
        RoutingView view = view(random, 1_000);

        int most = view.contacts().stream()
                .mapToInt(each -> CoOwners.of(view, each.id(), 3).size())
                .max()
                .orElseThrow();

        assertThat(most).isLessThan(60);
    }

    private static RoutingView view(Random random, int nodes) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            contacts.add(new Contact(new NodeId(key(random)), "host", i + 1));
        }
        return RoutingView.of(contacts, Set.of());
    }

    private static Key key(Random random) {
        return new Key(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }
}
