package org.cometkv.node.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A node in a JVM of its own, which can be killed, made to stand still and told to leave. Thread-safe. */
final class NodeProcess implements AutoCloseable {

    /** Until a JVM that is told to leave is gone: handing over may take its time. */
    private static final long LEAVE_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<String> id = new CompletableFuture<>();

    private NodeProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "node-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a node; it is up when {@link #id} is there. */
    static NodeProcess start(Map<String, String> settings, ChaosSettings chaos, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-XX:+UseSerialGC",
                // Most of what a JVM does in its first minute is to compile, and here many live no longer.
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + chaos.heap()));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NodeProgram.class.getName()));
        if (chaos.isQuick()) {
            command.add(NodeProgram.QUICK);
        }
        try {
            return new NodeProcess(new ProcessBuilder(command)
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(NodeProgram.UP)) {
                    id.complete(line.substring(line.lastIndexOf(' ') + 1));
                }
            }
        } catch (IOException ended) {
            // Its stream breaks when it is killed.
        }
        id.completeExceptionally(new IllegalStateException("a node ended before it was up"));
    }

    /** The node's id, once it is up; fails if it ends before. */
    CompletableFuture<String> id() {
        return id;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it without goodbye, and waits until the system has. */
    void kill() {
        process.destroyForcibly();
        await(LEAVE_SECONDS);
    }

    /** Makes it stand still. */
    void stop() {
        signal("STOP");
    }

    /** Lets it go on. */
    void goOn() {
        signal("CONT");
    }

    /** Tells it to leave, and waits until it has; false if it was killed because it had not in time. */
    boolean leave() {
        process.destroy();
        if (await(LEAVE_SECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (kill.waitFor() != 0 && process.isAlive()) {
                throw new IllegalStateException("kill -" + name + " of a node ended with " + kill.exitValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean await(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
