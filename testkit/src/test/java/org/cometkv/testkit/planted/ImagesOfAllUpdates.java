package org.cometkv.testkit.planted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Version;

/**
 * A weakness of replicas: they take an image without running their own recent updates on it. It is made by images that
 * claim to have all updates that the node was told of.
 */
record ImagesOfAllUpdates(Map<String, Set<Version>> told) implements ImageRule {

    ImagesOfAllUpdates() {
        this(new LinkedHashMap<>());
    }

    @Override
    public void seen(int from, int to, Wire.Item item) {
        if (item instanceof Wire.Put put && put.condition() == Wire.Condition.IF_PRESENT) {
            // The coordinator may be an owner as well: it told itself without a frame.
            for (int node : List.of(from, to)) {
                told.computeIfAbsent(node + " " + put.key(), of -> new LinkedHashSet<>())
                        .add(put.version());
            }
        }
    }

    @Override
    public Image image(int to, Image image) {
        List<RecentUpdates.Update> all = new ArrayList<>(image.recent().updates());
        for (Version own : told.getOrDefault(to + " " + image.key(), Set.of())) {
            if (all.stream().noneMatch(update -> update.version().equals(own))) {
                all.add(new RecentUpdates.Update(own, Optional.empty()));
            }
        }
        RecentUpdates recent = new RecentUpdates(all, image.recent().forgotten());
        return new Image(image.header(), image.script(), image.state(), image.timers(), recent);
    }
}
