package org.cometkv.examples.workqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.EndCause;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A work queue: each job is for the worker that has the least to do. */
public class WorkQueue implements Application {

    private static final int JOBS = 30;

    @Override
    public String name() {
        return "workqueue";
    }

    @Override
    public String summary() {
        return "each job is done once, by the worker that has the least to do";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.empty();
    }

    @Override
    public void tell(Story story) {
        String queue = story.key("jobs");
        story.put(0, queue, Aso.script(script()));
        Map<Long, String> done = new ConcurrentHashMap<>();
        List<Subscription> workers = new ArrayList<>();
        CompletableFuture<Void> begin = new CompletableFuture<>();
        story.say("A worker on each node, which takes one job at a time:");
        for (int i = 0; i < 3; i++) {
            Worker worker = new Worker(story.node(i), queue, "worker-" + i, begin, done);
            workers.add(story.await(
                    story.node(i).subscribe(queue, Value.of(worker.name), SubscribeOptions.DEFAULT.credit(1), worker)));
        }

        story.say("%d jobs:", JOBS);
        for (int i = 1; i <= JOBS; i++) {
            story.await(story.node(i % 3).update(queue, Value.table(Map.of("job", Value.of(i)))));
        }
        Story.expect(done.size() <= 3, "no worker has two jobs in hand");
        begin.complete(null);
        story.eventually("all jobs are done", () -> done.size() == JOBS);
        Set<String> busy = Set.copyOf(done.values());
        story.line("done by %d workers", busy.size());
        Story.expect(busy.size() == 3, "every worker had something to do");
        workers.forEach(Subscription::close);
    }

    /** Does jobs, and tells the queue of each that is done: only then it has credit for the next one. */
    private record Worker(Comet comet, String queue, String name, CompletableFuture<Void> begin, Map<Long, String> done)
            implements Subscriber {

        @Override
        public CompletionStage<?> onMessage(Delivery.Message job) {
            Story.expect(done.put(job.value().asLong(), name) == null, "each job is given once");
            Value report = Value.table(Map.of("done", job.value(), "by", Value.of(name)));
            return begin.thenCompose(begun -> comet.update(queue, report));
        }

        @Override
        public void onEnd(EndCause cause) {
            throw new IllegalStateException("the queue has ended: " + cause);
        }
    }
}
