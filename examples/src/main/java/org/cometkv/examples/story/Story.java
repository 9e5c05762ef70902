package org.cometkv.examples.story;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cometkv.actors.Acks;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveOptions;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A story that is told: asks the nodes, prints their replies, and stops with {@link NotSeen} when one is not as
 * promised. It waits for real nodes and their timers, so it belongs to a thread of its own.
 */
public final class Story {

    /** The time that a story waits for one thing, if nothing else is said. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A lookup gives no more nodes. */
    private static final int NEIGHBORS_MAX = 20;

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** The chapter told last: two that begin in the same millisecond must not share their keys. */
    private static final AtomicLong CHAPTER = new AtomicLong();

    private final String prefix;
    private final List<Comet> nodes;
    private final PrintWriter out;
    private final Duration patience;
    private final ReplyFilter replies;

    /** The story of an application. */
    public Story(Application application, List<Comet> nodes, PrintWriter out) {
        this(application.name() + "/" + chapter() + "/", nodes, out, PATIENCE, ReplyFilter.NONE);
    }

    /**
     * Begins once each node knows the others: before, they would not agree on who holds a key.
     *
     * @param prefix of its keys: an earlier story may have left its objects under others
     * @param patience how long it waits for a reply, or for something to come about
     * @param replies stands between the store and the story
     */
    public Story(String prefix, List<Comet> nodes, PrintWriter out, Duration patience, ReplyFilter replies) {
        this.prefix = prefix;
        this.nodes = List.copyOf(nodes);
        this.out = out;
        this.patience = patience;
        this.replies = replies;
        int known = Math.min(nodes.size(), NEIGHBORS_MAX);
        eventually(
                "the nodes know each other",
                () -> nodes.stream()
                        .allMatch(node -> await(node.lookup(key(""))).size() >= known));
    }

    private static String chapter() {
        long chapter = CHAPTER.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
        return Long.toString(chapter, Character.MAX_RADIX);
    }

    /** A key of this story. */
    public String key(String name) {
        return prefix + name;
    }

    /** The store as seen from each node. */
    public List<Comet> nodes() {
        return nodes;
    }

    /** The store as seen from a node, counted from 0. */
    public Comet node(int number) {
        return nodes.get(number);
    }

    /** The number of the node that is the first owner of a key, which every reader asks first. */
    public int firstOwner(String key) {
        return number(node(0).lookup(key).toCompletableFuture().join().get(0));
    }

    /**
     * The number of a node.
     *
     * @throws NotSeen if it is none of the story
     */
    public int number(Contact contact) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).self().equals(contact)) {
                return i;
            }
        }
        throw new NotSeen("a node of the story; what came is: " + contact);
    }

    /** The letter that the story calls a node by. */
    public String name(Contact contact) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).self().equals(contact)) {
                return name(i);
            }
        }
        return contact.toString();
    }

    private static String name(int node) {
        return String.valueOf((char) ('A' + node));
    }

    /** A sentence of the story. */
    public void say(String text, Object... args) {
        out.println();
        out.println(String.format(Locale.ROOT, text, args));
        out.flush();
    }

    /** An event of the story. */
    public void line(String text, Object... args) {
        out.println("  " + String.format(Locale.ROOT, text, args));
        out.flush();
    }

    /** Puts an object and waits until each of its owners stored it. */
    public PutReply.Stored put(int node, String key, Aso aso) {
        return put(node, Key.of(key), key, aso);
    }

    /** Puts an object under a key without a name. */
    public void put(int node, Key key, Aso aso) {
        put(node, key, brief(key), aso);
    }

    private PutReply.Stored put(int node, Key key, String shown, Aso aso) {
        PutReply reply = await(node(node).put(key, aso, PutOptions.DEFAULT.acks(Acks.all())));
        line("put %s on %s  →  %s", shown, name(node), brief(reply));
        expect(reply instanceof PutReply.Stored, "every owner stored the object");
        return (PutReply.Stored) reply;
    }

    /** Puts a value on the object and waits for each of its owners. */
    public PutReply update(int node, String key, Value value) {
        PutReply reply = await(node(node).update(key, value, PutOptions.DEFAULT.acks(Acks.all())));
        line("update %s on %s  →  %s", key, name(node), brief(reply));
        return reply;
    }

    /** Asks the object; nil if it gives nothing or is not there. */
    public Value get(int node, String key, Value request) {
        return get(node, Key.of(key), key, request);
    }

    /** Asks the object under a key without a name, without a request. */
    public Value get(int node, Key key) {
        return get(node, key, brief(key), Value.NIL);
    }

    private Value get(int node, Key key, String shown, Value request) {
        GetReply reply = await(node(node).get(key, request));
        line("get %s on %s  →  %s", shown, name(node), brief(reply));
        expect(
                !(reply instanceof GetReply.Refused || reply instanceof GetReply.Failed),
                "the object or nothing answered; what came is: " + reply);
        return reply instanceof GetReply.Found found ? found.value() : Value.NIL;
    }

    /** Asks the object without a request. */
    public Value get(int node, String key) {
        return get(node, key, Value.NIL);
    }

    /** The answer of each replica to a reader on a node. */
    public List<GetReply> getAll(int node, String key, Value request) {
        return await(node(node).getFromAll(key, GetOptions.DEFAULT.request(request)));
    }

    /** Removes the object. */
    public RemoveReply remove(int node, String key, Value request) {
        RemoveReply reply = await(node(node).remove(key, RemoveOptions.DEFAULT.request(request)));
        String brief = reply instanceof RemoveReply.Refused refused
                ? "refused: " + refused.refusal().message()
                : reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        line("remove %s on %s  →  %s", key, name(node), brief);
        return reply;
    }

    /** Waits for what the store says. */
    public <R> R await(CompletionStage<R> stage) {
        try {
            R reply = stage.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            @SuppressWarnings("unchecked") // a filter gives back what it was given, or another reply of the same kind
            R seen = (R) replies.filter(reply);
            return seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSeen("an answer; the story was interrupted");
        } catch (ExecutionException e) {
            throw new NotSeen("an answer; " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new NotSeen("an answer within " + patience.toSeconds() + " s");
        }
    }

    /** Waits until something holds, as long as the story has patience. */
    public void eventually(String promise, BooleanSupplier check) {
        long began = System.nanoTime();
        while (!check.getAsBoolean()) {
            expect(System.nanoTime() - began < patience.toNanos(), promise);
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** @throws NotSeen if the value is no table */
    public static Value.Table table(Value value) {
        expect(value instanceof Value.Table, "a table; what came is: " + value);
        return (Value.Table) value;
    }

    /** @throws NotSeen if the value is no number */
    public static long number(Value value) {
        expect(value instanceof Value.Num, "a number; what came is: " + value);
        return (long) ((Value.Num) value).number();
    }

    /** @throws NotSeen if the value is no text */
    public static String text(Value value) {
        expect(value instanceof Value.Bytes, "a text; what came is: " + value);
        return ((Value.Bytes) value).utf8();
    }

    /** The value that a replica gave. */
    public static GetReply.Found found(GetReply reply) {
        expect(reply instanceof GetReply.Found, "an answer; what came is: " + reply);
        return (GetReply.Found) reply;
    }

    /** @throws NotSeen if it was not seen */
    public static void expect(boolean isSeen, String promise) {
        if (!isSeen) {
            throw new NotSeen(promise);
        }
    }

    private static String brief(Key key) {
        return key.toString().substring(0, 8) + "…";
    }

    private String brief(GetReply reply) {
        if (reply instanceof GetReply.Found found) {
            return found.value() + "   from " + name(found.answer().replica());
        }
        if (reply instanceof GetReply.Empty empty) {
            return "nothing   from " + name(empty.answer().replica());
        }
        return reply instanceof GetReply.NotFound ? "not found" : reply.toString();
    }

    /** A reply in a few words. */
    public String brief(PutReply reply) {
        if (reply instanceof PutReply.Refused refused) {
            return "refused: " + refused.refusal().message();
        }
        if (reply instanceof PutReply.Failed failed) {
            return "failed: " + failed.failure().message();
        }
        if (reply instanceof PutReply.NotFound) {
            return "not found";
        }
        return reply.said().stream()
                .map(said -> name(said.replica()) + " " + said.word().toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
