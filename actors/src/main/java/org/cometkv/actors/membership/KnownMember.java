package org.cometkv.actors.membership;

import org.cometkv.aso.Limits;
import org.cometkv.routing.Contact;

/** A member as the cluster and its own greeting tell of it. Not thread-safe; owned by Membership. */
final class KnownMember {

    final long incarnation;
    /** Whether the cluster says that it is one; what it says of others before that is kept. */
    boolean isMember;

    /** Whether the cluster says that it does not answer. */
    boolean isUnreachable;
    /** Whether nobody listens at its address any more. */
    boolean hasEnded;
    /** Null until it has greeted. */
    Contact contact;

    /** Whether it is to own keys, as it says. */
    boolean hostsObjects;
    /** Null until it has greeted, or has become a member if it is this node. */
    Limits limits;
    /** Whether its limits are lower than those in force. */
    boolean isBelow;
    /** Whether the RoutingTableManager was told that it owns keys. */
    boolean isAnnouncedOwner;
    /** Whether the RoutingTableManager was told of it. */
    boolean isAnnounced;
    /** Whether it knew its cluster when it greeted. */
    boolean wasReady;
    /** The step of this node at which the cluster named it. */
    long joinedStep;
    /** The step at which this node, being ready, knew it under its id. */
    long heldStep = Long.MAX_VALUE;
    /** Whether it was told of that it has the id of another member. */
    boolean isDuplicate;
    /** Whether it speaks another protocol. */
    boolean isForeign;
    /** Whether it announced that it leaves. */
    boolean isLeaving;
    /** Whether it does not know yet that this node owns keys no more, or again. */
    boolean isToBeTold;
    /** Whether it knows that this node leaves. */
    boolean knowsLeave;

    KnownMember(long incarnation) {
        this.incarnation = incarnation;
    }

    /** Whether it is to own keys and its limits are known. */
    boolean isHost() {
        return hostsObjects && limits != null;
    }

    /** Whether it owns keys, as far as its limits are concerned. */
    boolean ownsKeys() {
        return isHost() && !isBelow;
    }

    boolean isSuspect() {
        return isUnreachable || hasEnded;
    }
}
