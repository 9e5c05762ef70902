package org.cometkv.actors.membership;

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

    boolean hostsObjects;
    /** Whether the RoutingTableManager was told of it. */
    boolean isAnnounced;
    /** Whether it speaks another protocol. */
    boolean isForeign;
    /** Whether it announced that it leaves. */
    boolean isLeaving;
    /** Whether it knows that this node leaves. */
    boolean knowsLeave;

    KnownMember(long incarnation) {
        this.incarnation = incarnation;
    }

    boolean isSuspect() {
        return isUnreachable || hasEnded;
    }
}
