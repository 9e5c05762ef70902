package org.cometkv.node.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cometkv.actors.CometNode;

/** A node in a JVM of its own, which ends with this one. */
final class PeerProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private PeerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the node and waits until it can be joined. */
    static PeerProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeerProcess.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String address = out.readLine();
        if (address == null) {
            throw new IOException("the peer ended before it was up");
        }
        return new PeerProcess(process, address);
    }

    public static void main(String[] args) throws IOException {
        try (CometNode node = CometNode.start()) {
            ArteryEcho.start(node);
            System.out.println(node.comet().self().address());
            System.out.flush();
            // The measuring JVM closes this stream when it ends, in whatever way.
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    String address() {
        return address;
    }

    /** CPU time of the peer so far. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
