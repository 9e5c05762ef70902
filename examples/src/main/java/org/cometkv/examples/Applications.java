package org.cometkv.examples;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.trust.Identity;
import org.cometkv.examples.accesslog.AccessLog;
import org.cometkv.examples.chat.Chat;
import org.cometkv.examples.counter.Counter;
import org.cometkv.examples.delete.Delete;
import org.cometkv.examples.location.Location;
import org.cometkv.examples.monitoring.Monitoring;
import org.cometkv.examples.onetime.OneTime;
import org.cometkv.examples.password.Password;
import org.cometkv.examples.pubsub.Pubsub;
import org.cometkv.examples.recursive.Recursive;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.ticker.Ticker;
import org.cometkv.examples.timeout.Timeout;
import org.cometkv.examples.vanish.Vanish;
import org.cometkv.examples.workqueue.WorkQueue;

/** The applications there are. */
public final class Applications {

    private Applications() {}

    /** All of them, the simplest first. */
    public static List<Application> all() {
        return List.of(
                new Counter(),
                new Timeout(),
                new OneTime(),
                new Password(),
                new AccessLog(),
                new Monitoring(),
                new Recursive(),
                new Vanish(),
                new Delete(),
                new Location(),
                new Pubsub(),
                new Ticker(),
                new Chat(),
                new WorkQueue());
    }

    /** The application of this name, if there is one. */
    public static Optional<Application> named(String name) {
        return all().stream()
                .filter(application -> application.name().equals(name))
                .findFirst();
    }

    /** The value of {@code comet.trust.issuers} on nodes that are to tell any of the stories. */
    public static List<String> issuers() {
        return all().stream()
                .flatMap(application -> application.issuers().stream())
                .map(Identity::toString)
                .toList();
    }
}
