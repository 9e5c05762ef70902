package org.cometkv.testkit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A node as a tested script sees it: its neighbors, what others answer, and what it refuses; a test sets them.
 *
 * <p>At first it has no neighbors, nobody answers, and it refuses what a node refuses to an unsigned object.
 *
 * <p>Not thread-safe.
 */
public final class TestNode {

    private final Contact self;
    private final Key key;
    private final SendRule rule;
    private List<NodeHandle> neighbors = List.of();
    private List<ScriptTester> replicas = List.of();
    private Function<Question, Reply> answers = this::answerOfReplicas;
    private boolean lookupsWait;
    private boolean isCausedByObject;
    private String writer = ScriptTester.TESTER;
    private int subscribers;

    TestNode(Contact self, Key key) {
        this.self = self;
        this.key = key;
        this.rule = new SendRule(key);
    }

    /** A handle of the node of a name, as {@code comet.lookup} gives it. */
    public static NodeHandle handle(String name) {
        return NodeHandle.of(StandaloneHost.contact(name));
    }

    /** The node's id and address. */
    public Contact contact() {
        return self;
    }

    /** The nodes that {@code comet.lookup} finds, of every key. */
    public TestNode neighbors(String... names) {
        neighbors = Stream.of(names).map(TestNode::handle).toList();
        return this;
    }

    /** Every {@code comet.lookup} waits from now on, as where the network must be asked. */
    public TestNode lookupsWait() {
        lookupsWait = true;
        return this;
    }

    /**
     * Other objects that {@code comet.get} reaches, each on its node: those with the key and, where the script names
     * nodes, on one of them. Their nodes are the neighbors.
     */
    public TestNode reaches(List<ScriptTester> others) {
        replicas = List.copyOf(others);
        neighbors = replicas.stream()
                .map(other -> NodeHandle.of(other.node().contact()))
                .toList();
        return this;
    }

    /** The answers to {@code comet.get} and to lookups that wait, in place of those of the objects it reaches. */
    public TestNode answers(Function<Question, Reply> rule) {
        answers = rule;
        return this;
    }

    /** Refuses what the script sends and asks for this reason from now on, as where it cannot pay. */
    public TestNode refuse(String reason) {
        rule.deny(Optional.of(reason));
        return this;
    }

    /** Ends {@link #refuse}. */
    public TestNode admit() {
        rule.deny(Optional.empty());
        return this;
    }

    /** The node trusts the object as one that is signed, with a grant for all keys and for requests in a row. */
    public TestNode trust() {
        rule.sign();
        return this;
    }

    /** The number that {@code comet.subscribers()} gives. */
    public TestNode subscribers(int count) {
        subscribers = count;
        return this;
    }

    /** A host of an object on this node. */
    StandaloneHost host() {
        return new StandaloneHost(self)
                .neighbors(asked -> lookupsWait ? Optional.empty() : Optional.of(neighbors))
                .subscribers(() -> subscribers)
                .admission(
                        effect -> rule.denial(effect, isCausedByObject),
                        question -> rule.denial(question, isCausedByObject));
    }

    /**
     * An event begins or goes on; one that another object's request caused may send less.
     *
     * @param by the writer of the object, in whose name it asks
     */
    void begins(Event event, String by) {
        writer = by;
        isCausedByObject = caller(event).flatMap(Caller::key).isPresent();
    }

    private static Optional<Caller> caller(Event event) {
        if (event instanceof Event.OfRequest request) {
            return Optional.of(request.caller());
        }
        if (event instanceof Event.Put put) {
            return Optional.of(put.caller());
        }
        return event instanceof Event.Update update ? Optional.of(update.caller()) : Optional.empty();
    }

    Reply answer(Question question) {
        return answers.apply(question);
    }

    private Reply answerOfReplicas(Question question) {
        if (!(question instanceof Question.Get get)) {
            return new Reply.Nodes(neighbors);
        }
        Caller caller = Caller.local(self, writer).withKey(key);
        List<Reply.Held> held = new ArrayList<>();
        for (ScriptTester replica : replicas) {
            Contact there = replica.node().contact();
            boolean isMeant = replica.key().equals(get.key())
                    && get.nodes().map(nodes -> nodes.contains(there.id())).orElse(true);
            if (isMeant && replica.exists()) {
                ScriptOutcome outcome = replica.get(caller, get.request());
                if (outcome.isCompleted()) {
                    held.add(new Reply.Held(NodeHandle.of(there), outcome.value()));
                }
            }
        }
        return new Reply.Values(held);
    }

    /** An answer to {@code comet.get} of one value from each of these nodes. */
    public static Reply values(Object value, String... names) {
        return new Reply.Values(Stream.of(names)
                .map(name -> new Reply.Held(handle(name), Value.from(value)))
                .toList());
    }
}
