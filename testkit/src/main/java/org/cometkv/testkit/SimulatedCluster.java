package org.cometkv.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.pekko.Done;
import org.apache.pekko.actor.InternalActorRef;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.Metric;
import org.cometkv.actors.NodeFactory;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.seam.Store;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.members.Member;
import org.cometkv.testkit.members.SimulatedMembers;
import org.cometkv.testkit.network.SimulatedNetwork;
import org.cometkv.testkit.trace.HighestFuel;
import org.cometkv.testkit.trace.NodeWitness;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.NodeClock;
import org.cometkv.testkit.world.RandomStream;
import org.cometkv.testkit.world.WorkCost;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldGuards;
import org.cometkv.testkit.world.WorldSystem;

/** The nodes of a simulated kit, in one actor system in one world: their starts and their ends. */
final class SimulatedCluster {

    private static final int FIRST_PORT = 2551;

    /** The time that a node which leaves has to hand over what it holds. */
    private static final Duration LEAVE = Duration.ofMinutes(5);

    /** The time that a node may take to stop in good order. */
    private static final Duration STOP = Duration.ofSeconds(30);

    /** The time that a cluster may take to form, if it can at all; and how often it is looked at. */
    private static final Duration FORM = Duration.ofSeconds(30);

    private static final Duration FORM_STEP = Duration.ofMillis(20);

    private final KitSettings settings;
    private final World world;
    private final Trace trace;
    private final HighestFuel fuel = new HighestFuel();
    private final SimulatedNetwork network;
    private final SimulatedMembers members;
    private final ActorSystem<Void> system;
    /** By the number of the node whose settings they have; see {@link #configOf}. */
    private final Map<Integer, NodeFactory> factories = new HashMap<>();

    private final List<KitNode> nodes = new ArrayList<>();

    /** Starts the nodes and forms their cluster. */
    SimulatedCluster(KitSettings settings) {
        this.settings = settings;
        this.world = new World(
                settings.seed(),
                settings.order(),
                new WorkCost(settings.taskCost().toNanos()),
                new WorldGuards(settings.stepsMax(), settings.waitMax()));
        this.trace = new Trace(world::nanos, settings.timelineMax());
        settings.listeners().forEach(trace::listen);
        this.network = new SimulatedNetwork(world, trace, settings.isSerializing(), settings.frames());
        this.members = new SimulatedMembers(world, trace, network::isCut);
        this.system = WorldSystem.create(world, settings.config());
        List<Member> founders = new ArrayList<>();
        for (int i = 0; i < settings.nodes(); i++) {
            founders.add(start(add()).member());
        }
        members.found(founders);
        awaitFormed();
    }

    /** Runs until every node knows all that own keys: in a large cluster it publishes what it knows in steps. */
    private void awaitFormed() {
        Map<Integer, Boolean> hosting = new HashMap<>();
        long owners = nodes.stream()
                .filter(node -> hosting.computeIfAbsent(
                        configOf(node), number -> settings.of(number).getBoolean("comet.node.hosts-objects")))
                .count();
        awaitCalm();
        while (nodes.stream().anyMatch(node -> ownersKnownTo(node) < owners) && world.nanos() < FORM.toNanos()) {
            world.advance(FORM_STEP);
            awaitCalm();
        }
    }

    /** The number under which its settings are known: its own if it has some of its own, else that of all others. */
    private int configOf(KitNode node) {
        return settings.ofNode().containsKey(node.number()) ? node.number() : Trace.NO_NODE;
    }

    private static long ownersKnownTo(KitNode node) {
        return node.comet().metrics().value(Metric.NODES_OWNERS);
    }

    /** The longest time that a request of any node may take. */
    Duration requestTimeout() {
        return nodes.stream()
                .mapToInt(this::configOf)
                .distinct()
                .mapToObj(of -> settings.of(of).getDuration("comet.requests.timeout"))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    World world() {
        return world;
    }

    Trace trace() {
        return trace;
    }

    HighestFuel fuel() {
        return fuel;
    }

    SimulatedNetwork network() {
        return network;
    }

    SimulatedMembers members() {
        return members;
    }

    ActorSystem<Void> system() {
        return system;
    }

    List<KitNode> nodes() {
        return nodes;
    }

    /** The address at which a node is, was or will be. */
    static String address(KitNode node) {
        return node + ":" + (FIRST_PORT + node.number());
    }

    /** A node that is not started yet. */
    KitNode add() {
        KitNode node = new KitNode(this, nodes.size());
        nodes.add(node);
        return node;
    }

    /** Begins a life of a node, which is no member yet. */
    KitNode.Life start(KitNode node) {
        int number = node.nextLife();
        // A node that starts again has another id, as in production: its id is on its disk.
        String name = number == 1 ? node.toString() : node + "." + number;
        NodeId id = NodeId.of(settings.hasDisks() ? node.toString() : name);
        Contact contact = new Contact(id, node.toString(), FIRST_PORT + node.number());
        Domain domain = world.domain(name);
        NodeClock clock = new NodeClock(world, domain, 1, Duration.ZERO);
        Member member = members.create(contact, node.number(), domain);
        RandomStream chance = new RandomStream(settings.seed()).fork(name);
        Seams seams = new Seams(
                clock,
                network.attach(contact, node.number(), domain),
                member,
                chance::next,
                settings.hasDisks() ? node.disk().open(work -> world.execute(domain, work)) : Store.NONE,
                new NodeWitness(world, domain, trace, fuel, node.number()));
        LateThreads threads = new LateThreads(
                world, domain, new RandomStream(settings.seed()).fork(name + " threads"), settings.threadsDelay());
        NodeFactory factory = factories.computeIfAbsent(configOf(node), of -> new NodeFactory(system, settings.of(of)));
        KitNode.Life life = new KitNode.Life(
                name,
                contact,
                domain,
                clock,
                new NodeStages(world),
                member,
                factory.start(name, settings.seams().of(node.number(), seams), threads));
        node.begin(life);
        return life;
    }

    <T> ActorRef<T> spawn(KitNode node, Behavior<T> behavior, String name) {
        KitNode.Life life = node.life();
        String path = life.name() + "-" + name;
        world.assign(path, life.domain());
        // It sees messages of the actor's own type only.
        @SuppressWarnings("unchecked")
        Behavior<T> watched =
                (Behavior<T>) Behaviors.intercept(() -> new AssertionWatch(world, name), (Behavior<Object>) behavior);
        ActorRef<T> actor = system.systemActorOf(watched, path, Props.empty());
        life.actors().add(actor);
        return actor;
    }

    /** Ends a node's life as the end of its process would: nothing of it runs any more, and nobody is told. */
    void crash(KitNode node) {
        KitNode.Life life = node.life();
        network.detach(life.contact().address());
        life.stages().breakAll(world.at(node + " crashed, and who waited there with it"));
        world.resume(life.domain());
        stop(life.running().guardian());
        life.actors().forEach(SimulatedCluster::stop);
        world.drain(life.domain());
        world.kill(life.domain());
        if (settings.hasDisks()) {
            crashDisk(node, life);
        }
        node.end();
        members.broken();
    }

    /** How much of what was not synced is left is drawn from the seed. */
    private void crashDisk(KitNode node, KitNode.Life life) {
        RandomStream chance = new RandomStream(settings.seed()).fork(life.name() + " disk");
        node.disk()
                .crash((int) Long.remainderUnsigned(chance.next(), node.disk().unsynced() + 1L));
    }

    /** Lets an object of a node come to rest; whether it did. */
    boolean passivate(KitNode node, Key key) {
        List<Boolean> told = new ArrayList<>(1);
        node.life().running().passivate(key, told::add);
        await(() -> !told.isEmpty(), node + " has not told whether its object came to rest");
        return told.get(0);
    }

    /** A node hands over what it holds, leaves its cluster and ends its life. */
    void leave(KitNode node) {
        CompletableFuture<Done> left = node.life().running().leave(LEAVE).toCompletableFuture();
        await(left::isDone, node + " has not handed over what it holds");
        members.leave(node.life().member());
        awaitCalm();
        stop(List.of(node));
    }

    /** Ends the lives of these nodes in good order, after they left their cluster. */
    void stop(List<KitNode> stopping) {
        List<CompletableFuture<Done>> stopped = stopping.stream()
                .map(node -> node.life().running().stop().toCompletableFuture())
                .toList();
        world.until(() -> stopped.stream().allMatch(CompletableFuture::isDone), STOP, stopping + " have not stopped");
        stopping.forEach(node -> node.life().actors().forEach(SimulatedCluster::stop));
        world.until(() -> world.ready() == 0, STOP, "the actors of " + stopping + " have not stopped");
        for (KitNode node : stopping) {
            network.detach(node.life().contact().address());
            node.end();
        }
    }

    /** Runs until this is so, which must not take longer than a stage may. */
    void await(BooleanSupplier condition, String otherwise) {
        world.until(condition, settings.waitMax(), otherwise);
    }

    /** Runs until nothing is ready, on its way or about to be told. */
    void awaitCalm() {
        await(this::isCalm, "the nodes are not quiet");
    }

    /** Runs until that, and until no request is under way either. */
    void awaitQuiet() {
        await(
                () -> isCalm()
                        && nodes.stream()
                                .noneMatch(node ->
                                        node.isUp() && node.life().stages().open() > 0),
                "the nodes are not quiet");
    }

    private boolean isCalm() {
        return world.isIdle() && network.underWay() == 0 && members.underWay() == 0;
    }

    /** Ends the actor system and all that is in it. */
    void terminate() {
        WorldSystem.terminate(world, system);
    }

    /** By a system message, which comes before all others. */
    private static void stop(ActorRef<?> actor) {
        ((InternalActorRef) Adapter.toClassic(actor)).stop();
    }
}
