package org.cometkv.actors;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of a node, read together. Each is right by itself; together they are not of one instant.
 *
 * @param values every metric there is, in the order of {@link Metric}; unmodifiable
 */
public record MetricsSnapshot(Map<Metric, Long> values) {

    public MetricsSnapshot {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** The value of a metric, 0 or more. */
    public long value(Metric metric) {
        return values.get(metric);
    }
}
