package org.cometkv.testkit.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.wire.MalformedMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSerializer;
import org.cometkv.routing.Contact;
import org.cometkv.testkit.trace.Sent;
import org.cometkv.testkit.trace.Trace;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.RandomStream;
import org.cometkv.testkit.world.World;

/**
 * A network of simulated nodes: frames take a time drawn from the seed, keep their order between two nodes, and can be
 * lost, cut off, doubled or held up. Not thread-safe; owned by a kit.
 */
public final class SimulatedNetwork {

    /** The serializer's number in Pekko, which no byte of a frame has. */
    private static final int SERIALIZER = 1;

    /** A round trip. */
    private static final long LOOK_NANOS = 1_000_000;

    private final World world;
    private final Trace trace;
    private final RandomStream random;
    private final boolean isSerializing;
    private final WireSerializer serializer = new WireSerializer(SERIALIZER, new LongAdder());
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, Map<String, SimulatedLink>> links = new HashMap<>();
    private final FrameRule frames;
    private int underWay;

    /**
     * A network of no node yet.
     *
     * @param isSerializing whether frames pass through bytes, as they do in production, and not as they are
     */
    public SimulatedNetwork(World world, Trace trace, boolean isSerializing, FrameRule frames) {
        this.world = world;
        this.trace = trace;
        this.random = new RandomStream(world.seed()).fork("network");
        this.isSerializing = isSerializing;
        this.frames = frames;
    }

    /** The network as one life of a node has it; an earlier life at that address gets nothing any more. */
    public Network attach(Contact self, int number, Domain domain) {
        Endpoint endpoint = new Endpoint(this, self, number, domain);
        endpoints.put(self.address(), endpoint);
        return endpoint;
    }

    /** Gives what is sent to a peer that a test plays to the test, without any delay. */
    public void play(Contact self, Domain domain, Consumer<Wire.Frame> receiver) {
        endpoints.put(self.address(), new Endpoint(this, self, Trace.NO_NODE, domain, receiver));
    }

    /** Delivers a frame now, whoever it says it is from; where the link is cut or the node is paused, as any other. */
    public void inject(Wire.Frame frame, String to) {
        SimulatedLink link = link(frame.from().address(), to);
        Endpoint target = endpoints.get(to);
        // Without its bytes: what could not be read cannot be written, and what a test makes up is no finding.
        trace.add(Trace.NO_NODE, new Sent(frame, new byte[0], to, target == null ? Sent.LOST : world.nanos()));
        if (target != null) {
            arrive(link, target, frame, Trace.NO_NODE);
        }
    }

    /** Takes whatever is at this address off the network. */
    public void detach(String address) {
        endpoints.remove(address);
    }

    /** Changes the rule of the frames from one address to another. */
    public void rule(String from, String to, UnaryOperator<LinkRule> change) {
        SimulatedLink link = link(from, to);
        link.set(change.apply(link.rule()));
    }

    /** Whether the frames from one address to another are cut off. */
    public boolean isCut(String from, String to) {
        SimulatedLink link = links.getOrDefault(from, Map.of()).get(to);
        return link != null && link.rule().isCut();
    }

    /** Delivers what was held up on its way to an address that is not paused any more. */
    public void resumed(String address) {
        Endpoint to = endpoints.get(address);
        for (String from : endpoints.keySet()) {
            SimulatedLink link = links.getOrDefault(from, Map.of()).get(address);
            if (link != null && to != null) {
                link.release().forEach(frame -> hand(frame, to));
            }
        }
    }

    /** Frames that are on their way. */
    public int underWay() {
        return underWay;
    }

    void send(Endpoint from, String to, Wire.Frame whole) {
        if (from.domain().isDead()) {
            return;
        }
        SimulatedLink link = link(from.self().address(), to);
        LinkRule rule = link.rule();
        Endpoint target = endpoints.get(to);
        boolean isOfItems = !rule.lossOf().isEmpty();
        Wire.Frame frame = isOfItems ? withoutLost(whole, rule, link.random()) : whole;
        if (frame.items().isEmpty()) {
            return;
        }
        byte[] encoded = serializer.toBinary(frame);
        boolean isLost = rule.isCut() || !isOfItems && link.random().happens(rule.loss()) || target == null;
        if (isLost) {
            trace.add(from.number(), new Sent(frame, encoded, to, Sent.LOST));
            return;
        }
        Wire.Frame carried = isSerializing ? decoded(encoded) : frame;
        long arrival = target.isPlayed() ? world.nanos() : link.arrival(world.nanos());
        deliver(link, target, carried, new Sent(frame, encoded, to, arrival), from.number());
        if (link.random().happens(rule.duplicates())) {
            deliver(link, target, carried, new Sent(frame, encoded, to, link.arrival(world.nanos())), from.number());
        }
    }

    /** A system whose node has ended says at once that nobody listens; behind a cut nobody says anything. */
    void look(Endpoint from, String to, Runnable refused) {
        world.at(world.nanos() + LOOK_NANOS, () -> {
            Endpoint target = endpoints.get(to);
            boolean isThere = target != null && !target.domain().isDead();
            String here = from.self().address();
            if (!isThere && !from.domain().isDead() && !isCut(here, to) && !isCut(to, here)) {
                world.execute(from.domain(), refused);
            }
        });
    }

    private static Wire.Frame withoutLost(Wire.Frame frame, LinkRule rule, RandomStream random) {
        List<Wire.Item> left = frame.items().stream()
                .filter(item -> !ItemKind.is(item, rule.lossOf()) || !random.happens(rule.loss()))
                .toList();
        return new Wire.Frame(frame.from(), frame.clock(), left, frame.size());
    }

    private Wire.Frame decoded(byte[] encoded) {
        try {
            return (Wire.Frame) serializer.fromBinary(encoded, "");
        } catch (MalformedMessage e) {
            throw new IllegalStateException("a frame that a node sent cannot be decoded", e);
        }
    }

    private void deliver(SimulatedLink link, Endpoint target, Wire.Frame frame, Sent sent, int from) {
        trace.add(from, sent);
        underWay++;
        world.at(sent.fate(), () -> {
            underWay--;
            frames.arriving(from, target.number(), target.domain().isPaused(), frame)
                    .forEach(arriving -> arrive(link, target, arriving, from));
        });
    }

    private void arrive(SimulatedLink link, Endpoint target, Wire.Frame frame, int from) {
        String to = target.self().address();
        if (endpoints.get(to) != target
                || target.domain().isDead()
                || link.rule().isCut()) {
            // The connection broke with the node it was to, or with the wire.
            trace.add(from, new Sent(frame, new byte[0], to, Sent.LOST));
        } else if (!target.domain().isPaused()) {
            hand(frame, target);
        } else if (!link.stall(frame)) {
            trace.add(from, new Sent(frame, new byte[0], to, Sent.DROPPED));
        }
    }

    private static void hand(Wire.Frame frame, Endpoint target) {
        target.receive(frame);
    }

    private SimulatedLink link(String from, String to) {
        return links.computeIfAbsent(from, address -> new LinkedHashMap<>())
                .computeIfAbsent(to, address -> new SimulatedLink(random.fork(from + ">" + to)));
    }
}
