package org.cometkv.routing;

/** A change of the nodes that this node knows. */
public record MembershipChange(Kind kind, Contact node) {

    /** What changed. */
    public enum Kind {
        /** The node is a member and has greeted; it owns keys if it hosts objects. */
        JOINED,
        /** The node does not answer at the moment; it is still an owner, asked last. */
        SUSPECTED,
        /** The suspected node answers again. */
        RECOVERED,
        /** The node announced that it leaves: it serves gets until it is gone, and owns no changes any more. */
        LEAVING,
        /** The node is no member any more. */
        GONE,
        /** This very node was removed from its cluster and takes part no more. */
        DOWNED
    }
}
