package org.cometkv.actors.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.context.HandledTasks;
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

    private final HandledTasks threads = new HandledTasks();
    private final NodeContext node = QuietNode.of(Replicas.node(0), threads, "comet.trust.examinations-max = 1");
    private final List<ReplicaReply> refused = new ArrayList<>();
    private final RequestAuthorizer authorizer =
            new RequestAuthorizer(node, new SignatureVerifier(node.settings().trust()), threads);
    private int admitted;

    @Test
    void examinationThatMeetsABug_isTold_andTheSameRequestMayComeAgain() {
        threads.injectBug();
        examine(1);
        assertThat(refused).containsExactly(ReplicaReply.Failed.INTERNAL);
        assertThat(threads.reported())
                .singleElement()
                .satisfies(bug -> assertThat(bug).hasMessage("a bug, injected"));

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
        threads.runAll();
    }
}
