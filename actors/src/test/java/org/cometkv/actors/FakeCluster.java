package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.FakeClock;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.FakeNetwork;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/** Several node guardians in one actor system, on fake seams. */
public final class FakeCluster implements AutoCloseable {

    /** What comes at all comes within this time, also on a machine that is busy with something else. */
    private static final int PATIENCE_SECONDS = 30;

    private static final String PATIENCE = """
            pekko.actor.testkit.typed {
              single-expect-default = %1$d s
              default-timeout = %1$d s
              filter-leeway = %1$d s
              system-shutdown-default = %1$d s
            }
            """.formatted(PATIENCE_SECONDS);

    public final FakeClock clock = new FakeClock();
    final FakeNetwork network = new FakeNetwork();
    public final FakeMembers members = new FakeMembers();
    public final ActorTestKit kit;
    private final List<Comet> comets = new ArrayList<>();
    private final List<HostingContext> nodes = new ArrayList<>();
    private final List<Directory> directories = new ArrayList<>();
    private final List<NodeGuardian.Doors> doors = new ArrayList<>();
    private final List<ActorRef<NodeGuardian.Command>> guardians = new ArrayList<>();

    public FakeCluster(int size) {
        this(size, "");
    }

    /** @param overrides settings in HOCON */
    public FakeCluster(int size, String overrides) {
        kit = ActorTestKit.create(
                "fake",
                ConfigFactory.parseString(overrides)
                        .withFallback(ConfigFactory.parseString(PATIENCE))
                        .withFallback(ConfigFactory.load()));
        for (int i = 0; i < size; i++) {
            comets.add(start(new Contact(NodeId.of("node-" + i), "node-" + i, 1 + i)));
        }
        for (int i = 0; i < size; i++) {
            members.tell(new Members.Joined("node-" + i, 1 + i));
        }
        for (Comet comet : comets) {
            eventually(() -> {
                if (comet.lookup("any").size() != size) {
                    throw new AssertionError("knows " + comet.lookup("any"));
                }
            });
        }
    }

    public Comet comet(int node) {
        return comets.get(node);
    }

    NodeContext node(int node) {
        return nodes.get(node).node();
    }

    public HostingContext hosting(int node) {
        return nodes.get(node);
    }

    Directory directory(int node) {
        return directories.get(node);
    }

    NodeGuardian.Doors doors(int node) {
        return doors.get(node);
    }

    /** Stops a node in good order and waits until it is gone. */
    void stop(int node) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        guardians.get(node).tell(new NodeGuardian.Stop(() -> stopped.complete(null)));
        await(stopped);
    }

    /** The number of the node that a contact names. */
    int number(Contact contact) {
        return contact.port() - 1;
    }

    /** Waits for a reply in real time; virtual time stands still. */
    static <R> R await(CompletionStage<R> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CometException broken) {
                throw broken;
            }
            throw new AssertionError(e.getCause());
        }
    }

    /** Waits in real time until the check passes. */
    public void eventually(Runnable check) {
        kit.createTestProbe().awaitAssert(() -> {
            check.run();
            return null;
        });
    }

    /** What a reader was told by an object that answered. */
    static Value value(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }

    @Override
    public void close() {
        kit.shutdownTestKit();
    }

    private Comet start(Contact self) {
        HostingContext hosting = hosting(context(self));
        Directory directory = new Directory();
        nodes.add(hosting);
        directories.add(directory);
        CompletableFuture<NodeGuardian.Doors> opened = new CompletableFuture<>();
        guardians.add(kit.spawn(NodeGuardian.create(hosting, directory, opened::complete), self.host()));
        doors.add(await(opened));
        return new Comet(hosting, directory, opened);
    }

    /** What a node of this cluster that was not started would know. */
    public NodeContext context(Contact self) {
        CometSettings settings = CometSettings.of(kit.system().settings().config());
        return new NodeContext(self, "tester", settings, clock, network.at(self), members);
    }

    private HostingContext hosting(NodeContext node) {
        Sandbox sandbox = new Sandbox(node.settings().sandbox().programsBytes(), 42);
        return HostingContext.of(
                node,
                sandbox,
                kit.system().dispatchers().lookup(DispatcherSelector.fromConfig("comet.handlers-dispatcher")));
    }
}
