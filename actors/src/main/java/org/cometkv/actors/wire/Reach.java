package org.cometkv.actors.wire;

/**
 * The subscribers that an event's messages went to.
 *
 * @param nodes with subscribers
 * @param subscribers on these
 * @param outOfCredit nodes to which they could not be sent at once
 */
public record Reach(int nodes, int subscribers, int outOfCredit) {

    /** The reach of an event that sent no message. */
    public static final Reach NONE = new Reach(0, 0, 0);

    /** The reach of what went to the same subscribers later: the worst of both. */
    public Reach and(Reach later) {
        if (equals(NONE)) {
            return later;
        }
        return later.equals(NONE)
                ? this
                : new Reach(later.nodes, later.subscribers, Math.max(outOfCredit, later.outOfCredit));
    }

    /** Whether nobody was reached. */
    public boolean isNone() {
        return nodes == 0;
    }
}
