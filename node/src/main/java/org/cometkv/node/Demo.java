package org.cometkv.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cometkv.actors.AnswerSource;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;

/**
 * The main job on three nodes, step by step. Each step prints what it does and throws {@link DemoFailed} when something
 * it promises was not seen.
 */
final class Demo {

    /** A step of the show. */
    interface Step {
        void play();
    }

    /** A majority may store a put before the first owner does; a show that reads at once waits for all. */
    private static final PutOptions ALL_ACKS = PutOptions.DEFAULT.acks(DemoStage.NODES);

    private final DemoStage stage;
    private final PrintWriter out;
    private final String prefix;
    private final String counter;
    private final String monitor;
    private final String passive;
    private final String merging;
    private final String sealed;
    private final String faulty;
    private final String alone;

    /**
     * A show on a stage whose nodes are up.
     *
     * @param prefix of its keys: a show on keys of an earlier one would find their objects there
     */
    Demo(DemoStage stage, PrintWriter out, String prefix) {
        this.stage = stage;
        this.out = out;
        this.prefix = prefix;
        this.counter = prefix + "counter";
        this.monitor = prefix + "monitor";
        this.passive = prefix + "greeting";
        this.merging = prefix + "tags";
        this.sealed = prefix + "sealed";
        this.faulty = prefix + "faulty";
        this.alone = keyAwayFromCounter();
    }

    /** All steps by name, in the order they build on each other. */
    Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("members", this::members);
        steps.put("counter", this::counter);
        steps.put("timer", this::timer);
        steps.put("one replica", this::oneReplica);
        steps.put("passive value", this::passiveValue);
        steps.put("update", this::update);
        steps.put("refusal", this::refusal);
        steps.put("script error", this::scriptError);
        steps.put("a node stops", this::nodeStops);
        return steps;
    }

    private void members() {
        say("Three nodes in this JVM, joined over Artery on loopback:");
        for (int i = 0; i < DemoStage.NODES; i++) {
            Contact self = stage.comet(i).self();
            awaitMembers(i, DemoStage.NODES);
            line("%s  %s  id %s…", stage.name(self), self.address(), self.id().brief());
        }
    }

    private void counter() {
        say("The talk's counter, put on A and read on B, then on C:");
        put(0, counter, Aso.script(script("counter")));
        Value.Table first = table(get(1, counter, Value.NIL));
        Value.Table second = table(get(2, counter, Value.NIL));
        expect(first.get(Value.of(1)).equals(Value.of("Hello world!")), "the counter answers Hello world!");
        expect(
                number(second.get(Value.of(2))) == number(first.get(Value.of(2))) + 1,
                "the replica that was read twice counted twice");
    }

    private void timer() {
        say("The talk's self-monitoring object: each replica writes down its neighbors every second:");
        put(
                0,
                monitor,
                Aso.script(script("monitor")).with("neighbors", Value.table()).with("timer", 1));
        Value.Table seen = Value.table();
        for (int tries = 0; tries < 24 && seen.listSize() < 2; tries++) {
            pause(250);
            seen = table(found(stage.await(stage.comet(1).get(monitor))));
        }
        line("get on B  →  ports seen at each tick: %s", seen);
        expect(seen.listSize() >= 2, "its timer fired twice");
        for (Value ports : seen.list()) {
            expect(
                    ports instanceof Value.Table table && table.listSize() == DemoStage.NODES - 1,
                    "each tick saw the two other nodes");
        }
    }

    private void oneReplica() {
        say("An object with one replica, read from a node that does not hold it:");
        PutReply.Stored stored = put(0, alone, Aso.value("I live on one node").replicas(1));
        expect(stored.said().size() == 1, "one node was asked to store it");
        Contact holder = stored.said().get(0).replica();
        int reader = (stage.number(holder) + 1) % DemoStage.NODES;
        GetReply.Found found = found(stage.await(stage.comet(reader).get(alone)));
        line(
                "get on %s, which does not hold it  →  %s, answered by %s, which does",
                stage.name(stage.comet(reader).self()),
                found.value(),
                stage.name(found.answer().replica()));
        expect(found.answer().replica().equals(holder), "the one holder answered");
        expect(!holder.equals(stage.comet(reader).self()), "the reader does not hold it");
    }

    private void passiveValue() {
        say("A passive value: no script, no handler:");
        put(1, passive, Aso.value("just bytes"));
        GetReply.Found found = get(2, passive, Value.NIL);
        expect(found.value().equals(Value.of("just bytes")), "the value came back");
    }

    private void update() {
        say("An update handler that merges instead of being replaced:");
        put(0, merging, Aso.script(script("merging")));
        for (String tag : List.of("lua", "actors")) {
            PutReply reply = stage.await(stage.comet(1).update(merging, Value.of(tag), ALL_ACKS));
            line("update on B with \"%s\"  →  %s", tag, brief(reply));
            expect(reply instanceof PutReply.Stored, "the object took the update");
        }
        GetReply.Found found = get(2, merging, Value.NIL);
        expect(found.value().equals(Value.of("actors, lua")), "both updates were merged");
    }

    private void refusal() {
        say("A refusal, with the object's own reason:");
        put(0, sealed, Aso.script(script("sealed")));
        PutReply reply = stage.await(stage.comet(2).update(sealed, "something else"));
        line("update on C  →  %s", brief(reply));
        expect(
                reply instanceof PutReply.Refused refused
                        && refused.refusal().message().contains("sealed by"),
                "the refusal names the reason");
        expect(get(1, sealed, Value.NIL).value().equals(Value.of("sealed")), "nothing changed");
    }

    private void scriptError() {
        say("A script error: the reader gets the message, the object stays as it was:");
        put(0, faulty, Aso.script(script("faulty")));
        GetReply reply = stage.await(stage.comet(1).get(faulty, Value.of("fail")));
        line("get on B with request \"fail\"  →  %s", brief(reply));
        expect(
                reply instanceof GetReply.Failed failed
                        && failed.failure().message().contains("no such luck"),
                "the failure carries the script's message");
        expect(get(1, faulty, Value.NIL).value().equals(Value.of(1)), "the failed read was not counted");
    }

    private void nodeStops() {
        Map<Contact, Long> before = new LinkedHashMap<>();
        for (GetReply reply : stage.await(stage.comet(0).getAll(counter))) {
            before.put(answer(reply).replica(), number(table(found(reply)).get(Value.of(2))));
        }
        expect(before.size() == DemoStage.NODES, "all three replicas answered");
        Contact gone = stage.comet(0).lookup(counter).get(0);
        int reader = (stage.number(gone) + 1) % DemoStage.NODES;
        say("Node %s, the first owner of the counter, stops. Each replica's own count before: %s"
                .formatted(stage.name(gone), counts(before)));
        stage.stop(stage.number(gone));
        GetReply.Found found = found(stage.await(stage.comet(reader).get(counter)));
        long count = number(table(found).get(Value.of(2)));
        Contact replica = found.answer().replica();
        line(
                "get %s on %s  →  count %d, answered by %s (before: %s)",
                counter, stage.name(stage.comet(reader).self()), count, stage.name(replica), counts(before));
        expect(!replica.equals(gone), "a remaining replica answered");
        expect(before.containsKey(replica) && count == before.get(replica) + 1, "with its own count, one more");
        for (String key : List.of(monitor, alone, passive, merging, sealed, faulty)) {
            GetReply reply = stage.await(stage.comet(reader).get(key));
            line("get %s  →  %s", key, brief(reply));
            expect(!answer(reply).replica().equals(gone), "a remaining replica answered for " + key);
            found(reply);
        }
    }

    private PutReply.Stored put(int node, String key, Aso aso) {
        PutReply reply = stage.await(stage.comet(node).put(key, aso, ALL_ACKS));
        line("put %s on %s  →  %s", key, stage.name(stage.comet(node).self()), brief(reply));
        expect(reply instanceof PutReply.Stored, "the put was stored");
        return (PutReply.Stored) reply;
    }

    private GetReply.Found get(int node, String key, Value request) {
        GetReply reply = stage.await(stage.comet(node).get(key, request));
        line("get %s on %s  →  %s", key, stage.name(stage.comet(node).self()), brief(reply));
        return found(reply);
    }

    private GetReply.Found found(GetReply reply) {
        expect(reply instanceof GetReply.Found, "the object answered; it said: " + brief(reply));
        return (GetReply.Found) reply;
    }

    private static AnswerSource answer(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found.answer();
        }
        throw new DemoFailed("the object answered; it said: " + reply);
    }

    private String brief(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found.value() + "   from " + stage.name(found.answer().replica()) + ", fuel "
                    + found.answer().usage().fuel();
        }
        if (reply instanceof GetReply.Refused refused) {
            return "refused: " + refused.refusal().message();
        }
        if (reply instanceof GetReply.Failed failed) {
            return "failed: " + failed.failure().message();
        }
        return reply instanceof GetReply.Empty ? "empty" : "not found";
    }

    private String brief(PutReply reply) {
        List<String> where = reply.said().stream()
                .map(said -> stage.name(said.replica()) + " "
                        + said.word().toString().toLowerCase(Locale.ROOT))
                .toList();
        if (reply instanceof PutReply.Refused refused) {
            return "refused: " + refused.refusal().message();
        }
        if (reply instanceof PutReply.Failed failed) {
            return "failed: " + failed.failure().message();
        }
        return reply instanceof PutReply.Stored ? String.join(", ", where) : "not found";
    }

    private String counts(Map<Contact, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> stage.name(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String keyAwayFromCounter() {
        Contact counters = stage.comet(0).lookup(counter).get(0);
        for (int i = 1; ; i++) {
            String key = prefix + "alone-" + i;
            if (!stage.comet(0).lookup(key).get(0).equals(counters)) {
                return key;
            }
        }
    }

    private void awaitMembers(int node, int count) {
        for (int tries = 0; tries < 100 && stage.comet(node).lookup(counter).size() < count; tries++) {
            pause(100);
        }
        expect(stage.comet(node).lookup(counter).size() == count, "every node knows all " + count);
    }

    private static Value.Table table(GetReply.Found found) {
        return found.value() instanceof Value.Table table ? table : Value.table();
    }

    private static long number(Value value) {
        return value instanceof Value.Num num ? (long) num.number() : Long.MIN_VALUE;
    }

    private static void expect(boolean isSeen, String promise) {
        if (!isSeen) {
            throw new DemoFailed("not seen: " + promise);
        }
    }

    private static String script(String name) {
        try (InputStream in = Demo.class.getResourceAsStream("demo/" + name + ".lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The show waits for real timers of real nodes; nothing of the store waits with it. */
    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void say(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    private void line(String format, Object... args) {
        out.println("  " + String.format(Locale.ROOT, format, args));
        out.flush();
    }
}
