package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.RemoveOptions;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;

/** A bad neighbor: objects whose load the others on their node should not feel. */
interface BadNeighbor {

    /** The sleep of a flood: it need not come evenly, and the others should not feel its own work. */
    long FLOOD_SLEEP_NANOS = 500_000;

    /** A bad neighbor at work. */
    interface Begun {
        void end();
    }

    /** Disturbs from now on; each round by objects that nobody knows anything of. */
    Begun begin(Comet comet, int round);

    /** Objects that loop without end at every get, and are asked again as soon as they have failed. */
    static BadNeighbor loops(int objects) {
        return (comet, round) -> {
            List<Looper> loopers = new ArrayList<>();
            for (int i = 0; i < objects; i++) {
                Key key = Key.of("loop-" + round + "-" + i);
                put(comet, key, "function aso:onGet() while true do end end");
                loopers.add(new Looper(comet, key));
            }
            loopers.forEach(Looper::ask);
            return () -> loopers.forEach(Looper::end);
        };
    }

    /** An object that is asked so many times a second. */
    static BadNeighbor flood(double perSecond) {
        return (comet, round) -> {
            Key key = Key.of("flood-" + round);
            put(comet, key, "aso.count = 0 function aso:onGet() self.count = self.count + 1 return self.count end");
            OpenLoop flood = new OpenLoop(comet, new Key[] {key}, perSecond, FLOOD_SLEEP_NANOS);
            return () -> {
                flood.close();
                comet.remove(key, RemoveOptions.DEFAULT).toCompletableFuture().join();
            };
        };
    }

    private static void put(Comet comet, Key key, String script) {
        comet.put(key, Aso.script(script).replicas(1), PutOptions.DEFAULT)
                .toCompletableFuture()
                .join();
    }

    /** Asks one looping object without pause, unless it is told not to. */
    final class Looper {

        private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

        private final Comet comet;
        private final Key key;
        private volatile boolean isOver;

        Looper(Comet comet, Key key) {
            this.comet = comet;
            this.key = key;
        }

        void ask() {
            comet.get(key, Value.NIL).whenComplete((reply, broken) -> {
                if (isOver) {
                    return;
                }
                if (reply instanceof GetReply.Failed) {
                    ask();
                } else {
                    LATER.execute(this::ask);
                }
            });
        }

        void end() {
            isOver = true;
            comet.remove(key, RemoveOptions.DEFAULT);
        }
    }
}
