package org.cometkv.testkit.observed;

import org.cometkv.aso.Value;

/**
 * A replica of an object, as a test sees it.
 *
 * @param node the name of the node that holds it
 * @param state all of {@code aso} as data, functions left out
 * @param highestFuel the fuel of its dearest event so far
 */
public record ObservedReplica(String node, Value.Table state, int highestFuel) {}
