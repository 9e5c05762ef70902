package org.cometkv.node.bench;

import java.util.function.IntConsumer;

/** A Lua engine that is compared: our sandbox, or LuaJ as it comes. */
interface LuaEngine {

    /**
     * Makes objects with the workload's script, all of one compilation.
     *
     * @return runs as many events as it is told, on the objects in turn
     */
    IntConsumer events(Workload workload, int objects);

    /**
     * The answer of a first event: a number, or the second element of a list; 0 if nothing. It shows that both engines
     * do the same work.
     */
    double answer(Workload workload);
}
