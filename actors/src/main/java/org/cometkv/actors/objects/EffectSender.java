package org.cometkv.actors.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.NoReply;
import org.cometkv.actors.requests.ReplyListener;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;

/** The sender of the messages of hosted objects, which were admitted and paid when they were recorded. */
record EffectSender(NodeContext node, Requester requester) {

    /** Sends what an event that ended well left to send. Nobody waits for the replies. */
    void send(HostedObject object, Effect effect) {
        if (effect instanceof Effect.PutSelf copy) {
            sendCopies(object, copy);
        } else if (effect instanceof Effect.Put put) {
            List<Contact> nodes = EventHost.recipients(node, object, put.key(), put.nodes());
            Caller caller = caller(object, put);
            Version version = node.versions().next(node.clock().wallMillis());
            begin(new AskNodesOperation(nodes, id -> message(id, put, version, caller)), reply -> {});
        } else if (effect instanceof Effect.Spawn spawn) {
            List<Contact> nodes = EventHost.recipients(node, object, spawn.key(), spawn.nodes());
            Caller caller = caller(object, spawn);
            Version version = node.versions().next(node.clock().wallMillis());
            // Every replica of the parent spawns for itself; the first one's child stays.
            begin(new AskNodesOperation(nodes, id -> message(id, object, spawn, version, caller)), reply -> {});
        } else if (!(effect instanceof Effect.DeleteSelf)) {
            throw new IllegalStateException("an effect was admitted that nothing performs: " + effect);
        }
    }

    /**
     * Asks the question of an event that waits; the answer is told on a thread of the Gateway.
     *
     * @param room makes room for an answer of so many bytes
     */
    void ask(HostedObject object, Question question, IntPredicate room, Consumer<Reply> answered) {
        if (question instanceof Question.Get get) {
            List<Contact> nodes = EventHost.recipients(node, object, get.key(), get.nodes());
            Caller caller = caller(object, get);
            begin(
                    new AskNodesOperation(nodes, id -> new Wire.Get(id, get.key(), caller, get.request()), room),
                    answered);
        } else {
            answered.accept(new Reply.Denied("this node knows all nodes and looks nobody up"));
        }
    }

    static Wire.Put message(long id, Effect.Put put, Version version, Caller caller) {
        Value.Table fields = Value.table(Map.of("value", put.value()));
        return new Wire.Put(id, put.key(), version, caller, Script.NONE, fields, Wire.Condition.ALWAYS);
    }

    static Wire.Put message(long id, HostedObject object, Effect.Spawn spawn, Version version, Caller caller) {
        return new Wire.Put(
                id, spawn.key(), version, caller, object.script(), spawn.fields(), Wire.Condition.IF_ABSENT);
    }

    private void sendCopies(HostedObject object, Effect.PutSelf copy) {
        long now = node.clock().nanos();
        Image image = object.image(node.clock().millis());
        List<Contact> nodes = EventHost.recipients(node, object, object.key(), Optional.of(copy.nodes()));
        long grown = (long) nodes.size() * Math.max(0, WireSize.of(image) - object.paidImageBytes());
        // What the event itself added is paid for now; an object that cannot pay for it stays where it is.
        if (object.budget(now).pay(0, grown, now)) {
            Caller caller = caller(object, copy);
            begin(new AskNodesOperation(nodes, id -> new Wire.Copy(id, caller, image)), reply -> {});
        }
    }

    /** An object as it calls. */
    static Caller caller(NodeContext node, HostedObject object) {
        return Caller.local(node.self(), object.header().writer()).withKey(object.key());
    }

    /** What passes the network for a message: its bytes, and those of a frame that has nothing else in it. */
    static int bytes(NodeContext node, Wire.Item message) {
        return 1 + WireSize.ofTagged(new Wire.Frame(node.self(), 0, List.of(message), 0));
    }

    private Caller caller(HostedObject object, Object cause) {
        Caller caller = caller(node, object);
        return object.chain().mandate(cause).map(caller::withMandate).orElse(caller);
    }

    private void begin(AskNodesOperation operation, Consumer<Reply> answered) {
        requester.begin(operation, new ReplyListener<Reply>() {
            @Override
            public void done(Reply reply) {
                answered.accept(reply);
            }

            @Override
            public void broken(NoReply reason, String message) {
                answered.accept(new Reply.Denied(message));
            }
        });
    }
}
