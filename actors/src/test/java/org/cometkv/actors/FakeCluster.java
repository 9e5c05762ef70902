package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.objects.HostingContext;
import org.cometkv.actors.replicas.Directory;
import org.cometkv.actors.seam.FakeClock;
import org.cometkv.actors.seam.FakeMembers;
import org.cometkv.actors.seam.FakeNetwork;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Value;
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
    private final NodeFactory factory;
    private final List<RunningNode> nodes = new ArrayList<>();

    public FakeCluster(int size) {
        this(size, "");
    }

    /** @param overrides settings in HOCON */
    public FakeCluster(int size, String overrides) {
        kit = ActorTestKit.create(
                "fake",
                ConfigFactory.parseString(overrides)
                        .withFallback(ConfigFactory.parseString(PATIENCE))
                        .withFallback(ConfigFactory.parseString("comet.writer = tester"))
                        .withFallback(ConfigFactory.load()));
        factory = new NodeFactory(kit.system(), kit.system().settings().config());
        for (int i = 0; i < size; i++) {
            nodes.add(start(new Contact(NodeId.of("node-" + i), "node-" + i, 1 + i)));
        }
        for (int i = 0; i < size; i++) {
            members.tell(new Members.Joined("node-" + i, 1 + i, FakeMembers.INCARNATION));
        }
        for (RunningNode node : nodes) {
            eventually(() -> {
                if (node.comet().lookup("any").size() != size) {
                    throw new AssertionError("knows " + node.comet().lookup("any"));
                }
            });
        }
    }

    public Comet comet(int node) {
        return nodes.get(node).comet();
    }

    NodeContext node(int node) {
        return hosting(node).node();
    }

    public HostingContext hosting(int node) {
        return nodes.get(node).hosting();
    }

    Directory directory(int node) {
        return nodes.get(node).directory();
    }

    NodeGuardian.Doors doors(int node) {
        return await(nodes.get(node).opened());
    }

    /** Stops a node in good order and waits until it is gone. */
    void stop(int node) {
        await(nodes.get(node).stop());
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

    private RunningNode start(Contact self) {
        RunningNode node = factory.start(self.host(), seams(self));
        await(node.opened());
        return node;
    }

    /** What a node of this cluster that was not started would know. */
    public NodeContext context(Contact self) {
        return new NodeContext(
                "tester", CometSettings.of(kit.system().settings().config()), seams(self));
    }

    private Seams seams(Contact self) {
        return Seams.of(clock, network.at(self), members, () -> 42);
    }
}
