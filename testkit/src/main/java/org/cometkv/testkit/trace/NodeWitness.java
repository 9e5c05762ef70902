package org.cometkv.testkit.trace;

import org.cometkv.actors.seam.Witness;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Outcome;
import org.cometkv.routing.Key;
import org.cometkv.testkit.world.Domain;
import org.cometkv.testkit.world.World;

/** The witness of a simulated node: all that it is told of is traced, and the fuel costs the node's time. */
public final class NodeWitness implements Witness {

    /** About what a unit of fuel takes on one core. */
    private static final long NANOS_PER_FUEL = 20;

    private final World world;
    private final Domain domain;
    private final Trace trace;
    private final HighestFuel fuel;
    private final int node;

    public NodeWitness(World world, Domain domain, Trace trace, HighestFuel fuel, int node) {
        this.world = world;
        this.domain = domain;
        this.trace = trace;
        this.fuel = fuel;
        this.node = node;
    }

    @Override
    public void event(Key key, Event event, Outcome outcome) {
        trace.add(node, new Handled(key, event, outcome));
        fuel.used(node, key, outcome.usage().fuel());
        world.worked(domain, outcome.usage().fuel() * NANOS_PER_FUEL);
    }

    @Override
    public void effect(Key key, Effect effect) {
        trace.add(node, new Performed(key, effect));
    }
}
