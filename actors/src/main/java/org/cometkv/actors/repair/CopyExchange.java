package org.cometkv.actors.repair;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.requests.NodeRequests;
import org.cometkv.actors.wire.KeyContent;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/** The exchange of whole copies with other owners, whose bytes count for the rate of repair on the node that asks. */
record CopyExchange(NodeRequests requests, RepairRate rate) {

    private static final Duration TIME = Duration.ofSeconds(2);

    /** Fetches what another owner holds under a key; empty if that is nothing, or did not come. */
    void fetch(Contact owner, Key key, Consumer<Optional<KeyContent>> then) {
        requests.ask(owner, id -> new Wire.Fetch(id, key), TIME, reply -> {
            Optional<KeyContent> content =
                    reply.orElse(null) instanceof ReplicaReply.Fetched fetched ? fetched.content() : Optional.empty();
            content.ifPresent(whole -> rate.payBytes(bytes(whole)));
            then.accept(content);
        });
    }

    /** Gives another owner what is held here; it takes that if it is newer. Tells its reply. */
    void give(Contact owner, KeyContent whole, Consumer<Optional<ReplicaReply>> then) {
        rate.payBytes(bytes(whole));
        requests.ask(owner, id -> new Wire.Transfer(id, whole), TIME, then);
    }

    private static int bytes(KeyContent whole) {
        return Math.max(0, WireSize.orUncounted(new Wire.Transfer(0, whole)));
    }
}
