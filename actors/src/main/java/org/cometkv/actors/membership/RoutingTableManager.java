package org.cometkv.actors.membership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.MembershipChange;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;

/** Owns what this node knows of other nodes, publishes it as a {@link RoutingView} and answers FindNode. */
public final class RoutingTableManager extends AbstractBehavior<RoutingTableManager.Command> {

    /** What it can be told. */
    public sealed interface Command {}

    /** The node is a member and has greeted; no other has its id. */
    record Joined(Contact node, boolean hostsObjects) implements Command {}

    /** The member is to own keys from now on, or none any more. */
    record Owning(Contact node, boolean hostsObjects) implements Command {}

    /** The member does not answer, or answers again. */
    record Suspect(Contact node, boolean isSuspect) implements Command {}

    /** The member announced that it leaves. */
    record Leaving(Contact node) implements Command {}

    /** The node is no member any more. */
    record Gone(Contact node) implements Command {}

    /** Fewer than half of the members are not suspect, or not so any more. */
    record Minority(boolean isMinority) implements Command {}

    /** All that was told before is published, and then the node is ready. */
    record Ready() implements Command {}

    /** This node was removed from its cluster: it knows nobody any more. */
    record Downed() implements Command {}

    /** Answers with {@link ReplicaReply.Nodes}. */
    public record FindNode(Key key, ReplyTo replyTo) implements Command {}

    /** The listener is told of every member there is, and of every change from then on. */
    public record Watch(Consumer<MembershipChange> listener) implements Command {}

    /** The listener is told of nothing more. */
    public record Unwatch(Consumer<MembershipChange> listener) implements Command {}

    /** What has changed is to be published, with all else that changed meanwhile. */
    private enum Publish implements Command {
        PUBLISH
    }

    /** One listener hears one change: what is wrong with it costs nobody else a change. */
    private record Tell(Consumer<MembershipChange> listener, MembershipChange change) implements Command {}

    /** The name under which changes of the members are logged; part of the API. */
    static final String LOGGER = "org.cometkv.members";

    /** Among so many members every burst of changes is published at once. */
    private static final int PROMPT_MEMBERS = 64;

    /** Beyond those, one more millisecond between two views for so many: a tenth of a second among a thousand. */
    private static final int MEMBERS_PER_MILLI = 10;

    private final NodeContext node;
    private final Map<NodeId, Contact> members = new TreeMap<>();
    private final Set<NodeId> owners = new HashSet<>();
    private final Set<NodeId> suspects = new HashSet<>();
    private final Set<NodeId> leavers = new HashSet<>();
    private final List<Consumer<MembershipChange>> listeners = new ArrayList<>();
    /** What has changed and is not published yet. */
    private final List<MembershipChange> changes = new ArrayList<>();

    /** Set while changes wait because something was published just before. */
    private final DeadlineTask publishLater;

    private long publishableMillis;
    /** Whether members own keys now that did not, or the other way round, which is not published yet. */
    private boolean areOwnersOther;

    private boolean isMinority;

    public static Behavior<Command> create(NodeContext node) {
        return Behaviors.setup(context -> new RoutingTableManager(context, node));
    }

    private RoutingTableManager(ActorContext<Command> context, NodeContext node) {
        super(context);
        context.setLoggerName(LOGGER);
        this.node = node;
        this.publishLater = new DeadlineTask(
                node.clock(), Duration.ofMillis(1), () -> context.getSelf().tell(Publish.PUBLISH));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Joined.class, this::onJoined)
                .onMessage(Owning.class, this::onOwning)
                .onMessage(Suspect.class, this::onSuspect)
                .onMessage(Leaving.class, this::onLeaving)
                .onMessage(Gone.class, this::onGone)
                .onMessage(Minority.class, this::onMinority)
                .onMessage(Ready.class, this::onReady)
                .onMessage(Downed.class, this::onDowned)
                .onMessage(FindNode.class, this::onFindNode)
                .onMessage(Watch.class, this::onWatch)
                .onMessage(Unwatch.class, this::onUnwatch)
                .onMessage(Publish.class, this::onPublish)
                .onMessage(Tell.class, this::onTell)
                .onSignal(PostStop.class, this::onStopped)
                .build();
    }

    private Behavior<Command> onJoined(Joined joined) {
        members.put(joined.node().id(), joined.node());
        if (joined.hostsObjects()) {
            owners.add(joined.node().id());
        }
        changed(MembershipChange.Kind.JOINED, joined.node());
        return this;
    }

    private Behavior<Command> onOwning(Owning owning) {
        NodeId id = owning.node().id();
        if (!owning.node().equals(members.get(id))) {
            return this;
        }
        boolean isOther = owning.hostsObjects() ? owners.add(id) : owners.remove(id);
        if (isOther) {
            publishSoon();
            areOwnersOther = true;
        }
        return this;
    }

    private Behavior<Command> onSuspect(Suspect suspect) {
        if (!suspect.node().equals(members.get(suspect.node().id()))) {
            return this;
        }
        if (suspect.isSuspect()) {
            suspects.add(suspect.node().id());
            getContext().getLog().warn("{}: {} is suspect: it does not answer", node.self(), suspect.node());
            changed(MembershipChange.Kind.SUSPECTED, suspect.node());
        } else {
            suspects.remove(suspect.node().id());
            changed(MembershipChange.Kind.RECOVERED, suspect.node());
        }
        return this;
    }

    private Behavior<Command> onLeaving(Leaving leaving) {
        if (leaving.node().equals(members.get(leaving.node().id()))
                && leavers.add(leaving.node().id())) {
            getContext().getLog().info("{}: {} leaves: it owns no changes any more", node.self(), leaving.node());
            changed(MembershipChange.Kind.LEAVING, leaving.node());
        }
        return this;
    }

    private Behavior<Command> onGone(Gone gone) {
        if (!members.remove(gone.node().id(), gone.node())) {
            return this;
        }
        owners.remove(gone.node().id());
        leavers.remove(gone.node().id());
        if (suspects.remove(gone.node().id())) {
            getContext().getLog().warn("{}: {} was removed while it was suspect", node.self(), gone.node());
        }
        changed(MembershipChange.Kind.GONE, gone.node());
        return this;
    }

    private Behavior<Command> onMinority(Minority minority) {
        if (minority.isMinority()) {
            getContext().getLog().warn("{} is in the minority of its cluster: it refuses changes", node.self());
        } else {
            getContext().getLog().info("{} is no longer in the minority of its cluster", node.self());
        }
        publishSoon();
        isMinority = minority.isMinority();
        return this;
    }

    private Behavior<Command> onReady(Ready ready) {
        publish();
        node.ready().raise();
        getContext().getLog().info("{} is ready: it knows {} members", node.self(), members.size());
        return this;
    }

    private Behavior<Command> onDowned(Downed downed) {
        node.closing().close("this node was removed from its cluster");
        members.clear();
        owners.clear();
        suspects.clear();
        leavers.clear();
        changed(MembershipChange.Kind.DOWNED, node.self());
        publish();
        return this;
    }

    private Behavior<Command> onFindNode(FindNode find) {
        find.replyTo().reply(new ReplicaReply.Nodes(node.view().neighbors(find.key())));
        return this;
    }

    private Behavior<Command> onWatch(Watch watch) {
        // Or it would be told of those that are not published yet a second time.
        publish();
        members.values()
                .forEach(member -> tell(watch.listener(), new MembershipChange(MembershipChange.Kind.JOINED, member)));
        listeners.add(watch.listener());
        return this;
    }

    private Behavior<Command> onUnwatch(Unwatch unwatch) {
        listeners.remove(unwatch.listener());
        return this;
    }

    private Behavior<Command> onPublish(Publish publish) {
        publishLater.cancel();
        publish();
        return this;
    }

    private Behavior<Command> onTell(Tell tell) {
        tell.listener().accept(tell.change());
        return this;
    }

    private Behavior<Command> onStopped(PostStop stopped) {
        publishLater.cancel();
        return this;
    }

    /*
     * Published once a burst: a view takes time in proportion to the members, and where many nodes start together each
     * of them hears of all the others at once. In a large cluster their greetings come one by one, so that a view also
     * waits a while after the one before it, in proportion to the members; among few it never waits.
     */
    private void changed(MembershipChange.Kind kind, Contact contact) {
        publishSoon();
        changes.add(new MembershipChange(kind, contact));
        getContext().getLog().debug("{}: {} {}", node.self(), contact, kind);
    }

    private void publishSoon() {
        if (isPublished()) {
            if (node.clock().millis() >= publishableMillis) {
                getContext().getSelf().tell(Publish.PUBLISH);
            } else {
                publishLater.set(publishableMillis);
            }
        }
    }

    private boolean isPublished() {
        return changes.isEmpty() && !areOwnersOther && isMinority == node.isMinority();
    }

    private void publish() {
        if (isPublished()) {
            return;
        }
        List<Contact> contacts = members.values().stream()
                .filter(contact -> owners.contains(contact.id()))
                .toList();
        node.published().publish(RoutingView.of(contacts, suspects, leavers), members, isMinority);
        logChanges();
        changes.forEach(change -> listeners.forEach(listener -> tell(listener, change)));
        changes.clear();
        areOwnersOther = false;
        publishableMillis = node.clock().millis() + Math.max(0, members.size() - PROMPT_MEMBERS) / MEMBERS_PER_MILLI;
    }

    private void logChanges() {
        if (!changes.isEmpty()) {
            MembershipChange last = changes.get(changes.size() - 1);
            getContext()
                    .getLog()
                    .info(
                            "{}: {} members, {} of them suspect, after {} changes, the last {} {}",
                            node.self(),
                            members.size(),
                            suspects.size(),
                            changes.size(),
                            last.node(),
                            last.kind());
        }
    }

    private void tell(Consumer<MembershipChange> listener, MembershipChange change) {
        getContext().getSelf().tell(new Tell(listener, change));
    }
}
