package org.cometkv.node.bench.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.Read;
import org.cometkv.actors.ReplicaResult;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/** The calls of clients, each of which is written down with its answer. Thread-safe. */
final class Calls {

    private final ChaosCluster cluster;
    private final History history;
    private final AtomicInteger outstanding = new AtomicInteger();

    Calls(ChaosCluster cluster, History history) {
        this.cluster = cluster;
        this.history = history;
    }

    static Key key(int key) {
        return Key.of("chaos-" + key);
    }

    /** Calls that are not answered yet. */
    int outstanding() {
        return outstanding.get();
    }

    /** Puts the first object of a key, unless there is one: of a put before that had no answer. */
    CompletionStage<Boolean> create(int key, int client) {
        int number = history.next();
        Comet comet = cluster.comet(client);
        return changed(
                        key,
                        number,
                        client,
                        () -> comet.put(key(key), first(key, client, number), PutOptions.DEFAULT.ifAbsent()))
                .thenApply(Calls::isThere);
    }

    private static boolean isThere(PutReply reply) {
        return reply instanceof PutReply.Stored
                || reply instanceof PutReply.Refused no && no.refusal().reason() == Refusal.Reason.OCCUPIED;
    }

    /** Puts the next value of a key, or tells its object. */
    void change(int key, int client) {
        int number = history.next();
        Comet comet = cluster.comet(client);
        changed(
                key,
                number,
                client,
                () -> KeyKind.of(key) == KeyKind.VALUE
                        ? comet.put(key(key), first(key, client, number), PutOptions.DEFAULT)
                        : comet.update(key(key), first(0, client, number), PutOptions.DEFAULT));
    }

    private static Aso first(int key, int client, int number) {
        return KeyKind.of(key).first(Change.text(client, number));
    }

    /** A call that may throw where the client is closed at the moment. */
    private interface Call<T> {
        CompletionStage<T> begin();
    }

    /** The reply; null if the call is broken. */
    private CompletionStage<PutReply> changed(int key, int number, int client, Call<PutReply> call) {
        long began = history.now();
        return begun(call).handle((reply, broken) -> {
            outstanding.decrementAndGet();
            Change.Outcome outcome = reply instanceof PutReply.Stored
                    ? Change.Outcome.ACKNOWLEDGED
                    : reply instanceof PutReply.Refused ? Change.Outcome.REFUSED : Change.Outcome.UNKNOWN;
            int holders = reply == null ? 0 : holders(reply);
            history.add(new Change(key, number, client, began, history.now(), outcome, holders));
            return reply;
        });
    }

    private <T> CompletionStage<T> begun(Call<T> call) {
        outstanding.incrementAndGet();
        try {
            return call.begin();
        } catch (CometException | IllegalStateException closed) {
            return CompletableFuture.failedStage(closed);
        }
    }

    private int holders(PutReply reply) {
        int holders = 0;
        for (ReplicaResult said : reply.said()) {
            int node = cluster.number(said.replica());
            boolean isHolder = said.word() == ReplicaResult.Word.STORED || said.word() == ReplicaResult.Word.KEPT;
            holders |= isHolder && node >= 0 ? 1 << node : 0;
        }
        return holders;
    }

    /** Asks the first owner of a key, under load; whether there was an answer. Only an answer is written down. */
    CompletionStage<Boolean> read(int key, int client) {
        return read(key, client, Read.FIRST, false);
    }

    /** The same, in the end. */
    CompletionStage<Boolean> readFinally(int key, Read how) {
        return read(key, 0, how, true);
    }

    private CompletionStage<Boolean> read(int key, int client, Read how, boolean isFinal) {
        GetOptions options = how == Read.FIRST ? GetOptions.DEFAULT : GetOptions.DEFAULT.read(how);
        Comet comet = cluster.comet(client);
        long began = history.now();
        return begun(() -> comet.get(key(key), options)).handle((reply, broken) -> {
            outstanding.decrementAndGet();
            boolean isAnswered = reply instanceof GetReply.Found
                    || reply instanceof GetReply.Empty
                    || reply instanceof GetReply.NotFound;
            if (isAnswered) {
                history.add(new Reading(key, began, history.now(), isFinal, seen(reply)));
            } else if (!isFinal) {
                history.unanswered(reason(reply, broken));
            }
            return isAnswered;
        });
    }

    private static String reason(GetReply reply, Throwable broken) {
        if (reply instanceof GetReply.Refused refused) {
            return refused.refusal().reason().toString();
        }
        Throwable cause = broken instanceof CompletionException ? broken.getCause() : broken;
        return cause instanceof CometException named
                ? named.code().toString()
                : cause == null ? "FAILED" : cause.getClass().getSimpleName();
    }

    private static List<Integer> seen(GetReply reply) {
        if (!(reply instanceof GetReply.Found found)) {
            return List.of();
        }
        if (found.value() instanceof Value.Table told) {
            return told.list().stream().map(Calls::number).toList();
        }
        return List.of(number(found.value()));
    }

    private static int number(Value value) {
        return value instanceof Value.Bytes text ? Change.number(text.utf8()) : -1;
    }
}
