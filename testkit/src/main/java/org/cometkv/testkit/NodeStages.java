package org.cometkv.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cometkv.actors.seam.StageFactory;
import org.cometkv.testkit.world.World;
import org.cometkv.testkit.world.WorldStage;

/** The stages that one life of a node handed to the test. Not thread-safe; owned by its node. */
final class NodeStages implements StageFactory {

    private final World world;
    /** Those that are not complete, and when each began. */
    private final Map<CompletableFuture<?>, Long> open = new LinkedHashMap<>();

    NodeStages(World world) {
        this.world = world;
    }

    @Override
    public <R> CompletableFuture<R> create() {
        WorldStage<R> stage = new WorldStage<>(world);
        // Refuses other threads, too.
        world.check();
        open.put(stage, world.nanos());
        stage.whenComplete((reply, broken) -> open.remove(stage));
        return stage;
    }

    int open() {
        return open.size();
    }

    /** The instants at which those that are not complete began. */
    List<Long> begun() {
        return List.copyOf(open.values());
    }

    /** All that are not complete fail. */
    void breakAll(String sentence) {
        List.copyOf(open.keySet()).forEach(stage -> stage.completeExceptionally(new NodeCrashed(sentence)));
    }
}
