package org.cometkv.testkit.planted;

import java.util.stream.Stream;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;

/**
 * A weakness of owners: where a change is taken back they drop all that they hold in place of giving way. It is made by
 * a remove that comes with it.
 */
record DropsWhatIsTakenBack() implements ItemRule {

    /** Of the objects of all nodes of a simulated cluster. */
    private static final String WRITER = "world";

    @Override
    public Stream<Wire.Item> arriving(int from, int to, boolean isPaused, Wire.Item item) {
        if (!(item instanceof Wire.Resolve told) || told.resolution() != Wire.Resolution.RETRACTED) {
            return Stream.of(item);
        }
        String node = "node-" + from;
        Caller writer = Caller.local(new Contact(NodeId.of(node), node, 2551 + from), WRITER);
        return Stream.of(
                item,
                new Wire.Remove(
                        told.id() + RunTwice.OTHER_ID,
                        told.key(),
                        RaisedVersions.after(told.version()),
                        writer,
                        Value.NIL));
    }
}
