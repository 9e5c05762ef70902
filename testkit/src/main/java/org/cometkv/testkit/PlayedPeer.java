package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.members.Member;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.Domain;

/**
 * A peer of the nodes that a test plays: it sends whatever the test makes up and keeps what the nodes send it, all
 * without any delay. It is a stranger to the nodes until it joins. For the test's thread.
 */
public final class PlayedPeer {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SimulatedCluster cluster;
    private final Contact contact;
    private final Domain domain;
    private final Deque<Wire.Item> received = new ArrayDeque<>();
    private final Member member;
    /** Its answers as an owner; null while it gives none of itself. */
    private Function<Wire.Upkeep, Optional<ReplicaReply>> answers;

    PlayedPeer(SimulatedCluster cluster, Contact contact) {
        this.cluster = cluster;
        this.contact = contact;
        this.domain = cluster.world().domain("peer " + contact);
        this.member = cluster.members().create(contact, Trace.NO_NODE, domain);
        cluster.network().play(contact, domain, this::received);
    }

    /** Its id and address. */
    public Contact contact() {
        return contact;
    }

    /** Becomes a member of the cluster, as far as that itself is concerned; the nodes greet it, and it has not yet. */
    public void join() {
        cluster.members().join(member);
        cluster.awaitCalm();
    }

    /**
     * From now on it answers as an owner that holds nothing, and keeps nothing that it is handed, when a node compares
     * replicas; {@link #next} and {@link #drain} no longer give such requests.
     */
    public void holdNothing() {
        answer(asked -> Optional.of(ofNothing(asked)));
    }

    /**
     * From now on it answers so when a node compares replicas, hands over what it holds or tells how a change ended;
     * not at all where there is no answer. {@link #next} and {@link #drain} no longer give such requests.
     */
    public void answer(Function<Wire.Upkeep, Optional<ReplicaReply>> given) {
        answers = given;
    }

    private void received(Wire.Frame frame) {
        for (Wire.Item item : frame.items()) {
            if (answers != null && item instanceof Wire.Upkeep asked) {
                answers.apply(asked).ifPresent(reply -> send(frame.from(), new Wire.Reply(asked.id(), reply)));
            } else {
                received.add(item);
            }
        }
    }

    /** The answer of an owner that holds nothing. */
    public static ReplicaReply ofNothing(Wire.Upkeep asked) {
        if (asked instanceof Wire.Fetch) {
            return new ReplicaReply.Fetched(Optional.empty());
        }
        if (asked instanceof Wire.CompareRanges) {
            // As a node does that knows other members: what it holds says nothing.
            return new ReplicaReply.RangesCompared(ReplicaReply.RangesMatch.OTHER_VIEW, List.of());
        }
        if (asked instanceof Wire.CompareKeys) {
            return new ReplicaReply.KeysCompared(List.of());
        }
        return asked instanceof Wire.Resolve
                ? new ReplicaReply.Resolved()
                : new ReplicaReply.Compared(KeyDigest.NOTHING);
    }

    /**
     * Its greeting, as the member that it is or will be.
     *
     * @param hostsObjects whether it owns keys
     * @param isAnswer whether it answers a greeting
     */
    public Wire.Hello hello(boolean hostsObjects, boolean isAnswer) {
        return new Wire.Hello(
                Wire.PROTOCOL, member.incarnation(), hostsObjects, Limits.DEFAULTS, Optional.empty(), isAnswer);
    }

    /** Sends a node a frame of these items. */
    public void send(Contact to, Wire.Item... items) {
        send(to, 0, items);
    }

    /** Sends a node a frame that is said to take so many bytes. */
    public void send(Contact to, int bytes, Wire.Item... items) {
        cluster.network().inject(new Wire.Frame(contact, 0, List.of(items), bytes), to.address());
    }

    /** The next item that a node sends or has sent; runs until there is one. */
    public Wire.Item next() {
        cluster.world().until(() -> !received.isEmpty(), PATIENCE, contact + " has got nothing");
        return received.remove();
    }

    /** All items that came and were not taken yet, in order; takes them. */
    public List<Wire.Item> drain() {
        List<Wire.Item> all = new ArrayList<>(received);
        received.clear();
        return all;
    }
}
