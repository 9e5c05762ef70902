package org.cometkv.actors.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.requests.Requester;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Sandbox;
import org.junit.jupiter.api.Test;

/** Effects are sent as they were admitted and paid, and none that was not. */
class EffectSenderTest {

    private final NodeContext node = QuietNode.of(Replicas.node(0));
    private final TestInbox<GatewayMessage> gateway = TestInbox.create();
    private final EffectSender sender = new EffectSender(node, new Requester(gateway.getRef()));
    private final HostedObject object = object();

    @Test
    void anEffectThatWasPrepared_isSentOnce() {
        Effect.Put put = new Effect.Put(Replicas.KEY, Value.of(1), Optional.empty());
        object.prepare(new PreparedSend(put, Replicas.nodes(1), PreparedSend.message(object, put, Replicas.caller())));

        sender.send(object, put);

        assertThat(gateway.receiveMessage()).isInstanceOf(Requester.Begin.class);
        assertThatIllegalStateException().isThrownBy(() -> sender.send(object, put));
    }

    @Test
    void anEffectThatNoNodeAdmits_doesNotVanish() {
        for (Effect effect :
                new Effect[] {new Effect.Answer(new Inbox(Replicas.node(0).id(), 1, 2), Value.of(1))}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> sender.send(object, effect))
                    .withMessageContaining("not admitted and paid: " + effect);
        }
    }

    @Test
    void whatAnEventPrepared_isGoneWithTheEvent() {
        Effect.Put put = new Effect.Put(Replicas.KEY, Value.of(1), Optional.empty());
        object.prepare(new PreparedSend(put, Replicas.nodes(1), PreparedSend.message(object, put, Replicas.caller())));

        object.endEvent();

        assertThatIllegalStateException().isThrownBy(() -> sender.send(object, put));
    }

    private HostedObject object() {
        HostingContext hosting = HostingContext.of(node, new Sandbox(1 << 20, 42), Runnable::run);
        Wire.Put put = new Wire.Put(
                1,
                Replicas.KEY,
                Replicas.version(1),
                Replicas.caller(),
                Script.of("function aso:onGet() return 1 end"),
                Value.table(),
                Wire.Condition.ALWAYS);
        ArrivingObject arriving = ArrivingObject.of(put, hosting);
        arriving.load(hosting.handlers().scratch(), new LoadingHost(hosting.node()));
        return arriving.object(0);
    }
}
