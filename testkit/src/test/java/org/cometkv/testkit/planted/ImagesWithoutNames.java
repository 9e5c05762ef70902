package org.cometkv.testkit.planted;

import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.RecentUpdates;

/** A weakness of images: they do not tell which updates are in them, so that these run again after a move. */
record ImagesWithoutNames() implements ImageRule {

    @Override
    public Image image(int to, Image image) {
        return new Image(image.header(), image.script(), image.state(), image.timers(), RecentUpdates.NONE);
    }
}
