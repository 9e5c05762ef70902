package org.cometkv.node.bench;

import java.lang.ref.Reference;
import java.util.Optional;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.routing.Key;

/** What a live object takes of the heap: four handlers, a small state, its key; the script is shared. */
final class LiveObjects {

    static final String KEY_BYTES = "key_bytes";
    static final String CHARGED = "charged";

    private LiveObjects() {}

    static Measured measure(Pace pace) {
        OwnLua lua = new OwnLua(OwnLua.PROGRAMS_BYTES);
        Script script = Script.of(Workload.text("live-object.lua"));
        Key[] keys = new Key[pace.objects()];
        Instance[] objects = new Instance[pace.objects()];
        // The first one loads classes and compiles the script.
        live(lua, Key.of("first"), script);

        long begun = System.nanoTime();
        long empty = HeapUse.bytes();
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Key.of("object " + i);
        }
        long keyed = HeapUse.bytes();
        for (int i = 0; i < objects.length; i++) {
            objects[i] = live(lua, keys[i], script);
        }
        long full = HeapUse.bytes();
        Measured measured = new Measured()
                .with(Measured.BYTES, (full - empty) / (double) objects.length)
                .with(KEY_BYTES, (keyed - empty) / (double) keys.length)
                .with(CHARGED, objects[0].live())
                .with(Measured.SECONDS, (System.nanoTime() - begun) / 1e9);
        Reference.reachabilityFence(objects);
        Reference.reachabilityFence(lua);
        return measured;
    }

    /** An object that has seen an event of each kind. */
    private static Instance live(OwnLua lua, Key key, Script script) {
        Instance object = lua.create(key, script, Limits.DEFAULTS);
        lua.run(object, new Event.Put(IdleHost.CALLER));
        lua.run(object, OwnLua.GET);
        lua.run(object, new Event.Update(IdleHost.CALLER, Value.of(2), Value.table()));
        lua.run(object, new Event.Timer(Optional.empty()));
        return object;
    }
}
