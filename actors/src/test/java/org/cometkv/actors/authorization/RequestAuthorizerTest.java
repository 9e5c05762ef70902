package org.cometkv.actors.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

class RequestAuthorizerTest {

    private int bugs;
    private final QuietNode.StandingClock clock = new QuietNode.StandingClock() {
        @Override
        public long wallMillis() {
            if (bugs > 0) {
                bugs--;
                throw new IllegalStateException("a bug, injected");
            }
            return super.wallMillis();
        }
    };
    private final NodeContext node = QuietNode.of(Replicas.node(0), clock, "comet.trust.examinations-max = 1");
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Exception> reported = new ArrayList<>();
    private final List<ReplicaReply> refused = new ArrayList<>();
    private final RequestAuthorizer authorizer =
            new RequestAuthorizer(node, new SignatureVerifier(node.settings().trust()), tasks::add);
    private int admitted;

    @Test
    void examinationThatMeetsABug_isTold_andTheSameRequestMayComeAgain() {
        bugs = 1;
        examine(1);
        assertThat(refused).containsExactly(ReplicaReply.Failed.INTERNAL);
        assertThat(reported).singleElement().satisfies(bug -> assertThat(bug).hasMessage("a bug, injected"));

        examine(2);

        assertThat(admitted).isOne();
        assertThat(refused).hasSize(1);
    }

    private void examine(long id) {
        Script script = Script.of("aso.x = 1");
        ObjectSignature signature =
                Signer.of(Authors.AUTHOR).sign(CanonicalForm.object(Replicas.KEY, script, Value.table()));
        Wire.Put put = new Wire.Put(
                id,
                Replicas.KEY,
                Replicas.version(id),
                Caller.local(Replicas.node(1), Authors.AUTHOR.identity().writer()),
                script,
                Value.table(),
                Wire.Condition.ALWAYS,
                Optional.of(signature));
        authorizer.examine(put, () -> admitted++, refused::add);
        try {
            tasks.remove(0).run();
        } catch (IllegalStateException bug) {
            // As the threads do, which report what a task throws.
            reported.add(bug);
        }
    }
}
