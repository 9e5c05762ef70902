package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Value;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

/** How an object comes to be: the chunk runs, then given fields or a stored state are laid over what it left. */
final class ObjectLoader {

    private ObjectLoader() {}

    /** Makes the chunk the run's function. */
    static void prepare(Instance instance, EventRun run) {
        instance.globals.clear();
        instance.aso.clear();
        instance.aso.unflag(Table.PERSISTENT);
        instance.globals.flag(Table.GLOBALS);
        instance.globals.set(run, InternedNames.ASO, instance.aso);
        instance.globals.set(run, InternedNames.SELF, instance.aso);
        instance.globals.set(run, InternedNames.GLOBALS, instance.globals);
        UpValue environment = UpValue.closed(instance.globals, true);
        Closure chunk = new Closure(instance.program.chunk, new UpValue[] {environment}, 0);
        run.entry.room(1)[0] = chunk;
        CallOps.invoke(run, run.entry, 0);
    }

    /** After the chunk: what it made lasts as the script's, what is given overlays it. */
    static void finish(Instance instance, EventRun run) {
        List<Table> made = run.chunkTables;
        instance.live.kept = StateGraph.besideState(instance, run);
        // What is made from here on is not the chunk's.
        run.chunkTables = null;
        if (run.fields != null) {
            overlay(instance, run, run.fields);
        }
        CommitWalk.ofChunk(instance, run);
        List<Table> kept = new ArrayList<>();
        for (Table table : made) {
            if (table.is(Table.PERSISTENT)) {
                kept.add(table);
            } else {
                table.flag(Table.FROZEN);
            }
        }
        instance.chunkTables = kept.toArray(Instance.NO_TABLES);
        if (run.state != null) {
            StateReader.restore(instance, run, made);
        }
    }

    private static void overlay(Instance instance, Meter meter, Value.Table fields) {
        for (int i = 0; i < fields.listSize(); i++) {
            instance.aso.set(meter, LuaInteger.valueOf(i + 1), ValueBridge.inward(fields.listed(i), meter));
        }
        for (int i = 0; i < fields.pairCount(); i++) {
            LuaValue name = ValueBridge.inward(fields.pairKey(i), meter);
            instance.aso.set(meter, name, ValueBridge.inward(fields.pairValue(i), meter));
        }
    }
}
