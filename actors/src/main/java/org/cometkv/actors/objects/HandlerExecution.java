package org.cometkv.actors.objects;

import java.util.concurrent.Executor;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Worker;

/** The threads that run the handlers of one node, and the scratch memory of each. Thread-safe. */
public final class HandlerExecution {

    private final Executor executor;
    private final ThreadLocal<Worker> workers;
    private final CompileLane compileLane;

    HandlerExecution(Executor executor, Sandbox sandbox) {
        this.executor = executor;
        this.workers = ThreadLocal.withInitial(sandbox::worker);
        this.compileLane = new CompileLane(executor, sandbox);
    }

    /** The threads that run handlers. */
    public Executor executor() {
        return executor;
    }

    /** The lane in which a script is compiled before an object of it is loaded. */
    public CompileLane compileLane() {
        return compileLane;
    }

    /** The scratch memory of the current thread. */
    public Worker worker() {
        return workers.get();
    }
}
