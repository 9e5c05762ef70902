package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

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

        /** Whether its time to be answered counts: not while it waits in this node, {@link RequestTable#left}. */
        boolean hasLeft();
    }

    /** A sender of requests, to peers or to this node itself. */
    public interface Sender<S extends Sent> {

        /** Sends it, now or when the node has room for it. */
        S send(Contact replica, Wire.Request request, long nowMillis);

        /** How many milliseconds a node has to answer. */
        long timeoutMillis(Contact replica);

        /** How many milliseconds the way to a node and back takes; negative if that is not known. */
        default long roundTripMillis(Contact replica) {
            return -1;
        }

        /** The node that was asked has the request and works on it: nothing of it is on its way there any more. */
        default void received(S request, long nowMillis) {}

        /** Nobody waits for its reply any more; until then it may come, however late. */
        void over(S request, long nowMillis);
    }

    /** Whether a reply matched a pending request. */
    public enum Matched {
        /** It belonged to a request. */
        TAKEN,
        /** No such request is out, or not to that node. */
        UNASKED
    }

    private final Sender<S> sender;
    private final NumberedTimers<TableEntry<S>> timers;
    private final int operationsMax;
    private final int answeredMax;
    private final long answerMaxMillis;
    private int operations;
    /** Those that go on after their answer, the oldest first. */
    private final Set<TableEntry.Running<?, S>> answered = new LinkedHashSet<>();

    private long roundTripMillis = -1;

    /**
     * A table without requests.
     *
     * @param operationsMax operations under way at a time
     * @param answeredMax operations of these that go on after their answer; of more, the oldest ends
     * @param answerMaxMillis how long a node has to answer at least when the operation wants to hear every node, and
     *     from each time that it says to be working on a request
     * @param firstUse where numbers begin: elsewhere after each start of the node, because its peers remember them
     */
    public RequestTable(
            Sender<S> sender, int operationsMax, int answeredMax, long answerMaxMillis, long nowMillis, long firstUse) {
        this.sender = sender;
        this.timers = new NumberedTimers<>(nowMillis, firstUse);
        this.operationsMax = operationsMax;
        this.answeredMax = answeredMax;
        this.answerMaxMillis = answerMaxMillis;
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
        start(operation, listener, millis, nowMillis);
        return true;
    }

    private <R> void start(Operation<R> operation, ReplyListener<R> listener, long millis, long nowMillis) {
        operations++;
        TableEntry.Running<R, S> running = new TableEntry.Running<>(operation, listener, nowMillis + millis);
        running.timer = timers.add(running);
        timers.arm(running.timer, running.deadlineMillis);
        operation.measure(sender::roundTripMillis);
        perform(running, operation.begin(), nowMillis);
    }

    /** Takes a reply. */
    public Matched reply(NodeId from, long id, ReplicaReply reply, long nowMillis) {
        roundTripMillis = -1;
        TableEntry.Request<S> open = request(id);
        if (open == null || !open.replica.id().equals(from)) {
            return Matched.UNASKED;
        }
        if (reply instanceof ReplicaReply.Working) {
            // One that counts as unanswered is not waited for again: its node was suspect, or said it too late.
            if (!open.isSilent) {
                open.isWorkedOn = true;
                timers.arm(open.timer, nowMillis + answerMaxMillis);
            }
            open.sent.ifPresent(sent -> sender.received(sent, nowMillis));
            return Matched.TAKEN;
        }
        // A late one counts as well: the number says to which request it belongs, and without it the time that a node
        // is given would never follow a way that became longer. Not one that was worked on: its handler waited.
        if (open.sent.isPresent() && !open.isWorkedOn) {
            roundTripMillis = nowMillis - open.sent.get().sentMillis();
        }
        take(open, nowMillis);
        onReply(open.running, open.replica, reply, nowMillis);
        return Matched.TAKEN;
    }

    /** The request of that number, which waited in this node, has left it: its time counts from now on. */
    public void left(long id, long nowMillis) {
        TableEntry.Request<S> open = request(id);
        if (open != null && !open.isSilent) {
            timers.arm(open.timer, nowMillis + allowedMillis(open));
        }
    }

    /** The request of that number; null if none is out. */
    private TableEntry.Request<S> request(long id) {
        return timers.owner(id).orElse(null) instanceof TableEntry.Request<S> open ? open : null;
    }

    /** Milliseconds that the last reply took, or -1 if that says nothing of the way there and back. */
    public long lastRoundTripMillis() {
        return roundTripMillis;
    }

    /** Treats all requests that are out to a node as unanswered, whatever it said: it may answer them yet. */
    public void suspect(Contact node, long nowMillis) {
        for (TableEntry.Request<S> open : out(node)) {
            if (isOut(open) && !open.isSilent) {
                silence(open, nowMillis);
            }
        }
    }

    /** Nothing is awaited from a node any more, which is gone. */
    public void forget(Contact node, long nowMillis) {
        suspect(node, nowMillis);
        Set<TableEntry.Running<?, S>> told = new LinkedHashSet<>();
        for (TableEntry.Request<S> open : out(node)) {
            take(open, nowMillis);
            told.add(open.running);
        }
        for (TableEntry.Running<?, S> running : told) {
            if (!running.isOver) {
                onGone(running, node, nowMillis);
            }
        }
    }

    private List<TableEntry.Request<S>> out(Contact node) {
        List<TableEntry.Request<S>> out = new ArrayList<>();
        for (TableEntry<S> entry : timers.all()) {
            if (entry instanceof TableEntry.Request<S> open && open.replica.equals(node)) {
                out.add(open);
            }
        }
        return out;
    }

    private boolean isOut(TableEntry.Request<S> open) {
        return open.running.open.contains(open);
    }

    /** Takes a request from the table; its operation goes on. */
    private void take(TableEntry.Request<S> open, long nowMillis) {
        timers.free(open.timer);
        open.running.open.remove(open);
        open.sent.ifPresent(sent -> sender.over(sent, nowMillis));
    }

    /** Lets time pass: at most {@code limit} deadlines; the rest is for the next call. */
    public void advance(long nowMillis, int limit) {
        timers.poll(nowMillis, limit, entry -> expire(entry, nowMillis));
    }

    /** No deadline comes before this instant; {@code Long.MAX_VALUE} if there is none. */
    public long nextDue() {
        return timers.nextDue();
    }

    /** Ends everything under way, and the table with it: what is out is not given back to a sender that ends too. */
    public void close(NoReply reason, String message) {
        for (TableEntry<S> entry : timers.all()) {
            if (entry instanceof TableEntry.Running<?, S> running) {
                release(running);
                tell(running, listener -> listener.broken(reason, message));
            }
        }
    }

    private void expire(TableEntry<S> entry, long nowMillis) {
        if (entry instanceof TableEntry.Request<S> open) {
            silence(open, nowMillis);
        } else if (entry instanceof TableEntry.Alarm<S> alarm) {
            onAlarm(alarm.running, nowMillis);
        } else if (entry instanceof TableEntry.Running<?, S> running) {
            timeout(running, nowMillis);
        }
    }

    private void silence(TableEntry.Request<S> open, long nowMillis) {
        timers.cancel(open.timer);
        open.isSilent = true;
        onSilent(open.running, open.replica, nowMillis);
    }

    private <R> void timeout(TableEntry.Running<R, S> running, long nowMillis) {
        try {
            perform(running, running.operation.onTimeout(), nowMillis);
        } finally {
            // Of one that met a bug nobody would hear again: its deadline comes once.
            if (!running.isOver) {
                end(running, nowMillis, listener -> listener.broken(NoReply.LATE, "the time of the request is over"));
            }
        }
    }

    private <R> void onReply(TableEntry.Running<R, S> running, Contact replica, ReplicaReply reply, long nowMillis) {
        perform(running, running.operation.onReply(replica, reply), nowMillis);
    }

    private <R> void onSilent(TableEntry.Running<R, S> running, Contact replica, long nowMillis) {
        perform(running, running.operation.onSilent(replica), nowMillis);
    }

    private <R> void onGone(TableEntry.Running<R, S> running, Contact replica, long nowMillis) {
        perform(running, running.operation.onGone(replica), nowMillis);
    }

    private <R> void onAlarm(TableEntry.Running<R, S> running, long nowMillis) {
        perform(running, running.operation.onAlarm(), nowMillis);
    }

    private <R> void perform(TableEntry.Running<R, S> running, NextStep<R> first, long nowMillis) {
        NextStep<R> step = first;
        while (!running.isOver) {
            if (step instanceof NextStep.Answer<R> answer) {
                step = answer.then();
                answer(running, answer.reply(), nowMillis);
            } else if (step instanceof NextStep.Alarm<R> alarm) {
                step = alarm.then();
                setAlarm(running, nowMillis + alarm.millis());
            } else if (step instanceof NextStep.Begin<R> begin) {
                step = begin.then();
                start(begin.other(), Unheard.of(), begin.millis(), nowMillis);
            } else if (step instanceof NextStep.Become<R> become) {
                running.operation = become.other();
                drop(running, nowMillis);
                running.operation.measure(sender::roundTripMillis);
                step = running.operation.begin();
            } else {
                last(running, step, nowMillis);
                return;
            }
        }
    }

    private <R> void last(TableEntry.Running<R, S> running, NextStep<R> step, long nowMillis) {
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
        } else if (step instanceof NextStep.End<R>) {
            end(running, nowMillis, listener -> listener.broken(NoReply.LATE, "the request ended without a reply"));
        }
    }

    private void open(TableEntry.Running<?, S> running, Contact replica, long nowMillis) {
        TableEntry.Request<S> open = new TableEntry.Request<>(running, replica);
        open.timer = timers.add(open);
        open.id = timers.number(open.timer);
        running.open.add(open);
        // Before it is sent: one that meets a bug on its way out counts as unanswered.
        timers.arm(open.timer, nowMillis + allowedMillis(open));
        long leftMillis = Math.max(1, running.deadlineMillis - nowMillis);
        S sent = sender.send(replica, running.operation.request(open.id, replica, leftMillis), nowMillis);
        open.sent = Optional.of(sent);
        if (!sent.hasLeft()) {
            timers.cancel(open.timer);
        }
    }

    private long allowedMillis(TableEntry.Request<S> open) {
        long allowedMillis = sender.timeoutMillis(open.replica);
        return open.running.operation.isPatient() ? Math.max(allowedMillis, answerMaxMillis) : allowedMillis;
    }

    private <R> void answer(TableEntry.Running<R, S> running, R reply, long nowMillis) {
        tell(running, listener -> listener.done(reply));
        running.isAnswered = true;
        answered.add(running);
        if (answered.size() > answeredMax) {
            end(answered.iterator().next(), nowMillis, listener -> {});
        }
    }

    private void setAlarm(TableEntry.Running<?, S> running, long atMillis) {
        if (running.alarm.isEmpty()) {
            TableEntry.Alarm<S> alarm = new TableEntry.Alarm<>(running);
            alarm.timer = timers.add(alarm);
            running.alarm = Optional.of(alarm);
        }
        timers.arm(running.alarm.get().timer, atMillis);
    }

    /** The listener is told last, and whatever goes wrong with what is given back. */
    private <R> void end(TableEntry.Running<R, S> running, long nowMillis, Consumer<ReplyListener<R>> told) {
        List<TableEntry.Request<S>> open = release(running);
        try {
            open.forEach(each -> each.sent.ifPresent(sent -> sender.over(sent, nowMillis)));
        } finally {
            tell(running, told);
        }
    }

    /** Nobody is told twice. */
    private <R> void tell(TableEntry.Running<R, S> running, Consumer<ReplyListener<R>> told) {
        if (!running.isAnswered) {
            told.accept(running.listener);
        }
    }

    /** Takes an operation and its requests from the table; returns the requests. */
    private List<TableEntry.Request<S>> release(TableEntry.Running<?, S> running) {
        running.isOver = true;
        operations--;
        answered.remove(running);
        running.alarm.ifPresent(alarm -> timers.free(alarm.timer));
        timers.free(running.timer);
        return released(running);
    }

    private void drop(TableEntry.Running<?, S> running, long nowMillis) {
        released(running).forEach(each -> each.sent.ifPresent(sent -> sender.over(sent, nowMillis)));
        running.alarm.ifPresent(alarm -> timers.cancel(alarm.timer));
    }

    private List<TableEntry.Request<S>> released(TableEntry.Running<?, S> running) {
        List<TableEntry.Request<S>> open = List.copyOf(running.open);
        running.open.clear();
        open.forEach(each -> timers.free(each.timer));
        return open;
    }
}
