package org.cometkv.actors.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A question to the other owners of a key: what they hold under it, in brief. It ends once every owner that is not
 * suspect has answered, or when its time is over; those that answered by then are in its result.
 */
final class CompareOperation implements Operation<CompareOperation.Comparison> {

    /** The digest of one owner. */
    record Answer(Contact owner, KeyDigest digest) {}

    /**
     * The answers in the order of the owners.
     *
     * @param areAllHeard whether every owner that is not suspect answered
     */
    record Comparison(List<Answer> answers, boolean areAllHeard) {

        boolean hasHeard(Contact owner) {
            return answers.stream().anyMatch(answer -> answer.owner().equals(owner));
        }
    }

    private final Key key;
    private final ReplicaReplies replies;
    private final Predicate<Contact> isSuspect;

    /** @param others the owners but this node, one or more */
    CompareOperation(Key key, List<Contact> others, Predicate<Contact> isSuspect) {
        this.key = key;
        this.replies = new ReplicaReplies(others);
        this.isSuspect = isSuspect;
    }

    @Override
    public Wire.Request request(long id) {
        return new Wire.Compare(id, key);
    }

    @Override
    public NextStep<Comparison> begin() {
        return new NextStep.Ask<>(replies.asked());
    }

    @Override
    public NextStep<Comparison> onReply(Contact replica, ReplicaReply reply) {
        replies.reply(replica, reply);
        return areAllHeard() ? onTimeout() : new NextStep.Wait<>();
    }

    @Override
    public NextStep<Comparison> onSilent(Contact replica) {
        return new NextStep.Wait<>();
    }

    @Override
    public Comparison refused(Refusal refusal, Contact self) {
        return new Comparison(List.of(), false);
    }

    @Override
    public NextStep<Comparison> onTimeout() {
        List<Answer> answers = new ArrayList<>(replies.size());
        for (int i = 0; i < replies.size(); i++) {
            Contact owner = replies.asked().get(i);
            digest(i).ifPresent(digest -> answers.add(new Answer(owner, digest)));
        }
        return new NextStep.Done<>(new Comparison(answers, areAllHeard()));
    }

    private boolean areAllHeard() {
        for (int i = 0; i < replies.size(); i++) {
            if (digest(i).isEmpty() && !isSuspect.test(replies.asked().get(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<KeyDigest> digest(int place) {
        return replies.reply(place) instanceof ReplicaReply.Compared compared
                ? Optional.of(compared.digest())
                : Optional.empty();
    }
}
