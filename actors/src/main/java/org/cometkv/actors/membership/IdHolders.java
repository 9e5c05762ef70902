package org.cometkv.actors.membership;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.routing.NodeId;

/**
 * The holders of the ids of members: of several members with one id, which is a mistake in a configuration, one has it.
 * Not thread-safe; owned by Membership.
 *
 * <p>Whoever owns nothing comes last, and a node that ends because of its id says that it owns nothing. A member that
 * was there before comes before one that joins, for it holds what was put under the id; of two that join at once the
 * lower incarnation comes first. The two themselves decide by what they say of each other alone, so that they agree;
 * and whatever other nodes think until then, one of the two owns nothing in the end.
 */
final class IdHolders {

    /** The step of this node at which something has not happened yet. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<NodeId, KnownMember> byId = new LinkedHashMap<>();
    private final KnownMember self;
    private long steps;
    private boolean isSettled;

    /** @param self the member that the node itself is, or will be */
    IdHolders(KnownMember self) {
        this.self = self;
    }

    /** The cluster names the member. */
    void joined(KnownMember member) {
        member.joinedStep = ++steps;
    }

    /** The node is ready: all that it knows were there before whoever joins from now on. */
    void settle() {
        isSettled = true;
        steps++;
        byId.values().forEach(member -> member.heldStep = steps);
    }

    /** Who else has the id of this member; empty if nobody. */
    Optional<KnownMember> other(KnownMember member) {
        return Optional.ofNullable(byId.get(member.contact.id())).filter(holder -> holder != member);
    }

    /** From now on the member has its id. */
    void hold(KnownMember member) {
        byId.put(member.contact.id(), member);
        member.heldStep = isSettled ? ++steps : NEVER;
    }

    /** The member has its id no more; who waits for it, if anybody does. */
    Optional<KnownMember> release(KnownMember member, Collection<KnownMember> members) {
        NodeId id = member.contact.id();
        if (!byId.remove(id, member)) {
            return Optional.empty();
        }
        return members.stream()
                .filter(each -> each != member && each.isMember && each.contact != null)
                .filter(each -> each.contact.id().equals(id))
                .reduce((one, other) -> isBefore(other, one) ? other : one);
    }

    /** Whether, of two members with one id, it is the first that has it. */
    boolean isBefore(KnownMember one, KnownMember other) {
        if (one.hostsObjects != other.hostsObjects) {
            return one.hostsObjects;
        }
        boolean isThird = one != self && other != self;
        if (isThird && (one.heldStep < other.joinedStep || other.heldStep < one.joinedStep)) {
            return one.heldStep < other.joinedStep;
        }
        return one.wasReady == other.wasReady
                ? Long.compareUnsigned(one.incarnation, other.incarnation) < 0
                : one.wasReady;
    }
}
