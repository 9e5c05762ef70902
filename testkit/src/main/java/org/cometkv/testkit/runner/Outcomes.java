package org.cometkv.testkit.runner;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.cometkv.actors.AnswerSource;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.ReplicaResult;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.history.Outcome;

/** The outcomes that replies stand for. */
final class Outcomes {

    private Outcomes() {}

    /** The outcome of a stage that is complete: with a reply or with what broke it. */
    static Outcome of(Object reply, Throwable broken) {
        return broken == null ? of(reply) : unknown(broken);
    }

    private static Outcome of(Object reply) {
        if (reply instanceof GetReply get) {
            return get(get);
        }
        if (reply instanceof PutReply put) {
            return put(put);
        }
        if (reply instanceof RemoveReply remove) {
            return remove(remove);
        }
        if (reply instanceof List<?> all) {
            return new Outcome.FoundAll(all.stream()
                    .map(each -> get((GetReply) each))
                    .filter(each -> each instanceof Outcome.Found)
                    .map(each -> (Outcome.Found) each)
                    .toList());
        }
        return new Outcome.Returned(reply instanceof Value value ? value : Value.NIL);
    }

    private static Outcome get(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found(found.value(), found.answer());
        }
        if (reply instanceof GetReply.Empty empty) {
            return found(Value.NIL, empty.answer());
        }
        if (reply instanceof GetReply.NotFound) {
            return new Outcome.NotFound();
        }
        if (reply instanceof GetReply.Refused refused) {
            return new Outcome.Refused(refused.refusal().reason(), List.of());
        }
        return new Outcome.Failed(((GetReply.Failed) reply).failure().message());
    }

    private static Outcome.Found found(Value value, AnswerSource answer) {
        return new Outcome.Found(value, node(answer.replica()), answer.usage().fuel());
    }

    private static Outcome put(PutReply reply) {
        if (reply instanceof PutReply.Stored stored) {
            return new Outcome.Stored(stored.version(), said(stored.said()));
        }
        if (reply instanceof PutReply.Refused refused) {
            return new Outcome.Refused(refused.refusal().reason(), said(refused.said()));
        }
        if (reply instanceof PutReply.NotFound) {
            return new Outcome.NotFound();
        }
        return new Outcome.Failed(((PutReply.Failed) reply).failure().message());
    }

    private static Outcome remove(RemoveReply reply) {
        if (reply instanceof RemoveReply.Removed removed) {
            return new Outcome.Removed(said(removed.said()));
        }
        if (reply instanceof RemoveReply.Refused refused) {
            return new Outcome.Refused(refused.refusal().reason(), said(refused.said()));
        }
        if (reply instanceof RemoveReply.NotFound) {
            return new Outcome.NotFound();
        }
        return new Outcome.Failed(((RemoveReply.Failed) reply).failure().message());
    }

    private static List<Outcome.Said> said(List<ReplicaResult> results) {
        return results.stream()
                .map(each -> new Outcome.Said(
                        node(each.replica()), each.word().name(), each.usage().fuel()))
                .toList();
    }

    private static Outcome unknown(Throwable broken) {
        Throwable cause =
                broken instanceof CompletionException && broken.getCause() != null ? broken.getCause() : broken;
        if (cause instanceof CometException comet) {
            return new Outcome.Unknown(comet.code().name());
        }
        // The kit breaks what a crashed node has promised; anything else is the user's operation's own.
        return new Outcome.Unknown(cause.getClass().getSimpleName());
    }

    /** The number of a node of the kit, which is in its address. */
    static int node(Contact contact) {
        return Integer.parseInt(contact.host().substring(contact.host().lastIndexOf('-') + 1));
    }
}
