package org.cometkv.testkit.subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.aso.Value;
import org.cometkv.testkit.explore.Exploration;
import org.cometkv.testkit.explore.UserOperation;
import org.cometkv.testkit.history.CallRecord;
import org.cometkv.testkit.history.Invariant;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.junit.CometExplore;
import org.cometkv.testkit.scenario.Command;

/** What subscribers are promised holds in runs with all faults. */
class StreamSweepTest {

    private static final List<String> TOPICS = List.of("news", "chat");

    /** Publishes each update once, remembers all of them, and tells a subscriber those so far. */
    private static final String SCRIPT = """
            aso.accept = "all"
            aso.history = %d
            aso.told = {}
            function aso:onUpdate(caller, value)
              self.told[#self.told + 1] = value
              comet.publish(value)
            end
            function aso:onSubscribe() return self.told end
            function aso:onGet() return self.told end
            """;

    /** The subscribers of the run that is under way, by topic. */
    private final Map<String, List<Subscribed>> subscribers = new LinkedHashMap<>();

    /** A subscriber on the node of that name. */
    private record Subscribed(String host, Received received) {}

    @CometExplore(nodes = 5, seeds = 60, length = "40s")
    void streamsWithHistory_tellOfEveryHole(Exploration exploration) {
        sweep(exploration, 100);
    }

    @CometExplore(nodes = 5, seeds = 40, length = "40s")
    void streamsWithoutHistory_tellOfEveryHole(Exploration exploration) {
        sweep(exploration, 0);
    }

    private void sweep(Exploration exploration, int history) {
        var moved = exploration.reachable("a subscriber that moves");
        var published = exploration.reachable("a message that is delivered");
        exploration
                .operation(new UserOperation(
                        "publish",
                        draws -> List.of(Value.of(draws.of(TOPICS)), Value.of(draws.below(1 << 30))),
                        (comet, values) -> publish(comet, values, history)))
                .operation(
                        new UserOperation("subscribe", draws -> List.of(Value.of(draws.of(TOPICS))), this::subscribe))
                .setting("comet.subscriptions.renewal", "2s")
                .setting("comet.subscriptions.lease", "6s")
                .readAtEnd(TOPICS.get(0))
                .readAtEnd(TOPICS.get(1))
                .invariant(Invariant.of("streams-are-told", run -> {
                    subscribers.values().stream()
                            .flatMap(List::stream)
                            .map(Subscribed::received)
                            .forEach(each -> {
                                if (!each.messages().isEmpty()) {
                                    published.reached();
                                }
                                if (each.of(Delivery.Snapshot.class).size() > 1) {
                                    moved.reached();
                                }
                            });
                    return check(run);
                }));
    }

    private static CompletionStage<?> publish(Comet comet, List<Value> values, int history) {
        String topic = values.get(0).asText();
        return comet.update(topic, values.get(1)).thenCompose(reply -> {
            if (reply instanceof PutReply.NotFound) {
                return comet.put(topic, Aso.script(SCRIPT.formatted(history)), PutOptions.DEFAULT.ifAbsent())
                        .thenApply(stored -> Value.of("put"));
            }
            return CompletableFuture.completedFuture(Value.of("published"));
        });
    }

    private CompletionStage<?> subscribe(Comet comet, List<Value> values) {
        String topic = values.get(0).asText();
        Received received = Received.atOnce();
        return comet.subscribe(topic, Value.NIL, SubscribeOptions.DEFAULT, received)
                .thenApply(subscription -> {
                    subscribers
                            .computeIfAbsent(topic, name -> new ArrayList<>())
                            .add(new Subscribed(comet.self().host(), received));
                    return Value.of("subscribed");
                });
    }

    /** The breaches of a run, which is over: the next one has other subscribers. */
    private List<String> check(Run run) {
        List<String> broken = new ArrayList<>();
        subscribers.forEach((topic, all) -> {
            for (int i = 0; i < all.size(); i++) {
                Received received = all.get(i).received();
                List<String> its = new ArrayList<>(StreamRules.check(received));
                if (!hasEnded(run, all.get(i).host())) {
                    its.addAll(StreamRules.complete(received, held(run, topic)));
                }
                String name = "subscriber " + i + " of " + topic + ": ";
                its.forEach(each -> broken.add(name + each));
            }
        });
        subscribers.clear();
        return broken;
    }

    /** Whether a node, and with it its subscribers, ended at any time: nobody tells them so. */
    private static boolean hasEnded(Run run, String host) {
        return run.faults().stream()
                .map(Run.FaultRecord::fault)
                .anyMatch(fault -> fault instanceof Command.Crash crash && host.equals("node-" + crash.node())
                        || fault instanceof Command.Leave leave && host.equals("node-" + leave.node()));
    }

    /** What the topic gave at the quiet end; nothing if it is not there. */
    private static List<Value> held(Run run, String topic) {
        Duration calm = run.calmSince().orElse(run.end());
        List<Value> held = List.of();
        for (CallRecord call : run.calls()) {
            if (call.begin().compareTo(calm) >= 0
                    && call.outcome() instanceof Outcome.Found found
                    && call.call().key().equals(topic)
                    && found.value() != Value.NIL) {
                held = found.value().asList();
            }
        }
        return held;
    }
}
