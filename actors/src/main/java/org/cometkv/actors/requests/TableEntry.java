package org.cometkv.actors.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.routing.Contact;

/** An owner of a deadline in a {@link RequestTable}. Not thread-safe; owned by the table. */
abstract sealed class TableEntry<S> {

    /** Its place among the timers of the table. */
    int timer;

    /** An operation under way; its deadline is its end. */
    static final class Running<R, S> extends TableEntry<S> {
        Operation<R> operation;
        final ReplyListener<R> listener;
        final long deadlineMillis;
        final List<Request<S>> open = new ArrayList<>(1);
        Optional<Alarm<S>> alarm = Optional.empty();
        boolean isAnswered;
        boolean isOver;

        Running(Operation<R> operation, ReplyListener<R> listener, long deadlineMillis) {
            this.operation = operation;
            this.listener = listener;
            this.deadlineMillis = deadlineMillis;
        }
    }

    /** A time at which an operation wants to be told. */
    static final class Alarm<S> extends TableEntry<S> {
        final Running<?, S> running;

        Alarm(Running<?, S> running) {
            this.running = running;
        }
    }

    /** A request that is out, or waits to be sent; its deadline is that of the node that was asked. */
    static final class Request<S> extends TableEntry<S> {
        final Running<?, S> running;
        final Contact replica;
        /** Empty if it met a bug on its way out. */
        Optional<S> sent = Optional.empty();

        long id;
        boolean isSilent;
        boolean isWorkedOn;

        Request(Running<?, S> running, Contact replica) {
            this.running = running;
            this.replica = replica;
        }
    }
}
