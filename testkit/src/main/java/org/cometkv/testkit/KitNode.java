package org.cometkv.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.cometkv.actors.Comet;
import org.cometkv.actors.RunningNode;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.disk.SimulatedDisk;
import org.cometkv.testkit.members.Member;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.NodeClock;

/** A node of a {@link CometTestKit}, over all its lives. For the test's thread. */
public final class KitNode implements ClusterNode {

    /** A life: from a start to a crash or an orderly end. */
    record Life(
            String name,
            Contact contact,
            Domain domain,
            NodeClock clock,
            NodeStages stages,
            Member member,
            RunningNode running,
            Comet comet,
            List<ActorRef<?>> actors) {

        Life(
                String name,
                Contact contact,
                Domain domain,
                NodeClock clock,
                NodeStages stages,
                Member member,
                RunningNode running) {
            this(name, contact, domain, clock, stages, member, running, running.comet(stages), new ArrayList<>());
        }
    }

    private final SimulatedCluster cluster;
    private final int number;
    private final SimulatedDisk disk = new SimulatedDisk();
    private int lives;
    private Optional<Life> life = Optional.empty();

    KitNode(SimulatedCluster cluster, int number) {
        this.cluster = cluster;
        this.number = number;
    }

    @Override
    public Comet comet() {
        return life().comet();
    }

    @Override
    public int number() {
        return number;
    }

    /** Its id and address in its present life. */
    public Contact contact() {
        return life().contact();
    }

    /** Its clock in its present life. */
    public NodeClock clock() {
        return life().clock();
    }

    @Override
    public boolean isUp() {
        return life.isPresent();
    }

    /** The number of its starts. */
    public int lives() {
        return lives;
    }

    /** The digest of what it holds under a key as of the last commit. */
    public KeyDigest digest(Key key) {
        return life().running().digest(key);
    }

    /** Its disk, over all its lives; in a kit that has some. */
    public SimulatedDisk disk() {
        return disk;
    }

    /**
     * Lets the object under a key come to rest here, as one does that is idle for long; whether it did. It does not
     * while an event of it waits, nor within a deadline of its last change.
     */
    public boolean passivate(String key) {
        return cluster.passivate(this, Key.of(key));
    }

    /** The objects that run here; those that sleep need no actor. */
    public int awake() {
        return life().running().awake();
    }

    /** Whether it is paused. */
    public boolean isPaused() {
        return life.isPresent() && life().domain().isPaused();
    }

    /**
     * Starts an actor of the test's own on this node: it stops when the node is paused, goes on when that is over, and
     * ends when the node crashes or leaves.
     *
     * @param name unique among the actors of this node's present life
     */
    @Override
    public <T> ActorRef<T> spawn(Behavior<T> behavior, String name) {
        return cluster.spawn(this, behavior, name);
    }

    /** @throws IllegalStateException if it does not live */
    Life life() {
        return life.orElseThrow(() -> new IllegalStateException(
                cluster.world().at(this + " is down: it crashed or left, and was not started again")));
    }

    void begin(Life begun) {
        life = Optional.of(begun);
    }

    void end() {
        life = Optional.empty();
    }

    /** The number of the life that begins now, from 1. */
    int nextLife() {
        return ++lives;
    }

    @Override
    public String toString() {
        return "node-" + number;
    }
}
