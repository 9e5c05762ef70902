package org.cometkv.testkit.explore;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cometkv.actors.Comet;
import org.cometkv.aso.Value;

/**
 * An operation of the user's own: scenario files hold its name and its arguments.
 *
 * @param arguments draws the arguments of a call
 * @param function makes the call on the store as a node sees it
 */
public record UserOperation(
        String name,
        Function<Draws, List<Value>> arguments,
        BiFunction<Comet, List<Value>, CompletionStage<?>> function) {}
