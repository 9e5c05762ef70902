package org.cometkv.actors.context;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Members;
import org.cometkv.actors.seam.Network;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.routing.Contact;

/** A node that knows nobody and reaches nobody, for the tests of its parts one by one. */
public final class QuietNode {

    /** A clock that stands, whose tasks never run. */
    public static class StandingClock implements Clock {

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public long wallMillis() {
            return 1_700_000_000_000L;
        }

        @Override
        public ScheduledTask after(Duration delay, Runnable task) {
            return () -> {};
        }
    }

    /** A network that loses all. */
    private record Silence(Contact self) implements Network {

        @Override
        public void bind(ActorRef<GatewayMessage> gateway) {}

        @Override
        public Link link(String host, int port) {
            return frame -> {};
        }
    }

    /** A membership of nobody. */
    private static final class Nobody implements Members {

        @Override
        public void subscribe(ActorRef<Event> listener) {}

        @Override
        public long incarnation() {
            return 1;
        }
    }

    private QuietNode() {}

    /** The node with default settings, on a clock that stands. */
    public static NodeContext of(Contact self) {
        return of(self, new StandingClock(), "");
    }

    /** @param overrides settings in HOCON */
    public static NodeContext of(Contact self, Clock clock, String overrides) {
        return of(self, clock, new Nobody(), overrides);
    }

    /** The node with default settings. */
    public static NodeContext of(Contact self, Clock clock, Members members) {
        return of(self, clock, members, "");
    }

    private static NodeContext of(Contact self, Clock clock, Members members, String overrides) {
        CometSettings settings =
                CometSettings.of(ConfigFactory.parseString(overrides).withFallback(ConfigFactory.load()));
        return new NodeContext("tester", settings, Seams.of(clock, new Silence(self), members, () -> 42));
    }
}
