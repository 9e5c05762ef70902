package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.dispatch.CompileLane;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Host;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Scratch;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;

/** An object on its way to be stored on this node: new by a put, or an image of one elsewhere. */
final class ArrivingObject {

    /** Null if it comes as an image. */
    private final Wire.Put put;
    /** Null if a put brings it. */
    private final Image image;

    private final NodeContext node;
    private final Script script;
    private final Limits limits;
    private final Instance instance;
    private final long seed;

    private ArrivingObject(
            Wire.Put put,
            Image image,
            Key key,
            Script script,
            Optional<ObjectSignature> signature,
            HostingContext hosting) {
        this.put = put;
        this.image = image;
        this.node = hosting.node();
        this.script = script;
        this.limits =
                hosting.verifier().limits(signature, node.limits(), node.clock().wallMillis());
        this.seed = hosting.seed(key);
        this.instance = hosting.sandbox().instance(key, script, limits, seed);
    }

    /** @param change a put or a copy */
    static ArrivingObject of(Wire.Change change, HostingContext hosting) {
        return change instanceof Wire.Put put
                ? new ArrivingObject(put, null, put.key(), put.script(), put.signature(), hosting)
                : of(((Wire.Copy) change).image(), hosting);
    }

    static ArrivingObject of(Image image, HostingContext hosting) {
        return new ArrivingObject(
                null, image, image.key(), image.script(), image.header().signature(), hosting);
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
        return image == null
                ? instance.create(scratch, host, put.fields())
                : instance.restore(scratch, host, image.state());
    }

    /** The object, once it is loaded. */
    HostedObject object(long now) {
        return image == null
                ? new HostedObject(put, instance, node.settings(), seed, now)
                : new HostedObject(image, instance, node.settings(), seed, now);
    }
}
