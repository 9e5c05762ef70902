package org.cometkv.examples.chat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.EndCause;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.Subscriber;
import org.cometkv.aso.Value;

/** A writer of deliveries as server-sent events. It writes on threads of its own, one event after the other. */
final class EventWriter implements Subscriber {

    private final OutputStream out;
    private final Executor threads;
    private final CountDownLatch gone;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /** @param gone counted down when nothing can be written any more */
    EventWriter(OutputStream out, Executor threads, CountDownLatch gone) {
        this.out = out;
        this.threads = threads;
        this.gone = gone;
    }

    @Override
    public CompletionStage<?> onMessage(Delivery.Message message) {
        Map<String, Value> said = message.value().asMap();
        String line = said.get("from").asText() + ": " + said.get("text").asText();
        return write("id: " + message.position() + "\n" + data(line));
    }

    @Override
    public void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {
        write("id: " + snapshot.position() + "\nevent: welcome\n"
                + data(snapshot.value().asText()));
    }

    @Override
    public void onGap(OptionalLong missing, GapCause cause) {
        String count = missing.isPresent() ? missing.getAsLong() + " lines" : "some lines";
        write("event: gap\n" + data(count + " are missing"));
    }

    @Override
    public void onEnd(EndCause cause) {
        gone.countDown();
    }

    private static String data(String text) {
        return "data: " + text.replace("\r", "").replace("\n", "\ndata: ") + "\n\n";
    }

    private CompletionStage<?> write(String event) {
        written = written.thenRunAsync(() -> send(event), threads);
        return written;
    }

    private void send(String event) {
        boolean isSent = false;
        try {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            isSent = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the browser has gone away", e);
        } finally {
            if (!isSent) {
                gone.countDown();
            }
        }
    }
}
