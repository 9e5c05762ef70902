package org.cometkv.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Value;

/** A command of a scenario: a call of a client, a fault, or a wait. Nodes are numbers from 0. */
public sealed interface Command {

    /** The most nodes that a scenario names. */
    int NODES_MAX = 100;

    /** A call that a client makes through a node; the scenario goes on while it is under way. */
    sealed interface Call extends Command {

        /** The node that the client is at. */
        int node();

        /** The name of the key; the operation's name where it is the user's. */
        String key();
    }

    /** A put of a passive value. */
    record Put(int node, String key, Value value, boolean isIfAbsent) implements Call {}

    /**
     * A put of an object that the scenario describes.
     *
     * @param object its name in the scenario
     * @param fields what its state begins with, on top of what its script sets
     */
    record PutObject(int node, String key, String object, Value.Table fields, boolean isIfAbsent) implements Call {}

    /** An update: a put of a value on an occupied key. */
    record Update(int node, String key, Value value) implements Call {}

    /** A get, with a request or nil. */
    record Get(int node, String key, Value request) implements Call {}

    /** A get from every replica, with a request or nil. */
    record GetFromAll(int node, String key, Value request) implements Call {}

    /** A get of the latest replica, with a request or nil. */
    record GetLatest(int node, String key, Value request) implements Call {}

    /** A remove. */
    record Remove(int node, String key) implements Call {}

    /** An operation of the user's own, known by its name. */
    record Operate(int node, String name, List<Value> arguments) implements Call {
        public Operate {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String key() {
            return name;
        }
    }

    /** A change of the cluster or its network, or load, that a store must bear. */
    sealed interface Fault extends Command {}

    /** In place of a node's number: all other nodes. */
    int ALL = -1;

    /**
     * A connection of two nodes, or of one with all others.
     *
     * @param to a node, or {@link #ALL}
     * @param isOneWay from the first to the second only
     */
    record Link(int from, int to, boolean isOneWay) {}

    /** Loses all frames from now on. */
    record Cut(Link link) implements Fault {}

    /** Ends what was done to a connection. */
    record Heal(Link link) implements Fault {}

    /** Ends what was done to all connections. */
    record HealAll() implements Fault {}

    /** Cuts every connection between nodes of different groups; a node in no group is in one with nobody. */
    record Partition(List<List<Integer>> groups) implements Fault {
        public Partition {
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    /** Delays all frames by so much more. */
    record Slow(Link link, Duration delay) implements Fault {}

    /**
     * Loses so many of a hundred frames.
     *
     * @param kind of items in frames that are lost, such as {@code put}; empty for whole frames
     */
    record Drop(Link link, int percent, String kind) implements Fault {}

    /** Delivers so many of a hundred frames twice. */
    record Duplicate(Link link, int percent) implements Fault {}

    /** Holds everything that a node does until it is resumed, as a long garbage collection does. */
    record Pause(int node) implements Fault {}

    /** Lets a paused node go on. */
    record Resume(int node) implements Fault {}

    /** Ends a node without a word. */
    record Crash(int node) implements Fault {}

    /** Starts a crashed node again, empty. */
    record Restart(int node) implements Fault {}

    /** Starts a node that was not there. */
    record Join(int node) implements Fault {}

    /** Ends a node in good order. */
    record Leave(int node) implements Fault {}

    /** Moves the wall clock of a node; its timers are not touched. */
    record JumpClock(int node, Duration by) implements Fault {}

    /** Lets the object under a key come to rest on a node, if nothing is under way there. */
    record Passivate(int node, String key) implements Fault {}

    /** Sends so many gets of one key at once, and forgets their replies. */
    record Flood(int node, String key, int gets) implements Fault {}

    /**
     * A fault that ends by itself: a connection is healed, a node resumed or started again.
     *
     * @param fault one that {@link #endOf} can end
     */
    record Lasting(Fault fault, Duration time) implements Fault {

        /** @throws IllegalArgumentException if the fault has no end */
        public Lasting {
            endOf(fault);
        }

        /** The fault that ends it. */
        public Fault end() {
            return endOf(fault);
        }
    }

    /** Whether {@link #endOf} can end this fault. */
    static boolean hasEnd(Fault fault) {
        return linkOf(fault).isPresent()
                || fault instanceof Partition
                || fault instanceof Pause
                || fault instanceof Crash
                || fault instanceof Leave;
    }

    /**
     * The fault that ends another one.
     *
     * @throws IllegalArgumentException if that has no end
     */
    static Fault endOf(Fault fault) {
        Optional<Link> link = linkOf(fault);
        if (link.isPresent()) {
            return new Heal(link.get());
        }
        if (fault instanceof Partition) {
            return new HealAll();
        }
        if (fault instanceof Pause pause) {
            return new Resume(pause.node());
        }
        if (fault instanceof Crash crash) {
            return new Restart(crash.node());
        }
        if (fault instanceof Leave leave) {
            return new Restart(leave.node());
        }
        throw new IllegalArgumentException("nothing ends a " + fault.getClass().getSimpleName());
    }

    /** The connection that a fault concerns, if it is one of a connection and lasts. */
    static Optional<Link> linkOf(Fault fault) {
        if (fault instanceof Cut cut) {
            return Optional.of(cut.link());
        }
        if (fault instanceof Slow slow) {
            return Optional.of(slow.link());
        }
        if (fault instanceof Drop drop) {
            return Optional.of(drop.link());
        }
        return fault instanceof Duplicate duplicate ? Optional.of(duplicate.link()) : Optional.empty();
    }

    /** A wait in virtual time. */
    sealed interface Wait extends Command {}

    /** Lets so much time pass. */
    record Advance(Duration time) implements Wait {}

    /** Waits until no call is under way. */
    record AwaitReplies() implements Wait {}

    /** Waits until nothing but timers is due. */
    record AwaitQuiet() implements Wait {}

    /** Ends all faults: heals, resumes and restarts, then waits for all replies and until members have settled. */
    record Calm() implements Wait {}

    /** Gets every key of the scenario through every node, and then from all its replicas. */
    record ReadAll() implements Wait {}
}
