package org.cometkv.actors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * A binding of {@link Comet#metrics} to Micrometer: one meter for each {@link Metric}, under its name, with the tag
 * {@code node} for the node's address.
 *
 * <p>For applications that have {@code io.micrometer:micrometer-core}; it is an optional dependency of Comet. The
 * meters stay in the registry when the node is closed; they keep their last values.
 */
public final class CometMetrics implements MeterBinder {

    private final Comet comet;

    /** The meters of the node that this store belongs to. */
    public CometMetrics(Comet comet) {
        this.comet = comet;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Tags tags = Tags.of("node", comet.self().address());
        // Not the Comet: a copy with an executor may be nobody's but the registry's, which holds it weakly.
        Watches node = comet.watches();
        for (Metric metric : Metric.values()) {
            if (metric.isCounter()) {
                FunctionCounter.builder(metric.metricName(), node, from -> value(from, metric))
                        .tags(tags)
                        .register(registry);
            } else {
                Gauge.builder(metric.metricName(), node, from -> value(from, metric))
                        .tags(tags)
                        .register(registry);
            }
        }
    }

    private static double value(Watches node, Metric metric) {
        return node.metrics().value(metric);
    }
}
