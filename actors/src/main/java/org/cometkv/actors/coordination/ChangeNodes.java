package org.cometkv.actors.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.RoutingView;

/**
 * The nodes that a change has to do with: the owners as this node sees them now, the neighbors that are asked beside
 * them, and those that were owners when they were asked. Not thread-safe; owned by the operation.
 */
final class ChangeNodes {

    private final Key key;
    private final Coordination coordination;
    private final Map<Contact, AskedNode> all = new LinkedHashMap<>();
    private List<AskedNode> owners = List.of();
    private List<Contact> ownersNamed = List.of();
    private List<AskedNode> others = List.of();

    ChangeNodes(Key key, Coordination coordination) {
        this.key = key;
        this.coordination = coordination;
    }

    /** The owners, closest first. */
    List<AskedNode> owners() {
        return owners;
    }

    /** Their contacts. */
    List<Contact> ownersNamed() {
        return ownersNamed;
    }

    /** The neighbors that are asked beside the owners. */
    List<AskedNode> others() {
        return others;
    }

    /** Reads the owners from the view as it is now; where it has none, they stay. */
    void findOwners(int replicas) {
        List<Contact> found = coordination.owners(key, replicas);
        if (!found.isEmpty()) {
            ownersNamed = List.copyOf(found);
            owners = found.stream().map(this::node).toList();
            others = others.stream().filter(node -> !owners.contains(node)).toList();
        }
    }

    /** Names the neighbors that are no owners. */
    void findOthers() {
        others = coordination.view().get().neighbors(key).stream()
                .filter(neighbor -> !ownersNamed.contains(neighbor))
                .map(this::node)
                .toList();
        readSuspects();
    }

    AskedNode node(Contact contact) {
        return all.computeIfAbsent(contact, AskedNode::new);
    }

    void readSuspects() {
        RoutingView view = coordination.view().get();
        owners.forEach(node -> node.suspect(view.isSuspect(node.contact.id())));
        others.forEach(node -> node.suspect(view.isSuspect(node.contact.id())));
    }

    /** Whether any node may have taken the change, or may yet do so. */
    boolean mayHold() {
        return all.values().stream().anyMatch(AskedNode::mayHold);
    }

    /** All that were asked, and the present owners. */
    List<Contact> concerned(int replicas) {
        List<Contact> concerned = new ArrayList<>(coordination.owners(key, replicas));
        all.values().stream()
                .filter(AskedNode::wasAsked)
                .map(node -> node.contact)
                .filter(node -> !concerned.contains(node))
                .forEach(concerned::add);
        return concerned;
    }

    /** The owners of that kind that were not told yet how the change ended; from now on they count as told. */
    List<Contact> unresolved(Predicate<AskedNode> which) {
        List<Contact> nodes = new ArrayList<>();
        for (AskedNode owner : owners) {
            if (which.test(owner) && owner.resolve()) {
                nodes.add(owner.contact);
            }
        }
        return nodes;
    }

    /** What each said last, owners first. */
    ReplicaReplies said() {
        List<AskedNode> nodes = new ArrayList<>(owners);
        nodes.addAll(others);
        ReplicaReplies said =
                new ReplicaReplies(nodes.stream().map(node -> node.contact).toList());
        nodes.forEach(node -> node.reply().ifPresent(reply -> said.reply(node.contact, reply)));
        return said;
    }

    /** One owner that took the change where another one has not, if there are such. */
    Optional<Contact> holderOfUneven(Acknowledgement rule) {
        boolean isEven = owners().stream()
                .allMatch(node -> node.said().isLast() && node.said() != Said.ABSENT && !rule.isLost(node, false));
        return owners().stream()
                .filter(node -> !isEven && node.said() == Said.TAKEN && !node.isSuspect())
                .map(node -> node.contact)
                .findFirst();
    }
}
