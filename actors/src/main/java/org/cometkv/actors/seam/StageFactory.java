package org.cometkv.actors.seam;

import java.util.concurrent.CompletableFuture;

/**
 * A factory of the stages that an application is handed. A TestKit's move its virtual time while they are waited for.
 */
public interface StageFactory {

    /** A stage that the node completes. */
    <R> CompletableFuture<R> create();
}
