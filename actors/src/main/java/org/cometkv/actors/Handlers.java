package org.cometkv.actors;

import java.util.concurrent.Executor;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Worker;

/** Where the handlers of one node run: its threads, and the scratch memory of each. Thread-safe. */
final class Handlers {

    private final Executor executor;
    private final ThreadLocal<Worker> workers;
    private final CompileLane compileLane;

    Handlers(Executor executor, Sandbox sandbox) {
        this.executor = executor;
        this.workers = ThreadLocal.withInitial(sandbox::worker);
        this.compileLane = new CompileLane(executor, sandbox);
    }

    /** The threads that run handlers. */
    Executor executor() {
        return executor;
    }

    /** Where scripts are compiled before an object of theirs is loaded. */
    CompileLane compileLane() {
        return compileLane;
    }

    /** The scratch memory of the current thread. */
    Worker worker() {
        return workers.get();
    }
}
