package org.cometkv.actors.seam;

import org.cometkv.actors.wire.Header;
import org.cometkv.aso.Value;

/**
 * A replica of an object or passive value, as its node holds it: for the TestKit, which may look where nobody else may.
 *
 * @param state all of {@code aso} as data, functions left out; nil if it is cyclic or too deep
 */
public record HeldReplica(Header header, Value state) {}
