package org.cometkv.actors;

import java.util.concurrent.Executor;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Worker;

/** Where the handlers of one node run: its threads, and the scratch memory of each. Thread-safe. */
final class Handlers {

    private final Executor executor;
    private final ThreadLocal<Worker> workers;

    Handlers(Executor executor, Sandbox sandbox) {
        this.executor = executor;
        this.workers = ThreadLocal.withInitial(sandbox::worker);
    }

    /** The threads that run handlers. */
    Executor executor() {
        return executor;
    }

    /** The scratch memory of the current thread. */
    Worker worker() {
        return workers.get();
    }
}
