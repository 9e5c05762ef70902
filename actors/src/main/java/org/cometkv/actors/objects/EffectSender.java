package org.cometkv.actors.objects;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.requests.AskNodesOperation;
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
import org.cometkv.aso.Version;

/** The sender of the prepared messages of hosted objects, one for a node. Thread-safe. */
record EffectSender(NodeContext node, Requester requester) {

    /** Performs an effect that sends something. Nobody waits for the replies. */
    void send(HostedObject object, Effect effect) {
        if (effect instanceof Effect.DeleteSelf || effect instanceof Effect.Publish) {
            return;
        }
        PreparedSend send = object.takePrepared(effect);
        if (effect instanceof Effect.PutSelf) {
            sendCopies(object, send);
        } else {
            Version version = node.versions().next(node.clock().wallMillis());
            begin(new AskNodesOperation(send.recipients(), id -> send.put(id, version)), reply -> {});
        }
    }

    /**
     * Asks the question of an event that waits; the answer is told on a thread of the Gateway.
     *
     * @param room makes room for an answer of so many bytes
     */
    void ask(HostedObject object, Question question, IntPredicate room, Consumer<Reply> answered) {
        if (question instanceof Question.Get) {
            PreparedSend send = object.takePrepared(question);
            begin(new AskNodesOperation(send.recipients(), send::get, room), answered);
        } else {
            answered.accept(new Reply.Denied("this node knows all nodes and looks nobody up"));
        }
    }

    private void sendCopies(HostedObject object, PreparedSend send) {
        long now = node.clock().nanos();
        Image image = object.image(node.clock().millis());
        long grown = (long) send.recipients().size() * Math.max(0, WireSize.of(image) - object.paidImageBytes());
        // What the event itself added is paid for now; an object that cannot pay for it stays where it is.
        if (object.budget(now).pay(0, grown, now)) {
            Caller caller = send.message().caller();
            begin(new AskNodesOperation(send.recipients(), id -> new Wire.Copy(id, caller, image)), reply -> {});
        }
    }

    /** The bytes of a message in a frame of its own. */
    static int bytes(NodeContext node, Wire.Item message) {
        return 1 + WireSize.ofTagged(new Wire.Frame(node.self(), 0, List.of(message), 0));
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
