package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/**
 * The rule that says with which nodes a node may own a key in common.
 *
 * <p>Nodes whose ids leave the own one at the same bit are a side branch. A key on the own side of that bit has owners
 * on the branch only if the own side has too few nodes, and a key on the branch has this node for an owner only if the
 * branch has too few.
 */
final class CoOwners {

    private CoOwners() {}

    /** The nodes that may own a key of so many owners together with this node, suspects too, closest first. */
    static List<Contact> of(RoutingView view, NodeId self, int replicas) {
        List<Contact> closest = view.closest(self.point(), view.contacts().size());
        List<Contact> coOwners = new ArrayList<>();
        int from = 0;
        while (from < closest.size()) {
            int bits = commonBits(self, closest.get(from).id());
            int to = from;
            while (to < closest.size() && commonBits(self, closest.get(to).id()) == bits) {
                to++;
            }
            boolean isSelf = bits == Integer.MAX_VALUE;
            if (!isSelf && Math.min(from, to - from) < replicas) {
                coOwners.addAll(closest.subList(from, to));
            }
            from = to;
        }
        return coOwners;
    }

    private static int commonBits(NodeId a, NodeId b) {
        long[] xor = {
            a.point().a() ^ b.point().a(),
            a.point().b() ^ b.point().b(),
            a.point().c() ^ b.point().c(),
            a.point().d() ^ b.point().d()
        };
        for (int i = 0; i < xor.length; i++) {
            if (xor[i] != 0) {
                return i * Long.SIZE + Long.numberOfLeadingZeros(xor[i]);
            }
        }
        return Integer.MAX_VALUE;
    }
}
