package org.cometkv.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Value;

/**
 * A cluster of whole nodes with the verbs that a test can use in virtual time and over a real network alike.
 *
 * <p>A test that takes it runs simulated, and over Artery with {@code -Dcomet.test.network=artery}.
 *
 * <p>For the thread that made it.
 */
public interface ClusterKit extends AutoCloseable {

    /** The node of this number, from 0. */
    ClusterNode node(int number);

    /** Runs until the stage is complete; its value, as {@code join} gives it. */
    <T> T await(CompletionStage<T> stage);

    /** Lets so much time pass: virtual time, which takes none, or real time. */
    void advance(Duration time);

    /** Lets time pass until the check throws nothing; after so much time, what it throws is thrown. */
    void eventually(Duration most, Runnable check);

    /** A probe of Pekko's TestKit for messages of this type. */
    <M> TestProbe<M> probe(Class<M> type);

    /** Holds a node up: nothing of it runs until it is resumed. */
    void pause(int number);

    /** A paused node goes on, with all that came meanwhile. */
    void resume(int number);

    /** Ends a node as the end of its process would: it says nothing more, and what it held is lost. */
    void crash(int number);

    /** Starts a node that crashed or left, at its address and with another id; it hosts nothing yet. */
    void restart(int number);

    /** Starts one more node, which joins the cluster. */
    ClusterNode join();

    /** A node leaves the cluster and stops, both in good order. */
    void leave(int number);

    /** Stops all nodes. */
    @Override
    void close();

    /** Puts an object through node 0 and waits for the reply. */
    default PutReply put(String key, Aso aso) {
        return await(node(0).comet().put(key, aso));
    }

    /** Puts a text as a passive value through node 0 and waits for the reply. */
    default PutReply put(String key, String value) {
        return put(key, Aso.value(value));
    }

    /** Puts a value on an occupied key through node 0 and waits for the reply. */
    default PutReply update(String key, Value value) {
        return await(node(0).comet().update(key, value));
    }

    /** Asks an object through node 0 and waits for the reply. */
    default GetReply get(String key) {
        return get(key, Value.NIL);
    }

    /** Asks an object through node 0, with a request for its onGet, and waits for the reply. */
    default GetReply get(String key, Value request) {
        return await(node(0).comet().get(key, request));
    }

    /** Removes an object through node 0 and waits for the reply. */
    default RemoveReply remove(String key) {
        return await(node(0).comet().remove(key));
    }
}
