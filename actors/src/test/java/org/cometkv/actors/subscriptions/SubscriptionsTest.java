package org.cometkv.actors.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.context.QuietNode;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.ManualClock;
import org.cometkv.actors.wire.Reach;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.StreamCause;
import org.cometkv.actors.wire.StreamMessage;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

/** The side of the object: nodes, leases, credit and numbers. The subscriber is on the object's own node. */
class SubscriptionsTest {

    private static final Key KEY = Key.of("topic");
    private static final Contact SELF = Replicas.node(0);

    private final ManualClock clock = new ManualClock();
    private final NodeContext node = QuietNode.of(
            SELF,
            clock,
            "comet.subscriptions { window-messages = 2, queue-messages = 3, nodes-max = 1, lease = 1s, renewal = 100ms }");
    private final HostedStreams streams = new HostedStreams(node);
    private final List<Wire.Item> sent = new ArrayList<>();
    private final Subscriptions topic = streams.open(KEY);

    SubscriptionsTest() {
        streams.bind((to, item) -> sent.add(item));
    }

    @Test
    void messages_areNumberedAndSentWithinTheWindow() {
        subscribe();

        assertThat(publish()).isEqualTo(new Reach(1, 1, 0));
        assertThat(publish()).isEqualTo(new Reach(1, 1, 0));
        assertThat(publish()).isEqualTo(new Reach(1, 1, 1));
        assertThat(numbers()).containsExactly(1L, 2L);

        credit(1);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void messagesOverTheQueue_areLeftOut_andCounted() {
        subscribe();
        for (int i = 0; i < 7; i++) {
            publish();
        }
        assertThat(streams.counts().queuedBytes()).isPositive();

        credit(2);

        Wire.Deliver last = (Wire.Deliver) sent.get(sent.size() - 1);
        assertThat(last.omitted()).isEqualTo(2);
        assertThat(numbers()).containsExactly(1L, 2L, 5L, 6L);
        credit(6);
        assertThat(streams.counts().queuedBytes()).isZero();
    }

    @Test
    void creditForWhatWasNotSent_isNone() {
        subscribe();
        for (int i = 0; i < 3; i++) {
            publish();
        }

        credit(1_000_000);
        credit(-1);

        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void renewal_tellsTheNumberThatWasSentLast() {
        subscribe();
        publish();

        assertThat(renew(0)).isEqualTo(1);
    }

    @Test
    void leaseThatIsNotRenewed_ends() {
        subscribe();
        clock.advance(Duration.ofMillis(1_000));
        assertThat(topic.subscribers()).isEqualTo(1);
        assertThat(renew(0)).isZero();

        clock.advance(Duration.ofMillis(1_001));
        publish();

        assertThat(topic.subscribers()).isZero();
        assertThat(renew(0)).isEqualTo(ReplicaReply.Renewed.UNKNOWN);
        assertThat(sent).isEmpty();
    }

    @Test
    void oneNodeMoreThanThereMayBe_isRefused() {
        subscribe();

        assertThat(topic.subscribe(Replicas.node(1), "", Value.NIL, 1, Usage.NONE))
                .isEmpty();
        assertThat(topic.subscribe(SELF, "", Value.NIL, 1, Usage.NONE)).isPresent();
        assertThat(topic.subscribers()).isEqualTo(2);
    }

    @Test
    void restart_endsTheStream_andBeginsAnother() {
        subscribe();
        publish();
        var before = topic.stream();

        topic.restart(StreamCause.REPAIRED);

        assertThat(sent.get(1)).isEqualTo(new Wire.StreamEnded(KEY, before, StreamCause.REPAIRED));
        assertThat(topic.stream()).isNotEqualTo(before);
        assertThat(streams.size()).isZero();
        assertThat(subscribe().number()).isZero();
    }

    @Test
    void nodeWithoutSubscribers_isForgotten() {
        subscribe();

        streams.credit(SELF.id(), new Wire.Credit(topic.stream(), 0, 0));

        assertThat(topic.isEmpty()).isTrue();
        assertThat(streams.size()).isZero();
    }

    private ReplicaReply.Subscribed subscribe() {
        return topic.subscribe(SELF, "", Value.NIL, 1, Usage.NONE).orElseThrow();
    }

    private Reach publish() {
        return topic.publish(new Effect.Publish(Value.of("x")), 1, 0);
    }

    private void credit(long seen) {
        streams.credit(SELF.id(), new Wire.Credit(topic.stream(), seen, 1));
    }

    private long renew(long seen) {
        Wire.Renew renew = new Wire.Renew(1, SELF.id(), List.of(new Wire.Lease(topic.stream(), seen, 1)));
        return ((ReplicaReply.Renewed) streams.renew(renew)).sent().get(0);
    }

    private List<Long> numbers() {
        return sent.stream()
                .filter(Wire.Deliver.class::isInstance)
                .flatMap(item -> ((Wire.Deliver) item).messages().stream())
                .map(StreamMessage::number)
                .toList();
    }
}
