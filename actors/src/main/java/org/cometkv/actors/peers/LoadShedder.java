package org.cometkv.actors.peers;

import java.util.Optional;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Refusal;

/**
 * Which requests of peers a node refuses first when it has too much in progress: those of repair, which comes back by
 * itself; then lookups, which others can answer as well; then gets, which a reader asks of the next replica; then puts,
 * updates, removes and copies. What this node itself has begun comes after all of them, and replies are always taken:
 * they end what is in progress.
 */
record LoadShedder(PeerSettings.Load settings) {

    /** About as long as a node takes to work off a good part of what it has. */
    private static final long RETRY_MILLIS = 50;

    /** The refusal of a request when so many others of so many bytes are in progress. */
    Optional<Refusal> refusal(Wire.Request request, int inProgress, long bytesInProgress) {
        if (inProgress < settings.repairs() && bytesInProgress < settings.bytes() || isWaitedFor(request)) {
            return Optional.empty();
        }
        if (bytesInProgress >= settings.bytes()) {
            return busy(
                    bytesInProgress + " bytes of its peers' requests in progress; the limit is comet.peers.load.bytes");
        }
        int most = most(request);
        return inProgress < most
                ? Optional.empty()
                : busy(inProgress + " requests of its peers in progress; the limit for one of this kind is " + most);
    }

    private int most(Wire.Request request) {
        if (request instanceof Wire.Upkeep upkeep && upkeep.isOfRepair()) {
            return settings.repairs();
        }
        if (request instanceof Wire.FindNode) {
            return settings.lookups();
        }
        return request instanceof Wire.Get ? settings.gets() : settings.changes();
    }

    /** Whether what is in progress elsewhere waits for its reply: refused, it would only make both nodes busier. */
    private static boolean isWaitedFor(Wire.Request request) {
        return request instanceof Wire.Compare || request instanceof Wire.Fetch || request instanceof Wire.Resolve;
    }

    private static Optional<Refusal> busy(String much) {
        return Optional.of(Refusal.retry(Refusal.Reason.BUSY, "this node has " + much, RETRY_MILLIS));
    }
}
