package org.cometkv.testkit.artery;

import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.cometkv.actors.Comet;
import org.cometkv.actors.CometNode;
import org.cometkv.testkit.ClusterNode;

/** A real node under test, over all its lives. For the test's thread. */
public final class ArteryNode implements ClusterNode {

    /** A life: from a start to a crash or an orderly end. */
    record Life(CometNode node, Gate gate) {}

    private final int number;
    private Optional<Life> life = Optional.empty();
    private int port;

    ArteryNode(int number) {
        this.number = number;
    }

    @Override
    public Comet comet() {
        return life().node().comet();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean isUp() {
        return life.isPresent();
    }

    @Override
    public <T> ActorRef<T> spawn(Behavior<T> behavior, String name) {
        return life().node().system().systemActorOf(behavior, name, Props.empty());
    }

    Life life() {
        return life.orElseThrow(() -> new IllegalStateException(
                "node " + number + " is down: it crashed or left, and was not started again"));
    }

    void begin(CometNode node, Gate gate) {
        life = Optional.of(new Life(node, gate));
        port = node.comet().self().port();
    }

    void end() {
        life = Optional.empty();
    }

    /** The port of its present or last life; 0 before its first. */
    int port() {
        return port;
    }
}
