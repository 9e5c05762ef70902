package org.cometkv.actors.objects;

import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Host;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;

/** An object on its way to be stored on this node: new by a put, or a copy of one elsewhere. */
final class ArrivingObject {

    private final Wire.Change request;
    private final NodeContext node;
    private final Script script;
    private final Limits limits;
    private final Instance instance;
    private final long seed;

    private ArrivingObject(Wire.Change request, HostingContext hosting) {
        this.request = request;
        this.node = hosting.node();
        this.script =
                request instanceof Wire.Put put ? put.script() : copy(request).script();
        this.limits = limits(request, hosting);
        this.seed = hosting.seed(request.key());
        this.instance = hosting.sandbox().instance(request.key(), script, limits, seed);
    }

    /** @param request a put or a copy */
    static ArrivingObject of(Wire.Change request, HostingContext hosting) {
        return new ArrivingObject(request, hosting);
    }

    /** Whether it can be loaded at once; if not, its script is compiled first, and then {@code later} is run. */
    boolean isReady(CompileLane lane, Runnable later) {
        return lane.isReady(script, limits, later);
    }

    Instance instance() {
        return instance;
    }

    /** Runs the chunk and lays the fields or the state over it. */
    Step load(Scratch scratch, Host host) {
        return request instanceof Wire.Put put
                ? instance.create(scratch, host, put.fields())
                : instance.restore(scratch, host, copy(request).state());
    }

    /** The object, once it is loaded. */
    HostedObject object(long now) {
        return request instanceof Wire.Put put
                ? new HostedObject(put, instance, node.settings(), seed, now)
                : new HostedObject(copy(request), instance, node.settings(), seed, now);
    }

    private static Limits limits(Wire.Change request, HostingContext hosting) {
        NodeContext node = hosting.node();
        return hosting.verifier()
                .limits(
                        request.signature(),
                        node.settings().limits(),
                        node.clock().wallMillis());
    }

    private static Image copy(Wire.Change request) {
        return ((Wire.Copy) request).image();
    }
}
