package org.cometkv.actors.requests;

import java.util.List;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;

/** The replies of several nodes to the same question. Not thread-safe; owned by its operation. */
public final class ReplicaReplies {

    private final List<Contact> asked;
    private final ReplicaReply[] replies;
    private final boolean[] silent;

    public ReplicaReplies(List<Contact> asked) {
        this.asked = List.copyOf(asked);
        this.replies = new ReplicaReply[asked.size()];
        this.silent = new boolean[asked.size()];
    }

    public List<Contact> asked() {
        return asked;
    }

    public int size() {
        return replies.length;
    }

    public void reply(Contact replica, ReplicaReply reply) {
        replies[asked.indexOf(replica)] = reply;
    }

    public void silent(Contact replica) {
        silent[asked.indexOf(replica)] = true;
    }

    /** The reply of the node at this place, or null while there is none. */
    public ReplicaReply reply(int index) {
        return replies[index];
    }

    /** How many have neither answered nor let their time pass. */
    public int pending() {
        int pending = 0;
        for (int i = 0; i < replies.length; i++) {
            if (replies[i] == null && !silent[i]) {
                pending++;
            }
        }
        return pending;
    }

    /** How many have not answered, whether or not their time has passed. */
    public int unanswered() {
        return count(null);
    }

    /** How many answered in this way; null counts those that did not answer. */
    public int count(Class<? extends ReplicaReply> kind) {
        int count = 0;
        for (ReplicaReply reply : replies) {
            if (kind == null ? reply == null : kind.isInstance(reply)) {
                count++;
            }
        }
        return count;
    }

    /** The first reply of this kind, in the order of the nodes. */
    public <T extends ReplicaReply> T first(Class<T> kind) {
        for (ReplicaReply reply : replies) {
            if (kind.isInstance(reply)) {
                return kind.cast(reply);
            }
        }
        throw new IllegalStateException("no node answered " + kind.getSimpleName());
    }
}
