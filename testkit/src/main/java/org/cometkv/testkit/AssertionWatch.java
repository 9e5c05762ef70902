package org.cometkv.testkit;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.cometkv.testkit.world.World;

/** The watch over an actor of the test's own: an assertion that fails in it fails the run, and not the actor alone. */
final class AssertionWatch extends BehaviorInterceptor<Object, Object> {

    private final World world;
    private final String actor;

    AssertionWatch(World world, String actor) {
        super(Object.class);
        this.world = world;
        this.actor = actor;
    }

    @Override
    public Behavior<Object> aroundReceive(
            TypedActorContext<Object> context, Object message, ReceiveTarget<Object> target) {
        try {
            return target.apply(context, message);
        } catch (AssertionError e) {
            world.fail("an assertion failed in the actor " + actor + ": " + e.getMessage(), e);
            throw e;
        }
    }
}
