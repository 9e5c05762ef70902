package org.cometkv.node.bench;

import java.lang.ref.Reference;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Instance;
import org.cometkv.routing.Key;

/** The cost of a script that no other object has: 25 lines and five functions, compiled, and an object made of it. */
final class DistinctScripts {

    static final String TEXT_BYTES = "text_bytes";
    static final String PROGRAM_BYTES = "program_bytes";

    private static final int WARM_UPS = 3;

    private DistinctScripts() {}

    static CellFigures measure(Pace pace) {
        int count = pace.scripts();
        for (int i = 0; i < WARM_UPS; i++) {
            create(new CometLua(CometLua.PROGRAMS_BYTES), scripts(i * count, count));
        }
        long begun = System.nanoTime();
        long empty = HeapUse.bytes();
        Script[] scripts = scripts(WARM_UPS * count, count);
        CometLua lua = new CometLua(CometLua.PROGRAMS_BYTES);
        long written = HeapUse.bytes();
        long start = Stopwatch.cpuNanos();
        Instance[] objects = create(lua, scripts);
        long taken = Stopwatch.cpuNanos() - start;
        long created = HeapUse.bytes();
        Reference.reachabilityFence(objects);
        objects = null;
        long compiled = HeapUse.bytes();
        Reference.reachabilityFence(lua);
        Reference.reachabilityFence(scripts);
        return new CellFigures()
                .with(CellFigures.CPU, taken / (double) count)
                .with(CellFigures.BYTES, (created - written) / (double) count)
                .with(PROGRAM_BYTES, (compiled - written) / (double) count)
                .with(TEXT_BYTES, (written - empty) / (double) count)
                .with(CellFigures.SECONDS, (System.nanoTime() - begun) / 1e9);
    }

    private static Script[] scripts(int from, int count) {
        String form = Workload.text("distinct-script.lua");
        Script[] scripts = new Script[count];
        for (int i = 0; i < count; i++) {
            scripts[i] = Script.of(form.replace("NUMBER", Integer.toString(10_000 + from + i)));
        }
        return scripts;
    }

    private static Instance[] create(CometLua lua, Script[] scripts) {
        Key key = Key.of("object");
        Instance[] objects = new Instance[scripts.length];
        for (int i = 0; i < scripts.length; i++) {
            objects[i] = lua.create(key, scripts[i], Limits.DEFAULTS);
        }
        return objects;
    }
}
