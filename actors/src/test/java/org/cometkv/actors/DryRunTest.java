package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.context.HandledTasks;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.lua.Sandbox;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private final HandledTasks threads = new HandledTasks();
    private final NodeContext node = QuietNode.of(Replicas.node(0), threads, "comet.requests.rehearsals-max = 1");
    private final List<Policy> ready = new ArrayList<>();
    private final List<Failure> failed = new ArrayList<>();
    private final DryRun dryRun = new DryRun(HostingContext.of(node, new Sandbox(1 << 20, 42), threads));

    @Test
    void rehearsals_atTheBoundRun_oneOverIsRefused_andRoomComesBack() {
        assertThat(begin("aso.x = 1")).isEmpty();
        assertThat(begin("aso.x = 1")).extracting(Refusal::reason).containsExactly(Refusal.Reason.BUSY);

        threads.runAll();

        assertThat(ready).hasSize(1);
        assertThat(begin("aso.x = 1")).isEmpty();
    }

    @Test
    void rehearsalThatMeetsABug_isTold_andGivesItsRoomBack() {
        threads.injectBug();
        begin("aso.x = 1");
        threads.runAll();

        assertThat(failed).extracting(Failure::message).containsExactly("internal error");
        assertThat(threads.reported())
                .singleElement()
                .satisfies(bug -> assertThat(bug).hasMessage("a bug, injected"));
        assertThat(begin("aso.x = 1")).isEmpty();
        threads.runAll();
        assertThat(ready).hasSize(1);
    }

    private List<Refusal> begin(String script) {
        DryRun.Listener listener = new DryRun.Listener() {
            @Override
            public void passed(Policy policy) {
                ready.add(policy);
            }

            @Override
            public void failed(Failure failure) {
                failed.add(failure);
            }

            @Override
            public void closed() {
                throw new AssertionError("the threads have not ended");
            }
        };
        return dryRun.run(Replicas.KEY, Aso.script(script), listener).stream().toList();
    }
}
