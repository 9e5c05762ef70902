package org.cometkv.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.seam.StageFactory;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldStage;

/** The stages that one life of a node handed to the test. Not thread-safe; owned by its node. */
final class NodeStages implements StageFactory {

    private final World world;
    /** Those that are not complete. */
    private final Set<CompletableFuture<?>> open = new LinkedHashSet<>();

    NodeStages(World world) {
        this.world = world;
    }

    @Override
    public <R> CompletableFuture<R> create() {
        WorldStage<R> stage = new WorldStage<>(world);
        // Refuses other threads, too.
        world.check();
        open.add(stage);
        stage.whenComplete((reply, broken) -> open.remove(stage));
        return stage;
    }

    int open() {
        return open.size();
    }

    /** All that are not complete fail. */
    void breakAll(String sentence) {
        List.copyOf(open).forEach(stage -> stage.completeExceptionally(new NodeCrashed(sentence)));
    }
}
