package org.cometkv.testkit.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cometkv.aso.Value;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Step;

/** The calls of a seed: which clients there are, on which keys, how fast. For one use. */
final class CallDraws {

    /** Objects are put before the first fault. */
    private static final Duration BEGIN_MAX = Duration.ofSeconds(1);

    /** Mean times between two calls: from a storm to one now and then. */
    private static final List<Integer> PACES_MILLIS = List.of(40, 200, 1_000, 3_000);

    private static final int CALLS_MAX = 600;

    /** Most keys of a kind of clients. */
    static final int KEYS_MAX = 5;

    private final Mix mix;
    private final Draws draws;
    private final List<Integer> nodes;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Long> lasts = new LinkedHashMap<>();
    private int written;

    CallDraws(Mix mix, Draws draws) {
        this.mix = mix;
        this.draws = draws;
        this.nodes = IntStream.range(0, mix.nodes()).boxed().toList();
    }

    List<Step> steps() {
        List<ClientKind> clients = clients();
        // Many clients of one key meet each other, clients of many keys hardly ever do.
        int keys = draws.percent(35) ? 1 : draws.between(1, KEYS_MAX);
        for (ClientKind client : clients) {
            for (int key = 1; key <= keys; key++) {
                begin(client, client.key(key));
            }
        }
        int pace = draws.of(PACES_MILLIS);
        long at = BEGIN_MAX.toMillis();
        while (at < mix.length().toMillis() && steps.size() < CALLS_MAX) {
            at += draws.between(0, 2 * pace);
            ClientKind client = draws.of(clients);
            String key = client.key(draws.between(1, keys));
            if (at <= lastOf(key)) {
                act(client, key, Duration.ofMillis(at));
                follow(client, key, at, pace);
            }
        }
        return steps;
    }

    /** Calls of one key soon after each other are where orders differ, and a read where an acknowledgement is seen. */
    private void follow(ClientKind client, String key, long at, int pace) {
        if (client == ClientKind.OPERATIONS) {
            return;
        }
        if (draws.percent(20)) {
            act(client, key, Duration.ofMillis(at + draws.between(0, draws.percent(50) ? 5 : 2 * pace)));
        }
        if (draws.percent(10)) {
            for (int node : draws.pick(nodes, 3)) {
                boolean isRemove = client == ClientKind.RENEWED && draws.percent(30);
                Command rival = isRemove ? new Command.Remove(node, key) : change(client, node, key);
                add(Duration.ofMillis(at + draws.below(5)), rival);
            }
        }
        if (draws.percent(15)) {
            add(Duration.ofMillis(at + draws.between(2, 100)), read(key));
        }
    }

    /** The instant after which nothing is done with a key: what was done last is what the end of a run sees. */
    private long lastOf(String key) {
        return lasts.computeIfAbsent(key, name -> (long)
                draws.between((int) BEGIN_MAX.toMillis(), (int) mix.length().toMillis()));
    }

    private List<ClientKind> clients() {
        List<ClientKind> all = new ArrayList<>(mix.clients());
        if (!mix.operations().isEmpty()) {
            all.add(ClientKind.OPERATIONS);
        }
        List<ClientKind> some = draws.some(all, 50);
        return some.isEmpty() ? List.of(draws.of(all)) : some;
    }

    private void begin(ClientKind client, String key) {
        Duration at = draws.time(Duration.ZERO, BEGIN_MAX);
        switch (client) {
            case VALUES -> add(at, new Command.Put(node(), key, value(), false));
            case LATEST -> add(at, object(node(), key, "latest"));
            case PICKY -> add(at, picky(node(), key));
            case RENEWED -> add(at, renewed(node(), key));
            case PASSING -> add(at, object(node(), key, "passing"));
            case MERGING -> add(at, object(node(), key, "merging"));
            case TIMED -> add(at, object(node(), key, "ticking"));
            case ASKING -> add(at, object(node(), key, "asking"));
            case LOCKS, OPERATIONS -> {}
        }
    }

    private Command object(int node, String key, String object) {
        return object(node, key, object, new LinkedHashMap<>());
    }

    private Command object(int node, String key, String object, Map<String, Value> fields) {
        fields.put("value", value());
        return new Command.PutObject(node, key, object, Value.table(fields), false);
    }

    /** It refuses after some gets, which may be few. */
    private Command picky(int node, String key) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("asked", Value.of(draws.below(16)));
        return object(node, key, "picky", fields);
    }

    private Command renewed(int node, String key) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("renews", Value.Bool.TRUE);
        return object(node, key, "renewed", fields);
    }

    private void act(ClientKind client, String key, Duration at) {
        switch (client) {
            case VALUES, RENEWED -> act(client, key, at, 50, 10);
            case LATEST -> act(client, key, at, 60, 0);
            case PICKY, PASSING -> act(client, key, at, 40, 0);
            case LOCKS -> onLock(key, at);
            case MERGING -> onMerging(key, at);
            case TIMED -> add(at, draws.percent(30) ? change(client, node(), key) : get(key));
            case ASKING -> add(at, draws.percent(20) ? change(client, node(), key) : get(key));
            case OPERATIONS -> operate(at);
        }
    }

    /** So many of a hundred calls change the key, so many remove it, and the others read it. */
    private void act(ClientKind client, String key, Duration at, int changes, int removes) {
        int kind = draws.below(100);
        if (kind < changes) {
            add(at, change(client, node(), key));
        } else {
            add(at, kind < changes + removes ? new Command.Remove(node(), key) : read(key));
        }
    }

    private Command change(ClientKind client, int node, String key) {
        return switch (client) {
            case VALUES -> draws.percent(60) ? new Command.Put(node, key, value(), false) : update(node, key);
            case RENEWED -> draws.percent(40) ? renewed(node, key) : update(node, key);
            case LOCKS -> new Command.Put(node, key, value(), true);
            case PASSING -> passing(node, key);
            case LATEST, PICKY, MERGING, TIMED, ASKING, OPERATIONS -> update(node, key);
        };
    }

    private Command passing(int node, String key) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (draws.percent(50)) {
            fields.put("ttl", Value.of(draws.between(2, 20)));
        }
        return object(node, key, "passing", fields);
    }

    private void onLock(String key, Duration at) {
        int kind = draws.below(100);
        if (kind < 35) {
            add(at, kind < 20 ? new Command.Remove(node(), key) : read(key));
            return;
        }
        // Rivals come at the same time, or they would never be any.
        int rivals = draws.percent(50) ? 2 : 1;
        for (int node : draws.pick(nodes, rivals)) {
            add(at, change(ClientKind.LOCKS, node, key));
        }
    }

    private void onMerging(String key, Duration at) {
        if (draws.percent(40)) {
            add(at, draws.percent(50) ? read(key) : new Command.GetFromAll(node(), key, Value.NIL));
            return;
        }
        for (int node : draws.pick(nodes, draws.percent(40) ? 3 : 1)) {
            add(at, update(node, key));
        }
    }

    private void operate(Duration at) {
        UserOperation operation = draws.of(mix.operations());
        add(
                at,
                new Command.Operate(
                        node(), operation.name(), operation.arguments().apply(draws)));
    }

    private Command update(int node, String key) {
        return new Command.Update(node, key, value());
    }

    private Command read(String key) {
        int kind = draws.below(10);
        if (kind < 3) {
            return new Command.GetLatest(node(), key, Value.NIL);
        }
        return kind < 4 ? new Command.GetFromAll(node(), key, Value.NIL) : get(key);
    }

    private Command get(String key) {
        return new Command.Get(node(), key, Value.NIL);
    }

    private int node() {
        return draws.of(nodes);
    }

    /** A value that no other call writes. */
    private Value value() {
        written++;
        return Value.of("v" + written);
    }

    private void add(Duration at, Command command) {
        steps.add(Step.at(at, command));
    }
}
