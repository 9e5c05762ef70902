package org.cometkv.actors.dispatch;

import java.util.concurrent.Executor;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Scratch;

/** The threads that run the handlers of one node, and the scratch memory of each. Thread-safe. */
public final class HandlerExecution {

    private final Executor executor;
    private final ThreadLocal<Scratch> scratches;
    private final CompileLane compileLane;

    public HandlerExecution(Executor executor, Sandbox sandbox) {
        this.executor = executor;
        this.scratches = ThreadLocal.withInitial(sandbox::scratch);
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
    public Scratch scratch() {
        return scratches.get();
    }
}
