package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cometkv.actors.wire.Wire;
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
    private final Member member;
    private final Deque<Wire.Item> received = new ArrayDeque<>();

    PlayedPeer(SimulatedCluster cluster, Contact contact) {
        this.cluster = cluster;
        this.contact = contact;
        this.domain = cluster.world().domain("peer " + contact);
        this.member = cluster.members().create(contact, Trace.NO_NODE, domain);
        cluster.network().play(contact, domain, frame -> received.addAll(frame.items()));
    }

    /** Its id and address. */
    public Contact contact() {
        return contact;
    }

    /** The greeting of it as the member that it is once it has joined, which owns keys; an answer to the nodes' own. */
    public Wire.Hello hello() {
        return new Wire.Hello(Wire.PROTOCOL, member.incarnation(), true, true);
    }

    /** Becomes a member of the cluster, as far as that itself is concerned; the nodes greet it, and it has not yet. */
    public void join() {
        cluster.members().join(member);
        cluster.awaitCalm();
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
