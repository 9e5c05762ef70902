package org.cometkv.actors;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.routing.Contact;
import org.slf4j.LoggerFactory;

/**
 * A node with an actor system of its own.
 *
 * <p>Thread-safe; its methods block and are for the application's own threads.
 */
public final class CometNode implements AutoCloseable {

    /** How long a node that has handed over what it holds may take to leave and stop. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final ActorSystem<Void> system;
    private final Comet comet;
    private final Duration leaveTimeout;

    private CometNode(ActorSystem<Void> system, Comet comet, Duration leaveTimeout) {
        this.system = system;
        this.comet = comet;
        this.leaveTimeout = leaveTimeout;
    }

    /** Starts a node as the application's configuration says; without seed nodes it founds a cluster of its own. */
    public static CometNode start() {
        return start(ConfigFactory.empty());
    }

    /**
     * Starts a node and waits until it is a member of its cluster.
     *
     * @param overrides settings that come before those of the application
     * @throws CometException with code START if it cannot be started as configured, UNREACHABLE if its seed nodes do
     *     not answer; the message says why in a sentence
     */
    public static CometNode start(Config overrides) {
        Config config = load(overrides);
        CometSettings settings = check(config);
        // By this thread alone: a logging system that many threads wake at once complains on stderr.
        LoggerFactory.getILoggerFactory();
        ActorSystem<Void> system = open(config);
        try {
            return join(system, settings.members());
        } catch (ConfigException e) {
            system.terminate();
            throw badConfiguration(e);
        } catch (RuntimeException e) {
            system.terminate();
            throw e;
        }
    }

    /** The store, as seen from this node. */
    public Comet comet() {
        return comet;
    }

    /** The actor system the node runs in. */
    public ActorSystem<Void> system() {
        return system;
    }

    /**
     * Hands over what the node holds, leaves the cluster in good order and stops; as {@link #close(Duration)} with
     * {@code comet.members.leave-timeout}.
     */
    @Override
    public void close() {
        close(leaveTimeout);
    }

    /**
     * Hands over what the node holds, leaves the cluster in good order and stops. Until it has left it goes on serving
     * gets.
     *
     * @param timeout after which it leaves with whatever it has not handed over
     * @throws CometException with code TIMEOUT if it has not stopped 20 s after that
     */
    public void close(Duration timeout) {
        Duration limit = timeout.plus(CLOSE);
        CometExtension.of(system).leave(timeout).whenComplete((done, broken) -> system.terminate());
        try {
            system.getWhenTerminated().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new CometException(CometException.Code.TIMEOUT, "the node did not stop within " + limit, e);
        }
    }

    private static Config load(Config overrides) {
        try {
            return ConfigFactory.defaultOverrides()
                    .withFallback(overrides)
                    .withFallback(ConfigFactory.defaultApplication())
                    .withFallback(ConfigFactory.parseResources(CometNode.class.getClassLoader(), "comet-node.conf"))
                    .withFallback(ConfigFactory.defaultReference())
                    .resolve();
        } catch (ConfigException e) {
            throw badConfiguration(e);
        }
    }

    private static CometException badConfiguration(RuntimeException e) {
        return new CometException(CometException.Code.START, "configuration: " + e.getMessage(), e);
    }

    private static CometSettings check(Config config) {
        try {
            CometSettings settings = CometSettings.of(config);
            String hostname = "pekko.remote.artery.canonical.hostname";
            requireHost(hostname, config.getString(hostname), CometException.Code.START);
            requirePort("pekko.remote.artery.canonical.port", config);
            for (String seed : config.getStringList("pekko.cluster.seed-nodes")) {
                requireHost("seed node " + seed, seedHost(seed), CometException.Code.UNREACHABLE);
            }
            return settings;
        } catch (IllegalArgumentException e) {
            throw new CometException(CometException.Code.START, e.getMessage(), e);
        } catch (ConfigException e) {
            throw badConfiguration(e);
        }
    }

    private static void requirePort(String key, Config config) {
        long port = config.getLong(key);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(key + " is " + port + "; a port is 0 to 65535");
        }
    }

    private static String seedHost(String seed) {
        String form = "pekko.cluster.seed-nodes has \"" + seed + "\"; a seed is pekko://system@host:port";
        try {
            URI uri = new URI(seed);
            if (uri.getHost() == null || uri.getPort() < 1) {
                throw new IllegalArgumentException(form);
            }
            return uri.getHost();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(form, e);
        }
    }

    private static void requireHost(String what, String host, CometException.Code code) {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CometException(code, what + ": the host \"" + host + "\" is unknown", e);
        }
    }

    private static ActorSystem<Void> open(Config config) {
        String name = config.getString("comet.node.system");
        try {
            return ActorSystem.create(Behaviors.empty(), name, config);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.net.BindException) {
                    Config canonical = config.getConfig("pekko.remote.artery.canonical");
                    throw new CometException(
                            CometException.Code.START,
                            "port " + canonical.getInt("port") + " on " + canonical.getString("hostname")
                                    + " cannot be used: " + cause.getMessage(),
                            e);
                }
            }
            throw badConfiguration(e);
        }
    }

    private static CometNode join(ActorSystem<Void> system, CometSettings.Members settings) {
        Duration timeout = settings.joinTimeout();
        CometExtension extension = CometExtension.of(system);
        List<String> seeds = system.settings().config().getStringList("pekko.cluster.seed-nodes");
        if (seeds.isEmpty()) {
            extension.members().joinSelf();
        }
        try {
            Comet comet = extension.comet();
            // It has its own deadline, and says then why the node is not ready.
            comet.ready().toCompletableFuture().get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new CometNode(system, comet, settings.leaveTimeout());
        } catch (TimeoutException e) {
            throw notReady(seeds, "the node was not ready within " + timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CometException(CometException.Code.START, "interrupted while joining", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CometException broken) {
                throw broken.code() == CometException.Code.TIMEOUT
                        ? notReady(seeds, broken.getMessage(), broken)
                        : new CometException(CometException.Code.START, broken.getMessage(), broken);
            }
            throw new CompletionException(e.getCause());
        }
    }

    private static CometException notReady(List<String> seeds, String message, Exception why) {
        return new CometException(
                seeds.isEmpty() ? CometException.Code.START : CometException.Code.UNREACHABLE,
                message + (seeds.isEmpty() ? "" : "; its seed nodes are " + seeds),
                why);
    }

    @Override
    public String toString() {
        Contact self = comet.self();
        return "CometNode " + self;
    }
}
