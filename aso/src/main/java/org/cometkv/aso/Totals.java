package org.cometkv.aso;

/**
 * What one replica of an object did and cost since this node has it.
 *
 * @param events that ended, well or not
 * @param failures of those, the ones that raised an error or broke a limit
 * @param limits of those, the ones that broke a limit
 * @param fuel units of work of all events
 * @param bytesIn of the requests to it, about
 * @param bytesOut of what it sent to other nodes by itself, about; its answers are left out
 * @param refusals of requests to it before a handler saw them: over its rate or queue, or while it was set aside
 */
public record Totals(long events, long failures, long limits, long fuel, long bytesIn, long bytesOut, long refusals) {

    /** Of what has no handlers. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
}
