package org.cometkv.actors;

import java.util.Optional;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Usage;
import org.cometkv.routing.Key;

/** The destination of the reply to a change that is on the disk before it is acknowledged. Thread-safe. */
record SyncedReply(Key key, ObjectStore store, ReplyTo replyTo) implements ReplyTo {

    @Override
    public void reply(ReplicaReply reply) {
        if (reply instanceof ReplicaReply.Refused || reply instanceof ReplicaReply.Failed) {
            replyTo.reply(reply);
            return;
        }
        store.whenSynced(
                key,
                failure -> replyTo.reply(
                        failure.<ReplicaReply>map(SyncedReply::unsynced).orElse(reply)));
    }

    /** The node holds it, and may forget it: whoever asked does not know its outcome. */
    private static ReplicaReply unsynced(String why) {
        return new ReplicaReply.Failed(
                new Failure(Optional.empty(), "the change is not on the disk of this node: " + why), Usage.NONE);
    }

    @Override
    public void actorEnded() {
        replyTo.actorEnded();
    }
}
