package org.cometkv.node;

import com.typesafe.config.ConfigFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cometkv.actors.CometException;
import org.cometkv.actors.CometNode;
import org.cometkv.aso.Value;
import org.cometkv.node.console.CommandOptions;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.OutputFormat;
import org.cometkv.node.console.UserMistake;
import org.cometkv.routing.MembershipChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code comet node}: one node, until it is stopped; prints membership as it changes. */
@Command(name = "node", description = "Run a node until it is stopped; print the membership as it changes.")
final class NodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on and be known by (127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "P", description = "Port to listen on; 0 takes a free one (0).")
    private int port;

    @Option(names = "--seed", paramLabel = "HOST:PORT", description = "A node to join through; may be repeated.")
    private List<String> seeds = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory where the node keeps its id and its objects over restarts (none).")
    private Optional<Path> data = Optional.empty();

    @ParentCommand
    private CommandOptions options;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (CometNode node = CometNode.start(ConfigFactory.parseMap(overrides()))) {
            CountDownLatch ended = new CountDownLatch(1);
            node.comet().watch(change -> {
                out.println(line(change, options.output()));
                out.flush();
                if (change.kind() == MembershipChange.Kind.DOWNED) {
                    ended.countDown();
                }
            });
            Runtime.getRuntime().addShutdownHook(new Thread(node::close, "comet-close"));
            ended.await();
            throw new UserMistake(ExitCode.UNREACHABLE, "the other nodes removed this one from the cluster.");
        } catch (CometException e) {
            throw UserMistake.of(e);
        }
    }

    static String line(MembershipChange change, OutputFormat form) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        if (form == OutputFormat.TEXT) {
            return change.node() + " " + kind;
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("node", Value.of(change.node().id().toString()));
        fields.put("address", Value.of(change.node().address()));
        fields.put("change", Value.of(kind));
        return OutputFormat.line(fields);
    }

    private Map<String, Object> overrides() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is " + port + "; a port is 0 to 65535.");
        }
        if (host.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--host is \"" + host + "\"; it must be a host name or an address.");
        }
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("pekko.remote.artery.canonical.hostname", host);
        overrides.put("pekko.remote.artery.canonical.port", port);
        data.ifPresent(directory -> overrides.put("comet.storage.directory", directory.toString()));
        overrides.put(
                "pekko.cluster.seed-nodes", seeds.stream().map(this::address).toList());
        return overrides;
    }

    private String address(String seed) {
        int colon = seed.lastIndexOf(':');
        if (colon < 1 || !seed.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new ParameterException(spec.commandLine(), "--seed is \"" + seed + "\"; it must be HOST:PORT.");
        }
        int seedPort = Integer.parseInt(seed.substring(colon + 1));
        if (seedPort < 1 || seedPort > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "--seed is \"" + seed + "\"; a seed's port is 1 to 65535.");
        }
        return "pekko://" + ConfigFactory.load().getString("comet.node.system") + "@" + seed;
    }
}
