package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.timers.TimerWheel;

/**
 * The operations under way and the requests they have out, with their deadlines.
 *
 * <p>A request's number is its place in the table and how often that place was used, so that a late or invented reply
 * never meets the wrong request. Not thread-safe; owned by the Gateway.
 */
public final class RequestTable<S extends RequestTable.Sent> {

    /** A request that was handed over to be sent. */
    public interface Sent {

        /** When it left this node; the time that it waits before is no part of the round trip. */
        long sentMillis();
    }

    /** A sender of requests, to peers or to this node itself. */
    public interface Sender<S extends Sent> {

        /** Sends it, now or when the node has room for it. */
        S send(Contact replica, Wire.Request request, long nowMillis);

        /** How many milliseconds a node has to answer. */
        long timeoutMillis(Contact replica);

        /** Nobody waits for its reply any more. */
        void over(S request, long nowMillis);

        /** Its reply has not come within its time; it may come yet. */
        void silent(S request, long nowMillis);
    }

    /** Whether a reply matched a pending request. */
    public enum Matched {
        /** It belonged to a request. */
        TAKEN,
        /** No such request is out, or not to that node. */
        UNASKED
    }

    private static final int PLACE_BITS = 24;
    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    /** An owner of a place in the table. */
    private abstract class Entry {}

    private final class PendingOperation<R> extends Entry {
        final Operation<R> operation;
        final ReplyListener<R> listener;
        final List<PendingRequest> open = new ArrayList<>(1);
        int timer;
        boolean isOver;

        PendingOperation(Operation<R> operation, ReplyListener<R> listener) {
            this.operation = operation;
            this.listener = listener;
        }
    }

    private final class PendingRequest extends Entry {
        final PendingOperation<?> running;
        final Contact replica;
        /** Empty if it met a bug on its way out. */
        Optional<S> sent = Optional.empty();

        long id;
        int timer;
        boolean isSilent;

        PendingRequest(PendingOperation<?> running, Contact replica) {
            this.running = running;
            this.replica = replica;
        }
    }

    private final Sender<S> sender;
    private final TimerWheel wheel;
    private final int operationsMax;
    private final long patientMillis;
    /** By place; a free one holds null. */
    private final List<Entry> byTimer = new ArrayList<>();

    private int[] uses = new int[64];
    private final long firstUse;
    private int operations;
    private long roundTripMillis = -1;

    /**
     * A table without requests.
     *
     * @param operationsMax operations under way at a time
     * @param patientMillis how long a node has to answer at least when the operation wants to hear every node
     * @param firstUse where numbers begin: elsewhere after each start of the node, because its peers remember them
     */
    public RequestTable(Sender<S> sender, int operationsMax, long patientMillis, long nowMillis, long firstUse) {
        this.sender = sender;
        this.wheel = new TimerWheel(10, 512, nowMillis);
        this.operationsMax = operationsMax;
        this.patientMillis = patientMillis;
        this.firstUse = firstUse;
    }

    public int operations() {
        return operations;
    }

    /**
     * Begins an operation; false if there are too many, and nothing was done.
     *
     * @param millis how long it may take in all
     */
    public <R> boolean begin(Operation<R> operation, ReplyListener<R> listener, long millis, long nowMillis) {
        if (operations >= operationsMax) {
            return false;
        }
        operations++;
        PendingOperation<R> running = new PendingOperation<>(operation, listener);
        running.timer = arm(running, nowMillis + millis);
        perform(running, operation.begin(), nowMillis);
        return true;
    }

    /** Takes a reply. */
    public Matched reply(NodeId from, long id, ReplicaReply reply, long nowMillis) {
        roundTripMillis = -1;
        int place = (int) (id & PLACE_MASK);
        if (place >= byTimer.size()
                || !(byTimer.get(place) instanceof PendingRequest open)
                || open.id != id
                || !open.replica.id().equals(from)) {
            return Matched.UNASKED;
        }
        if (reply instanceof ReplicaReply.Working) {
            // The whole operation's deadline bounds the wait from here on.
            wheel.cancel(open.timer);
            return Matched.TAKEN;
        }
        // A late one counts as well: the number says to which request it belongs, and without it the time that a node
        // is given would never follow a way that became longer.
        release(open.timer);
        open.running.open.remove(open);
        open.sent.ifPresent(sent -> {
            roundTripMillis = nowMillis - sent.sentMillis();
            sender.over(sent, nowMillis);
        });
        onReply(open.running, open.replica, reply, nowMillis);
        return Matched.TAKEN;
    }

    /** Milliseconds that the last reply took, or -1 if that says nothing of the way there and back. */
    public long lastRoundTripMillis() {
        return roundTripMillis;
    }

    /** Treats all requests that are out to a node as unanswered. */
    public void forget(Contact node, long nowMillis) {
        for (Entry entry : new ArrayList<>(byTimer)) {
            if (entry instanceof PendingRequest open
                    && byTimer.get(open.timer) == open
                    && open.replica.equals(node)
                    && !open.isSilent) {
                silence(open, nowMillis);
            }
        }
    }

    /** Lets time pass: at most {@code limit} deadlines; the rest is for the next call. */
    public void advance(long nowMillis, int limit) {
        wheel.poll(nowMillis, limit, place -> expire(place, nowMillis));
    }

    /** No deadline comes before this instant; {@code Long.MAX_VALUE} if there is none. */
    public long nextDue() {
        return wheel.nextDue();
    }

    /** Ends everything under way, and the table with it: what is out is not given back to a sender that ends too. */
    public void close(NoReply reason, String message) {
        for (Entry entry : new ArrayList<>(byTimer)) {
            if (entry instanceof RequestTable<S>.PendingOperation<?> running) {
                release(running);
                running.listener.broken(reason, message);
            }
        }
    }

    private void expire(int place, long nowMillis) {
        Entry entry = byTimer.get(place);
        if (entry instanceof PendingRequest open) {
            silence(open, nowMillis);
        } else if (entry instanceof RequestTable<S>.PendingOperation<?> running) {
            timeout(running, nowMillis);
        }
    }

    private void silence(PendingRequest open, long nowMillis) {
        wheel.cancel(open.timer);
        open.isSilent = true;
        open.sent.ifPresent(sent -> sender.silent(sent, nowMillis));
        onSilent(open.running, open.replica, nowMillis);
    }

    private <R> void timeout(PendingOperation<R> running, long nowMillis) {
        try {
            perform(running, running.operation.onTimeout(), nowMillis);
        } finally {
            // Of one that met a bug nobody would hear again: its deadline comes once.
            if (!running.isOver) {
                end(running, nowMillis, listener -> listener.broken(NoReply.LATE, "the time of the request is over"));
            }
        }
    }

    private <R> void onReply(PendingOperation<R> running, Contact replica, ReplicaReply reply, long nowMillis) {
        perform(running, running.operation.onReply(replica, reply), nowMillis);
    }

    private <R> void onSilent(PendingOperation<R> running, Contact replica, long nowMillis) {
        perform(running, running.operation.onSilent(replica), nowMillis);
    }

    private <R> void perform(PendingOperation<R> running, NextStep<R> step, long nowMillis) {
        if (step instanceof NextStep.Ask<R> ask) {
            for (Contact replica : ask.replicas()) {
                if (!running.isOver) {
                    open(running, replica, nowMillis);
                }
            }
        } else if (step instanceof NextStep.Done<R> done) {
            end(running, nowMillis, listener -> listener.done(done.reply()));
        } else if (step instanceof NextStep.Broken<R> broken) {
            end(running, nowMillis, listener -> listener.broken(broken.reason(), broken.message()));
        }
    }

    private void open(PendingOperation<?> running, Contact replica, long nowMillis) {
        PendingRequest open = new PendingRequest(running, replica);
        open.timer = place(open);
        open.id = (firstUse + uses[open.timer]) << PLACE_BITS | open.timer;
        running.open.add(open);
        long allowedMillis = sender.timeoutMillis(replica);
        long millis = running.operation.isPatient() ? Math.max(allowedMillis, patientMillis) : allowedMillis;
        // Before it is sent: one that meets a bug on its way out counts as unanswered.
        wheel.arm(open.timer, nowMillis + millis);
        open.sent = Optional.of(sender.send(replica, running.operation.request(open.id), nowMillis));
    }

    /** The listener is told last, and whatever goes wrong with what is given back. */
    private <R> void end(PendingOperation<R> running, long nowMillis, Consumer<ReplyListener<R>> told) {
        List<PendingRequest> open = release(running);
        try {
            open.forEach(each -> each.sent.ifPresent(sent -> sender.over(sent, nowMillis)));
        } finally {
            told.accept(running.listener);
        }
    }

    /** Takes an operation and its requests from the table; returns the requests. */
    private List<PendingRequest> release(PendingOperation<?> running) {
        running.isOver = true;
        operations--;
        List<PendingRequest> open = List.copyOf(running.open);
        running.open.clear();
        open.forEach(each -> release(each.timer));
        release(running.timer);
        return open;
    }

    private int arm(Entry entry, long deadlineMillis) {
        int place = place(entry);
        wheel.arm(place, deadlineMillis);
        return place;
    }

    private int place(Entry entry) {
        int place = wheel.add();
        while (place >= byTimer.size()) {
            byTimer.add(null);
        }
        if (place >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * uses.length);
        }
        byTimer.set(place, entry);
        uses[place]++;
        return place;
    }

    private void release(int place) {
        wheel.cancel(place);
        wheel.free(place);
        byTimer.set(place, null);
    }
}
