package org.cometkv.testkit.subscriptions;

import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;

/** Objects that publish, and subscriptions to them. */
final class Topics {

    /** Publishes each update; a subscriber's snapshot is the number of updates so far. */
    static final String PLAIN = """
            aso.accept = "all"
            aso.count = 0
            function aso:onUpdate(caller, value)
              self.count = self.count + 1
              comet.publish(value)
            end
            function aso:onSubscribe(caller, request)
              return self.count
            end
            function aso:onGet()
              return self.count
            end
            """;

    private Topics() {}

    /** The plain topic, which keeps so many messages. */
    static String keeping(int history) {
        return "aso.history = " + history + "\n" + PLAIN;
    }

    static void put(CometTestKit kit, String script) {
        kit.put("topic", Aso.script(script));
    }

    static Subscription subscribe(CometTestKit kit, int node, Subscriber subscriber) {
        return subscribe(kit, node, SubscribeOptions.DEFAULT, subscriber);
    }

    static Subscription subscribe(CometTestKit kit, int node, SubscribeOptions options, Subscriber subscriber) {
        return kit.await(kit.node(node).comet().subscribe("topic", Value.NIL, options, subscriber));
    }

    /** Publishes a number through a node. */
    static PutReply publish(CometTestKit kit, int node, long number) {
        return publish(kit, node, Value.of(number));
    }

    static PutReply publish(CometTestKit kit, int node, Value value) {
        return kit.await(kit.node(node).comet().update("topic", value, PutOptions.DEFAULT));
    }
}
