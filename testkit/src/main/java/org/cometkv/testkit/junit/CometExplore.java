package org.cometkv.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A sweep over seeds: its method takes an {@code Exploration} and describes it; the sweep runs afterwards.
 *
 * <p>Each seed draws a scenario of calls and faults. The first that breaks an invariant is shrunk, and the failure
 * tells the short scenario, its file and how to repeat it. A seed that failed is kept and runs first the next time.
 *
 * <p>{@code -Dcomet.test.seed=7} runs that seed alone; what a sweep must get to is not asked for then.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(CometExploreExtension.class)
public @interface CometExplore {

    /** The number of nodes that form the cluster. */
    int nodes() default 5;

    /** The number of seeds. */
    int seeds() default 100;

    /** The first seed; the others follow it. */
    long firstSeed() default 1;

    /** The virtual time in which there are calls and faults, as {@code 30s} or {@code 2m}. */
    String length() default "1m";
}
