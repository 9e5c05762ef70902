package org.cometkv.actors.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.ReplicaReplies;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Terms;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/** The steps of a change among 25 nodes, taken apart as the table of requests does. */
final class ChangeSteps {

    /** A change whose replies are words. */
    record Words(Wire.Condition condition) implements ChangeKind<String> {
        @Override
        public Key key() {
            return Replicas.KEY;
        }

        @Override
        public Wire.Change request(long id, Version version, Terms terms) {
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

    final List<Contact> nodes = RoutingView.of(Replicas.nodes(25), Set.of()).closest(Replicas.KEY, 25);
    final ChangeCounts counts = new ChangeCounts();
    RoutingView view = view(25);
    long versions;
    long now;

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

    void begin(Wire.Condition condition) {
        begin(condition, owners -> owners / 2 + 1);
    }

    void begin(Wire.Condition condition, IntUnaryOperator acks) {
        change = new ChangeOperation<>(new Words(condition), 3, acks, coordination());
        take(change.begin());
    }

    Coordination coordination() {
        return new Coordination(() -> view, () -> Replicas.version(++versions), () -> now, 10_000, counts);
    }

    RoutingView view(int count, int... suspects) {
        Set<NodeId> ids =
                Arrays.stream(suspects).mapToObj(i -> nodes.get(i).id()).collect(Collectors.toSet());
        return RoutingView.of(nodes.subList(0, count), ids);
    }

    void reply(int node, ReplicaReply reply) {
        take(change.onReply(nodes.get(node), reply));
    }

    void absent(int from, int to) {
        for (int i = from; i < to; i++) {
            asked.clear();
            reply(i, Replicas.ABSENT);
        }
    }

    void silent(int node) {
        take(change.onSilent(nodes.get(node)));
    }

    void alarmAt(long millis) {
        now = millis;
        take(change.onAlarm());
    }

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
