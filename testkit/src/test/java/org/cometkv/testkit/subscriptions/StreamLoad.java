package org.cometkv.testkit.subscriptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.aso.Value;
import org.cometkv.testkit.explore.UserOperation;
import org.cometkv.testkit.history.CallRecord;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.history.Run;
import org.cometkv.testkit.scenario.Command;

/** Publishers and subscribers of two topics in runs of the explorer, one run after the other. */
final class StreamLoad {

    static final List<String> TOPICS = List.of("news", "chat");

    /** Renewals that come often in the short time of a run. */
    static final Map<String, String> SETTINGS =
            new TreeMap<>(Map.of("comet.subscriptions.renewal", "2s", "comet.subscriptions.lease", "6s"));

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

    private final int history;
    /** The subscribers of the run that is under way, by topic. */
    private final Map<String, List<Subscribed>> subscribers = new LinkedHashMap<>();

    /** A subscriber on the node of that name. */
    private record Subscribed(String host, Received received) {}

    /** @param history how many messages the topics keep */
    StreamLoad(int history) {
        this.history = history;
    }

    List<UserOperation> operations() {
        return List.of(
                new UserOperation(
                        "publish",
                        draws -> List.of(Value.of(draws.of(TOPICS)), Value.of(draws.below(1 << 30))),
                        this::publish),
                new UserOperation("subscribe", draws -> List.of(Value.of(draws.of(TOPICS))), this::subscribe));
    }

    private CompletionStage<?> publish(Comet comet, List<Value> values) {
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

    /** Whether somebody got a message in the run. */
    boolean hasMessages() {
        return received().stream().anyMatch(each -> !each.messages().isEmpty());
    }

    /** Whether somebody began anew in the run. */
    boolean hasMoved() {
        return received().stream()
                .anyMatch(each -> each.of(Delivery.Snapshot.class).size() > 1);
    }

    private List<Received> received() {
        return subscribers.values().stream()
                .flatMap(List::stream)
                .map(Subscribed::received)
                .toList();
    }

    /** The breaches of a run, which is over: the next one has other subscribers. */
    List<String> check(Run run) {
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
