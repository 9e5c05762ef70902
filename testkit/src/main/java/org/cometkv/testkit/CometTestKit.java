package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorSystem;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.network.DelayRule;
import org.cometkv.testkit.network.LinkRule;
import org.cometkv.testkit.probe.SimulatedProbe;
import org.cometkv.testkit.trace.Noted;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.PlainWaitWatch;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldStage;

/**
 * A cluster of whole nodes in one actor system on the test's thread, in virtual time: what happens is a function of the
 * seed. Waiting for a stage of a node runs the cluster until the stage is complete.
 *
 * <p>For the thread that made it.
 */
public final class CometTestKit implements ClusterKit {

    private static final Duration CHECK_EACH = Duration.ofMillis(50);

    private final SimulatedCluster cluster;
    private final World world;
    private final Trace trace;
    private int probes;
    private boolean isClosed;

    CometTestKit(KitSettings settings) {
        this.cluster = new SimulatedCluster(settings);
        this.world = cluster.world();
        this.trace = cluster.trace();
        PlainWaitWatch.ofJvm().add(world);
    }

    /** A kit of three nodes. */
    public static CometTestKit simulated(long seed) {
        return builder().seed(seed).build();
    }

    /** A builder of a kit of three nodes of seed 1. */
    public static KitBuilder builder() {
        return new KitBuilder();
    }

    /** The node of this number, from 0. */
    @Override
    public KitNode node(int number) {
        if (number < 0 || number >= cluster.nodes().size()) {
            throw new IllegalArgumentException(world.at("there is no node " + number + "; the kit has nodes 0 to "
                    + (cluster.nodes().size() - 1)));
        }
        return cluster.nodes().get(number);
    }

    /** All nodes there ever were, those that are down among them. */
    public List<KitNode> nodes() {
        return List.copyOf(cluster.nodes());
    }

    /** The actor system that all nodes share. */
    public ActorSystem<Void> system() {
        return cluster.system();
    }

    /** The world that the nodes live in. */
    public World world() {
        return world;
    }

    /** The trace of the run so far. */
    public Trace trace() {
        return trace;
    }

    /** The seed of everything that happens. */
    public long seed() {
        return world.seed();
    }

    /** Virtual time since the kit was made. */
    public Duration now() {
        return Duration.ofNanos(world.nanos());
    }

    /** A probe of Pekko's TestKit, in virtual time, for messages of this type. */
    @Override
    public <M> TestProbe<M> probe(Class<M> type) {
        return new SimulatedProbe<>(world, cluster.system(), "probe-" + type.getSimpleName() + "-" + ++probes);
    }

    /** A probe of Pekko's TestKit, in virtual time, for messages of any type. */
    public <M> TestProbe<M> probe() {
        return new SimulatedProbe<>(world, cluster.system(), "probe-" + ++probes);
    }

    /** Puts an object through node 0 and waits for the reply. */
    @Override
    public PutReply put(String key, Aso aso) {
        trace.names().key(key);
        return ClusterKit.super.put(key, aso);
    }

    /** Puts a value on an occupied key through node 0 and waits for the reply. */
    @Override
    public PutReply update(String key, Value value) {
        trace.names().key(key);
        return ClusterKit.super.update(key, value);
    }

    /** Asks an object through node 0, with a request for its onGet, and waits for the reply. */
    @Override
    public GetReply get(String key, Value request) {
        trace.names().key(key);
        return ClusterKit.super.get(key, request);
    }

    /** Removes an object through node 0 and waits for the reply. */
    @Override
    public RemoveReply remove(String key) {
        trace.names().key(key);
        return ClusterKit.super.remove(key);
    }

    /** The object under a key, for assertions about its replicas; each assertion looks anew. */
    public KitObject object(String key) {
        trace.names().key(key);
        return new KitObject(cluster, key);
    }

    /** Lets so much time pass, in which all that is due happens. */
    @Override
    public void advance(Duration time) {
        world.advance(time);
    }

    @Override
    public void eventually(Duration most, Runnable check) {
        probe().awaitAssert(most, CHECK_EACH, () -> {
            check.run();
            return true;
        });
    }

    /** Runs until no request is under way, no frame is on its way and nobody is about to be told of a member. */
    public void awaitQuiet() {
        cluster.awaitQuiet();
    }

    /** Runs until the stage is complete; its value, as {@code join} gives it. For stages of any kind. */
    @Override
    public <T> T await(CompletionStage<T> stage) {
        return world.await(stage);
    }

    /** Runs until all these stages are complete, however they end. */
    public void await(CompletionStage<?>... stages) {
        for (CompletionStage<?> stage : stages) {
            world.await(stage.handle((value, broken) -> true));
        }
    }

    /** A stage that is complete when all these are, and can be waited for; {@code CompletableFuture.allOf} cannot. */
    public CompletableFuture<Void> all(CompletionStage<?>... stages) {
        CompletableFuture<Void> all = new WorldStage<>(world);
        CompletableFuture.allOf(Arrays.stream(stages)
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new))
                .whenComplete((done, broken) -> {
                    if (broken == null) {
                        all.complete(null);
                    } else {
                        all.completeExceptionally(broken);
                    }
                });
        return all;
    }

    /** Cuts the nodes into groups that hear nothing of each other; all that are not named are one more group. */
    public void partition(int[]... groups) {
        List<Set<Integer>> parts = new ArrayList<>();
        Set<Integer> rest = new LinkedHashSet<>();
        nodes().forEach(node -> rest.add(node.number()));
        for (int[] group : groups) {
            Set<Integer> part = new LinkedHashSet<>();
            for (int number : group) {
                part.add(node(number).number());
                if (!rest.remove(number)) {
                    throw new IllegalArgumentException(world.at("node " + number + " is in two parts of a partition"));
                }
            }
            parts.add(part);
        }
        parts.add(rest);
        note("partition " + parts);
        for (Set<Integer> part : parts) {
            for (int from : part) {
                nodes().stream()
                        .filter(to -> !part.contains(to.number()))
                        .forEach(to -> rule(from, to.number(), link -> link.withCut(true)));
            }
        }
        cluster.members().broken();
    }

    /** Cuts the frames from one node to another; the other way stays. */
    public void cut(int from, int to) {
        note("cut " + from + " " + to);
        rule(from, to, link -> link.withCut(true));
        cluster.members().broken();
    }

    /** Ends all cuts and partitions. */
    public void heal() {
        note("heal");
        everywhere(link -> link.withCut(false));
        cluster.members().mended();
    }

    /** Ends the cut of the frames from one node to another. */
    public void heal(int from, int to) {
        note("heal " + from + " " + to);
        rule(from, to, link -> link.withCut(false));
        cluster.members().mended();
    }

    /** Frames from one node to another take as long as on a local network again. */
    public void undelay(int from, int to) {
        note("undelay " + from + " " + to);
        rule(from, to, link -> link.withDelay(DelayRule.LOCAL));
    }

    /** Frames from one node to another take a time between these from now on. */
    public void delay(int from, int to, Duration least, Duration most) {
        note("delay " + from + " " + to + " " + least.toNanos() + " " + most.toNanos());
        rule(from, to, link -> link.withDelay(DelayRule.between(least, most)));
    }

    /** All frames take a time between these from now on. */
    public void delay(Duration least, Duration most) {
        note("delay " + least.toNanos() + " " + most.toNanos());
        everywhere(link -> link.withDelay(DelayRule.between(least, most)));
    }

    /** Loses a part, 0 to 1, of the frames from one node to another from now on. */
    public void drop(int from, int to, double probability) {
        note("drop " + from + " " + to + " " + Math.round(probability * 1_000_000));
        rule(from, to, link -> link.withLoss(probability));
    }

    /** Loses a part, 0 to 1, of all frames from now on. */
    public void drop(double probability) {
        note("drop " + Math.round(probability * 1_000_000));
        everywhere(link -> link.withLoss(probability));
    }

    /** Doubles a part, 0 to 1, of the frames from one node to another from now on. */
    public void duplicate(int from, int to, double probability) {
        note("duplicate " + from + " " + to + " " + Math.round(probability * 1_000_000));
        rule(from, to, link -> link.withDuplicates(probability));
    }

    /** Doubles a part, 0 to 1, of all frames from now on. */
    public void duplicate(double probability) {
        note("duplicate " + Math.round(probability * 1_000_000));
        everywhere(link -> link.withDuplicates(probability));
    }

    /** Holds a node up, as a long collection or a debugger would: nothing of it runs until it is resumed. */
    @Override
    public void pause(int number) {
        note("pause " + number);
        world.pause(node(number).life().domain());
        cluster.members().broken();
    }

    /** A paused node goes on, with all that came meanwhile. */
    @Override
    public void resume(int number) {
        note("resume " + number);
        KitNode.Life life = node(number).life();
        world.resume(life.domain());
        cluster.network().resumed(life.contact().address());
        cluster.members().mended();
    }

    /** Ends a node as the end of its process would: it says nothing more, and what it held is lost. */
    @Override
    public void crash(int number) {
        note("crash " + number);
        cluster.crash(node(number));
    }

    /** Starts a node that crashed or left, at its address and with another id; it joins and hosts nothing yet. */
    @Override
    public void restart(int number) {
        note("restart " + number);
        KitNode node = node(number);
        if (node.isUp()) {
            throw new IllegalStateException(world.at(node + " is up; crash it first"));
        }
        cluster.members().join(cluster.start(node).member());
    }

    /** Starts one more node, which joins the cluster. */
    @Override
    public KitNode join() {
        KitNode node = cluster.add();
        note("join " + node.number());
        cluster.members().join(cluster.start(node).member());
        return node;
    }

    /** A node hands over what it holds, leaves the cluster and stops, all in good order. */
    @Override
    public void leave(int number) {
        note("leave " + number);
        cluster.leave(node(number));
    }

    /** These nodes stop in good order, all at once and without a pause: what is under way there ends. They leave. */
    public void stop(int... numbers) {
        note("stop " + Arrays.toString(numbers));
        List<KitNode> stopping = Arrays.stream(numbers).mapToObj(this::node).toList();
        stopping.forEach(node -> cluster.members().leave(node.life().member()));
        cluster.stop(stopping);
    }

    /** A peer that the test plays, at this address and with this id. It is no member. */
    public PlayedPeer peer(Contact contact) {
        return new PlayedPeer(cluster, contact);
    }

    /** Hands a node a frame now, whoever it says that it is from and whatever it holds. */
    public void inject(Wire.Frame frame, int to) {
        cluster.network().inject(frame, SimulatedCluster.address(node(to)));
    }

    /** The wall clock of a node goes ahead by so much, or back. */
    public void jumpClock(int number, Duration by) {
        note("jumpClock " + number + " " + by.toNanos());
        node(number).clock().jump(by);
    }

    /** Stops all nodes in good order and checks that nothing of them is left. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        PlainWaitWatch.ofJvm().remove(world);
        // A world that failed goes no step further; it has no threads, so that it needs no end.
        if (world.hasFailed()) {
            world.checkUntold();
            return;
        }
        world.check();
        new Ending(cluster).run();
    }

    private void note(String command) {
        trace.add(Trace.NO_NODE, new Noted(command));
    }

    private void everywhere(UnaryOperator<LinkRule> change) {
        for (KitNode from : nodes()) {
            for (KitNode to : nodes()) {
                if (from != to) {
                    rule(from.number(), to.number(), change);
                }
            }
        }
    }

    /** Changes the rule of the frames from one node to another. */
    public void rule(int from, int to, UnaryOperator<LinkRule> change) {
        cluster.network().rule(SimulatedCluster.address(node(from)), SimulatedCluster.address(node(to)), change);
    }
}
