package org.cometkv.testkit.network;

import java.util.Locale;
import org.cometkv.actors.wire.Wire;

/**
 * The kinds of items of frames, by the names of their types in lower case: {@code put}, {@code hello}; of a reply
 * {@code reply} or the name of its body, such as {@code stored}.
 */
final class ItemKind {

    private ItemKind() {}

    static boolean is(Wire.Item item, String kind) {
        return name(item).equals(kind)
                || item instanceof Wire.Reply reply && name(reply.body()).equals(kind);
    }

    private static String name(Object item) {
        return item.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
