package org.cometkv.testkit.world;

import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/** The refusal of Scala's {@code Await} within a step of a {@link World}: nothing goes on while it waits. */
record BlockRefusal(World world) implements BlockContext {

    /** Runs this with the refusal in force. */
    static <T> T during(World world, Function0<T> run) {
        return BlockContext.withBlockContext(new BlockRefusal(world), run);
    }

    @Override
    public <T> T blockOn(Function0<T> thunk, CanAwait permission) {
        if (world.isStepping()) {
            throw new IllegalStateException(world.at("something blocks within a step of the world, which could never go"
                    + " on; chain a stage, or pipe its result to yourself"));
        }
        return thunk.apply();
    }
}
