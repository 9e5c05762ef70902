package org.cometkv.examples.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Effect;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    @Test
    void aJobIsForTheWorkerThatHasTheLeastToDo() {
        ScriptTester queue = ScriptTester.of(Aso.script(new WorkQueue().script()));
        queue.put();
        assertThat(queue.update(Map.of("job", 1)).isRefused()).isTrue();
        queue.subscribe(ScriptTester.caller("a"), "ada");
        queue.subscribe(ScriptTester.caller("b"), "bob");

        List<String> first = worker(queue, 1);
        List<String> second = worker(queue, 2);
        queue.update(Map.of("done", 2, "by", second.get(0)));

        assertThat(first).isNotEqualTo(second);
        assertThat(worker(queue, 3)).isEqualTo(second);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new WorkQueue())).contains("done by 3 workers");
    }

    private static List<String> worker(ScriptTester queue, int job) {
        return queue.update(Map.of("job", job))
                .effects(Effect.Publish.class)
                .get(0)
                .tags();
    }
}
