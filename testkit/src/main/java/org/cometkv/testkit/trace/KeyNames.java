package org.cometkv.testkit.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cometkv.routing.Key;

/** The names of keys, so that people can read them. Not thread-safe. */
public final class KeyNames {

    private final Map<Key, String> names = new LinkedHashMap<>();

    /** The key of a name, which is shown by that name from now on. */
    public Key key(String name) {
        Key key = Key.of(name);
        names.put(key, name);
        return key;
    }

    /** All names, in the order in which they were first used. */
    public List<String> all() {
        return List.copyOf(names.values());
    }

    /** The name, or the first digits of a key whose name is not known. */
    public String name(Key key) {
        String name = names.get(key);
        return name == null ? key.toString().substring(0, 8) : name;
    }
}
