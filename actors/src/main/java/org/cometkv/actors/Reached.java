package org.cometkv.actors;

import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.wire.ReplicaReply;

/**
 * The subscribers to whom an update was published, at the replicas that had taken it when it was acknowledged.
 *
 * @param nodes that were sent a message
 * @param subscribers on these nodes
 * @param outOfCredit nodes that were sent nothing yet, because they have not taken enough of what went before
 */
public record Reached(int nodes, int subscribers, int outOfCredit) {

    static Reached of(ReplicaReplies said) {
        int nodes = 0;
        int subscribers = 0;
        int outOfCredit = 0;
        for (int i = 0; i < said.size(); i++) {
            if (said.reply(i) instanceof ReplicaReply.Kept kept) {
                nodes += kept.reach().nodes();
                subscribers += kept.reach().subscribers();
                outOfCredit += kept.reach().outOfCredit();
            }
        }
        return new Reached(nodes, subscribers, outOfCredit);
    }
}
