package org.cometkv.node.bench;

import java.lang.ref.Reference;
import java.util.Optional;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.routing.Key;

/** The heap that a live object takes: four handlers, a small state, its key; the script is shared. */
final class ObjectFootprint {

    static final String KEY_BYTES = "key_bytes";
    static final String CHARGED = "charged";

    private ObjectFootprint() {}

    static CellFigures measure(Pace pace) {
        CometLua lua = new CometLua(CometLua.PROGRAMS_BYTES);
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
        CellFigures measured = new CellFigures()
                .with(CellFigures.BYTES, (full - empty) / (double) objects.length)
                .with(KEY_BYTES, (keyed - empty) / (double) keys.length)
                .with(CHARGED, objects[0].live())
                .with(CellFigures.SECONDS, (System.nanoTime() - begun) / 1e9);
        Reference.reachabilityFence(objects);
        Reference.reachabilityFence(lua);
        return measured;
    }

    /** An object that has seen an event of each kind. */
    private static Instance live(CometLua lua, Key key, Script script) {
        Instance object = lua.create(key, script, Limits.DEFAULTS);
        lua.run(object, new Event.Put(CometLua.CALLER));
        lua.run(object, CometLua.GET);
        lua.run(object, new Event.Update(CometLua.CALLER, Value.of(2), Value.table()));
        lua.run(object, new Event.Timer(Optional.empty()));
        return object;
    }
}
