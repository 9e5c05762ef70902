package org.cometkv.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cometkv.testkit.world.World;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a simulated cluster, run once for each seed: its method takes a {@code CometTestKit}, or the {@code Comet}
 * of node 0, or both.
 *
 * <p>Up to 20 seeds are tests of their own; more are one test that ends at the first seed that fails. A failure tells
 * the seed, how to repeat it, and the last lines of its timeline; a seed that failed is kept and runs first the next
 * time.
 *
 * <p>{@code -Dcomet.test.seed=7} runs that seed alone; with {@code -Dcomet.test.check=true} each seed runs twice, and
 * fails where the two runs differ.
 *
 * <p>Methods with {@code @BeforeEach} run once for each test, not for each seed of a test of many.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CometTestExtension.class)
public @interface CometTest {

    /** The number of nodes that form the cluster. */
    int nodes() default 3;

    /** The number of seeds. */
    int seeds() default 1;

    /** The first seed; the others follow it. */
    long firstSeed() default 1;

    /** Settings of all nodes in HOCON. */
    String config() default "";

    /** Which of the actors that have something to do is next. */
    World.Order order() default World.Order.SEEDED;

    /** Virtual nanoseconds that each task of a node takes, beside 20 for each unit of fuel; 0 for none. */
    long taskNanos() default 0;
}
