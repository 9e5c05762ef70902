package org.cometkv.testkit.planted;

import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyDigest;

/**
 * A weakness of owners: they compare with the version that updates raised in place of the lineage. It is made by telling
 * them that it is the lineage.
 */
record RaisedLineages() implements ImageRule {

    @Override
    public KeyDigest digest(KeyDigest digest) {
        return digest instanceof KeyDigest.Live live
                ? new KeyDigest.Live(
                        live.version(),
                        live.version(),
                        live.updates(),
                        live.accept(),
                        live.replicas(),
                        live.foundGone())
                : digest;
    }

    @Override
    public Image image(int to, Image image) {
        Header header = image.header();
        Header raised = new Header(
                header.key(),
                header.version(),
                header.version(),
                header.writer(),
                header.expiresAtMillis(),
                header.replicas(),
                header.replication(),
                header.accept(),
                header.signature(),
                header.serial(),
                header.updates(),
                header.foundGone(),
                header.displacesLonger());
        return new Image(raised, image.script(), image.state(), image.timers(), image.recent());
    }
}
