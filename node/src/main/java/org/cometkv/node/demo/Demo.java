package org.cometkv.node.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cometkv.actors.AnswerSource;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.LocalCluster;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.story.Story;
import org.cometkv.routing.Contact;

/**
 * The demo of the main job: a story on three nodes, step by step. Each step prints what it does and throws {@link
 * NotSeen} when something it promises was not seen.
 */
final class Demo {

    /** A step of the show. */
    interface Step {
        void play();
    }

    /** A majority may store a put before the first owner does; a show that reads at once waits for all. */
    private static final PutOptions ALL_ACKS = PutOptions.DEFAULT.acks(LocalCluster.NODES);

    private final Story story;
    private final LocalCluster cluster;
    private final String counter;
    private final String monitor;
    private final String passive;
    private final String merging;
    private final String sealed;
    private final String faulty;
    private final String alone;

    /** @param cluster the nodes that the story is told on; one of them is stopped */
    Demo(Story story, LocalCluster cluster) {
        this.story = story;
        this.cluster = cluster;
        this.counter = story.key("counter");
        this.monitor = story.key("monitor");
        this.passive = story.key("greeting");
        this.merging = story.key("tags");
        this.sealed = story.key("sealed");
        this.faulty = story.key("faulty");
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
        story.say("Three nodes in this JVM, joined over Artery on loopback:");
        for (Comet node : story.nodes()) {
            Contact self = node.self();
            story.eventually(
                    "every node knows all " + LocalCluster.NODES,
                    () -> story.await(node.lookup(counter)).size() == LocalCluster.NODES);
            story.line(
                    "%s  %s  id %s…",
                    story.name(self), self.address(), self.id().brief());
        }
    }

    private void counter() {
        story.say("The talk's counter, put on A and read on B, then on C:");
        story.put(0, counter, Aso.script(script("counter")));
        Value.Table first = table(get(1, counter, Value.NIL));
        Value.Table second = table(get(2, counter, Value.NIL));
        Story.expect(first.get(Value.of(1)).equals(Value.of("Hello world!")), "the counter answers Hello world!");
        Story.expect(
                Story.number(second.get(Value.of(2))) == Story.number(first.get(Value.of(2))) + 1,
                "the replica that was read twice counted twice");
    }

    private void timer() {
        story.say("The talk's self-monitoring object: each replica writes down its neighbors every second:");
        story.put(
                0,
                monitor,
                Aso.script(script("monitor")).with("neighbors", Value.table()).with("timer", 1));
        story.eventually("its timer fired twice", () -> portsSeen().listSize() >= 2);
        Value.Table seen = portsSeen();
        story.line("get on B  →  ports seen at each tick: %s", seen);
        for (Value ports : seen.list()) {
            Story.expect(
                    ports instanceof Value.Table table && table.listSize() == LocalCluster.NODES - 1,
                    "each tick saw the two other nodes");
        }
    }

    private Value.Table portsSeen() {
        return Story.table(found(story.await(story.node(1).get(monitor))).value());
    }

    private void oneReplica() {
        story.say("An object with one replica, read from a node that does not hold it:");
        PutReply.Stored stored =
                story.put(0, alone, Aso.value("I live on one node").replicas(1));
        Story.expect(stored.said().size() == 1, "one node was asked to store it");
        Contact holder = stored.said().get(0).replica();
        int reader = (story.number(holder) + 1) % LocalCluster.NODES;
        GetReply.Found found = found(story.await(story.node(reader).get(alone)));
        story.line(
                "get on %s, which does not hold it  →  %s, answered by %s, which does",
                story.name(story.node(reader).self()),
                found.value(),
                story.name(found.answer().replica()));
        Story.expect(found.answer().replica().equals(holder), "the one holder answered");
        Story.expect(!holder.equals(story.node(reader).self()), "the reader does not hold it");
    }

    private void passiveValue() {
        story.say("A passive value: no script, no handler:");
        story.put(1, passive, Aso.value("just bytes"));
        GetReply.Found found = get(2, passive, Value.NIL);
        Story.expect(found.value().equals(Value.of("just bytes")), "the value came back");
    }

    private void update() {
        story.say("An update handler that merges instead of being replaced:");
        story.put(0, merging, Aso.script(script("merging")));
        for (String tag : List.of("lua", "actors")) {
            PutReply reply = story.await(story.node(1).update(merging, Value.of(tag), ALL_ACKS));
            story.line("update on B with \"%s\"  →  %s", tag, story.brief(reply));
            Story.expect(reply instanceof PutReply.Stored, "the object took the update");
        }
        GetReply.Found found = get(2, merging, Value.NIL);
        Story.expect(found.value().equals(Value.of("actors, lua")), "both updates were merged");
    }

    private void refusal() {
        story.say("A refusal, with the object's own reason:");
        story.put(0, sealed, Aso.script(script("sealed")));
        PutReply reply = story.await(story.node(2).update(sealed, "something else"));
        story.line("update on C  →  %s", story.brief(reply));
        Story.expect(
                reply instanceof PutReply.Refused refused
                        && refused.refusal().message().contains("sealed by"),
                "the refusal names the reason");
        Story.expect(get(1, sealed, Value.NIL).value().equals(Value.of("sealed")), "nothing changed");
    }

    private void scriptError() {
        story.say("A script error: the reader gets the message, the object stays as it was:");
        story.put(0, faulty, Aso.script(script("faulty")));
        GetReply reply = story.await(story.node(1).get(faulty, Value.of("fail")));
        story.line("get on B with request \"fail\"  →  %s", brief(reply));
        Story.expect(
                reply instanceof GetReply.Failed failed
                        && failed.failure().message().contains("no such luck"),
                "the failure carries the script's message");
        Story.expect(get(1, faulty, Value.NIL).value().equals(Value.of(1)), "the failed read was not counted");
    }

    private void nodeStops() {
        Map<Contact, Long> before = new LinkedHashMap<>();
        for (GetReply reply : story.await(story.node(0).getFromAll(counter))) {
            before.put(answer(reply).replica(), Story.number(table(found(reply)).get(Value.of(2))));
        }
        Story.expect(before.size() == LocalCluster.NODES, "all three replicas answered");
        Contact gone = story.await(story.node(0).lookup(counter)).get(0);
        int reader = (story.number(gone) + 1) % LocalCluster.NODES;
        story.say(
                "Node %s, the first owner of the counter, stops. Each replica's own count before: %s",
                story.name(gone), counts(before));
        cluster.stop(story.number(gone));
        GetReply.Found found = found(story.await(story.node(reader).get(counter)));
        long count = Story.number(table(found).get(Value.of(2)));
        Contact replica = found.answer().replica();
        story.line(
                "get %s on %s  →  count %d, answered by %s (before: %s)",
                counter, story.name(story.node(reader).self()), count, story.name(replica), counts(before));
        Story.expect(!replica.equals(gone), "a remaining replica answered");
        Story.expect(before.containsKey(replica) && count == before.get(replica) + 1, "with its own count, one more");
        for (String key : List.of(monitor, alone, passive, merging, sealed, faulty)) {
            GetReply reply = story.await(story.node(reader).get(key));
            story.line("get %s  →  %s", key, brief(reply));
            Story.expect(!answer(reply).replica().equals(gone), "a remaining replica answered for " + key);
            found(reply);
        }
    }

    private static Value.Table table(GetReply.Found found) {
        return Story.table(found.value());
    }

    private GetReply.Found get(int node, String key, Value request) {
        GetReply reply = story.await(story.node(node).get(key, request));
        story.line("get %s on %s  →  %s", key, story.name(story.node(node).self()), brief(reply));
        return found(reply);
    }

    private GetReply.Found found(GetReply reply) {
        Story.expect(reply instanceof GetReply.Found, "the object answered; it said: " + brief(reply));
        return (GetReply.Found) reply;
    }

    private static AnswerSource answer(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found.answer();
        }
        throw new NotSeen("the object answered; it said: " + reply);
    }

    private String brief(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found.value() + "   from " + story.name(found.answer().replica()) + ", fuel "
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

    private String counts(Map<Contact, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> story.name(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String keyAwayFromCounter() {
        Contact counters = story.await(story.node(0).lookup(counter)).get(0);
        for (int i = 1; ; i++) {
            String key = story.key("alone-" + i);
            if (!story.await(story.node(0).lookup(key)).get(0).equals(counters)) {
                return key;
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Demo.class.getResourceAsStream(name + ".lua")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
