package org.cometkv.actors;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;

/**
 * The result of a put or remove on one node.
 *
 * @param detail a sentence for a no or a failure; empty otherwise
 */
public record ReplicaResult(Contact replica, Word word, String detail, Usage usage) {

    /** The gist of it. */
    public enum Word {
        STORED,
        KEPT,
        REMOVED,
        /** It holds what is newer: the change counts as taken and had no effect. */
        SUPERSEDED,
        ABSENT,
        REFUSED,
        FAILED,
        /** It has not answered, or not yet. */
        SILENT
    }

    /** The results of all nodes that were asked, in their order. */
    static List<ReplicaResult> all(ReplicaReplies tally) {
        List<ReplicaResult> all = new ArrayList<>(tally.size());
        for (int i = 0; i < tally.size(); i++) {
            all.add(of(tally.asked().get(i), tally.reply(i)));
        }
        return all;
    }

    /** The result that a node's reply stands for; null is no reply yet. */
    static ReplicaResult of(Contact replica, ReplicaReply reply) {
        if (reply instanceof ReplicaReply.Stored stored) {
            return new ReplicaResult(replica, Word.STORED, "", stored.usage());
        }
        if (reply instanceof ReplicaReply.Kept kept) {
            return new ReplicaResult(replica, Word.KEPT, "", kept.usage());
        }
        if (reply instanceof ReplicaReply.Removed removed) {
            return new ReplicaResult(replica, Word.REMOVED, "", removed.usage());
        }
        if (reply instanceof ReplicaReply.Refused refused) {
            return new ReplicaResult(replica, Word.REFUSED, refused.refusal().message(), refused.usage());
        }
        if (reply instanceof ReplicaReply.Failed failed) {
            return new ReplicaResult(replica, Word.FAILED, failed.failure().message(), failed.usage());
        }
        if (reply instanceof ReplicaReply.Superseded) {
            return new ReplicaResult(replica, Word.SUPERSEDED, "", Usage.NONE);
        }
        if (reply instanceof ReplicaReply.Absent) {
            return new ReplicaResult(replica, Word.ABSENT, "", Usage.NONE);
        }
        return new ReplicaResult(replica, Word.SILENT, "", Usage.NONE);
    }
}
