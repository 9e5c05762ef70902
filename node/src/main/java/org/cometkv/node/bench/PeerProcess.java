package org.cometkv.node.bench;

import com.typesafe.config.ConfigFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.CometNode;

/** A node in a JVM of its own, which ends with this one. */
final class PeerProcess implements AutoCloseable {

    private static final String QUICK = "quick";

    private final Process process;
    private final String address;

    private PeerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the node and waits until it can be joined. */
    static PeerProcess start(Pace pace) throws IOException {
        Process process = new ProcessBuilder(command(pace))
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

    private static List<String> command(Pace pace) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(
                pace.equals(Pace.QUICK)
                        ? List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", PeerProcess.class.getName(), QUICK)
                        : List.of("-Xms1g", "-Xmx1g", PeerProcess.class.getName()));
        return command;
    }

    public static void main(String[] args) throws IOException {
        Pace pace = List.of(args).contains(QUICK) ? Pace.QUICK : Pace.FULL;
        try (CometNode node = pace.start(ConfigFactory.empty())) {
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
