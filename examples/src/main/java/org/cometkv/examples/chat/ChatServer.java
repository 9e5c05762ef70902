package org.cometkv.examples.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cometkv.actors.Comet;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;

/** A web server of one chat room on the loopback address: a page, its events, and what is said there. */
public final class ChatServer implements AutoCloseable {

    private static final int SAID_BYTES_MAX = 1_000;
    private static final int OK = 200;
    private static final int NOT_TAKEN = 422;

    private final Comet comet;
    private final String room;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param port 0 is any that is free */
    public ChatServer(Comet comet, String room, int port) throws IOException {
        this.comet = comet;
        this.room = room;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::page);
        server.createContext("/events", this::events);
        server.createContext("/say", this::say);
        server.setExecutor(threads);
        server.start();
    }

    /** The port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void page(HttpExchange exchange) throws IOException {
        try (InputStream page = ChatServer.class.getResourceAsStream("chat.html")) {
            answer(exchange, OK, "text/html; charset=utf-8", page.readAllBytes());
        }
    }

    private void say(HttpExchange exchange) throws IOException {
        byte[] said = exchange.getRequestBody().readNBytes(SAID_BYTES_MAX);
        PutReply reply =
                comet.update(room, Value.of(said)).toCompletableFuture().join();
        boolean isTaken = reply instanceof PutReply.Stored;
        String why =
                reply instanceof PutReply.Refused refused ? refused.refusal().message() : "";
        answer(exchange, isTaken ? OK : NOT_TAKEN, "text/plain", why.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends messages until the browser goes away; it comes back with the position of the last one. */
    private void events(HttpExchange exchange) throws IOException {
        String position = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                .orElse("");
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(OK, 0);
        CountDownLatch gone = new CountDownLatch(1);
        try (OutputStream out = exchange.getResponseBody()) {
            EventWriter writer = new EventWriter(out, threads, gone);
            SubscribeOptions options = SubscribeOptions.DEFAULT.from(position);
            Subscription subscription = comet.subscribe(room, Value.NIL, options, writer)
                    .toCompletableFuture()
                    .join();
            gone.await();
            subscription.close();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
