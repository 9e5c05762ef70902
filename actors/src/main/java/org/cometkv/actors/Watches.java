package org.cometkv.actors;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cometkv.routing.MembershipChange;

/** The watches of the members by one node's applications, and its own entry among them. Thread-safe. */
final class Watches {

    private final ApplicationRequests requests;
    private final AtomicInteger count = new AtomicInteger();

    Watches(ApplicationRequests requests) {
        this.requests = requests;
    }

    MetricsSnapshot metrics() {
        return requests.figures().metrics(count.get());
    }

    /** @throws IllegalStateException if there are as many as there may be */
    Watch open(Consumer<MembershipChange> listener) {
        int max = requests.node().settings().members().listenersMax();
        if (count.incrementAndGet() > max) {
            count.decrementAndGet();
            throw new IllegalStateException(
                    "the members have " + max + " listeners; the limit is comet.members.listeners-max");
        }
        // An object of its own: the same listener may watch twice.
        Entry entry = new Entry(listener);
        requests.listen(entry);
        return new Watch(() -> {
            entry.isClosed = true;
            count.decrementAndGet();
            requests.unlisten(entry);
        });
    }

    private static final class Entry implements Consumer<MembershipChange> {

        private final Consumer<MembershipChange> listener;
        private volatile boolean isClosed;

        Entry(Consumer<MembershipChange> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(MembershipChange change) {
            if (!isClosed) {
                listener.accept(change);
            }
        }
    }
}
