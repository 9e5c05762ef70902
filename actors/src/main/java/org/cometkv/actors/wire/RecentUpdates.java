package org.cometkv.actors.wire;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;

/**
 * The updates that a replica took a short while ago, in the order it took them. Immutable.
 *
 * @param forgotten the newest update whose version is not among them any more; empty if none was forgotten
 */
public record RecentUpdates(List<Update> updates, Optional<Version> forgotten) {

    /** Most updates of one object that are remembered. */
    public static final int COUNT_MAX = 4_096;

    /** Most bytes of the values of one object's updates that are remembered. */
    public static final int BYTES_MAX = 256 * 1_024;

    /** An object that took no update. */
    public static final RecentUpdates NONE = new RecentUpdates(List.of(), Optional.empty());

    /** @param call what the handler was given; empty where it need not run again elsewhere */
    public record Update(Version version, Optional<Call> call) {}

    /** The arguments of an {@code onUpdate}. */
    public record Call(Caller caller, Value data) {}

    public RecentUpdates {
        updates = List.copyOf(updates);
    }
}
