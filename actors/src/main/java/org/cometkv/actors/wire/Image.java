package org.cometkv.actors.wire;

import java.util.Map;
import org.cometkv.aso.Script;

/**
 * An object at rest: what travels between nodes and is stored.
 *
 * @param state the encoded state; shared, not to be written to
 * @param timers remaining milliseconds by timer name; the period has the empty name
 */
public record Image(Header header, Script script, byte[] state, Map<String, Long> timers) {}
