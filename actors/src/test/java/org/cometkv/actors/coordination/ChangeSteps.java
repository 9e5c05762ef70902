package org.cometkv.actors.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The steps of a change, taken apart as the table of requests does. */
final class ChangeSteps {

    /** A change whose replies are words. */
    record Words(Wire.Condition condition) implements ChangeKind<String> {
        @Override
        public Key key() {
            return Replicas.KEY;
        }

        @Override
        public Wire.Change request(long id, Version version, Wire.Terms terms) {
            return new Wire.Put(
                    id,
                    key(),
                    version,
                    Replicas.caller(),
                    Script.NONE,
                    Value.table(),
                    condition,
                    Optional.empty(),
                    terms);
        }

        @Override
        public String acknowledged(Version version, ReplicaReplies said) {
            return "acknowledged " + version.clock();
        }

        @Override
        public String notFound(ReplicaReplies said) {
            return "not found";
        }

        @Override
        public String refused(Refusal refusal, ReplicaReplies said) {
            return "refused " + refusal.message();
        }

        @Override
        public String failed(Failure failure, ReplicaReplies said) {
            return "failed " + failure.message();
        }

        @Override
        public String word() {
            return "change";
        }
    }

    /** The change; another one once it was repeated. */
    ChangeOperation<String> change;

    /** What the last step wanted. */
    final List<Contact> asked = new ArrayList<>();

    long alarmMillis;
    /** What all steps wanted. */
    final List<ResolveOperation> begun = new ArrayList<>();

    final List<String> replies = new ArrayList<>();
    String late = "";
    boolean isOver;

    /** Does as the table of requests does. */
    void take(NextStep<String> first) {
        asked.clear();
        alarmMillis = -1;
        NextStep<String> step = first;
        while (true) {
            if (step instanceof NextStep.Answer<String> answer) {
                replies.add(answer.reply());
                step = answer.then();
            } else if (step instanceof NextStep.Alarm<String> alarm) {
                alarmMillis = alarm.millis();
                step = alarm.then();
            } else if (step instanceof NextStep.Begin<String> begin) {
                begun.add((ResolveOperation) begin.other());
                step = begin.then();
            } else if (step instanceof NextStep.Become<String> become) {
                change = (ChangeOperation<String>) become.other();
                step = change.begin();
            } else {
                last(step);
                return;
            }
        }
    }

    private void last(NextStep<String> step) {
        if (step instanceof NextStep.Ask<String> ask) {
            asked.addAll(ask.replicas());
        } else if (step instanceof NextStep.Done<String> done) {
            replies.add(done.reply());
            isOver = true;
        } else if (step instanceof NextStep.Broken<String> broken) {
            late = broken.message();
            isOver = true;
        } else if (step instanceof NextStep.End<String>) {
            isOver = true;
        }
    }
}
