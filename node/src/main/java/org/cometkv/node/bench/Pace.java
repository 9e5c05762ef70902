package org.cometkv.node.bench;

import com.typesafe.config.Config;
import java.util.concurrent.TimeUnit;
import org.cometkv.actors.CometNode;
import org.cometkv.examples.story.LocalCluster;

/**
 * The pace of a work: how long and how large its cells are.
 *
 * @param warmUpNanos CPU time before the first sample; for each of several things that run one after the other
 * @param samples how many samples are taken
 * @param sampleNanos CPU time of a sample
 * @param objects how many objects are many
 * @param scripts how many scripts are many
 * @param repeats how often what is slow is repeated
 */
record Pace(long warmUpNanos, int samples, long sampleNanos, int objects, int scripts, int repeats) {

    static final Pace FULL =
            new Pace(TimeUnit.MILLISECONDS.toNanos(1_500), 5, TimeUnit.MILLISECONDS.toNanos(250), 100_000, 3_000, 30);

    /** Shows that everything works; the figures mean nothing. */
    static final Pace QUICK =
            new Pace(TimeUnit.MILLISECONDS.toNanos(5), 1, TimeUnit.MILLISECONDS.toNanos(5), 500, 20, 2);

    /** Starts a node; at the quick pace one that founds, joins and leaves a cluster quickly. */
    CometNode start(Config settings) {
        return CometNode.start(equals(QUICK) ? settings.withFallback(LocalCluster.quick()) : settings);
    }
}
