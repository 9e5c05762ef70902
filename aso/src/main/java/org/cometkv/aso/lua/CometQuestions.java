package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.NodeHandle;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The part of {@code comet} that may have to wait for the network. */
final class CometQuestions {

    private static final String FULL = "too many events of this object wait";
    private static final LuaString NODE = InternedNames.of("node");

    private CometQuestions() {}

    static LuaValue get(BuiltinCall call) {
        Key key = call.isNoneOrNil(1) || call.arg(1) == call.run.instance.aso
                ? call.run.instance.key
                : CometEffects.key(call, 1);
        Value request = CometEffects.value(call, call.arg(3));
        Question question = new Question.Get(key, CometEffects.optionalNodes(call, 2), request);
        CometFunctions.requireEvent(call);
        call.meter.charge(Prices.QUESTION);
        Optional<String> refusal = isFull(call.run) ? Optional.of(FULL) : call.run.host.admit(question);
        return refusal.isPresent() ? call.refusal(LuaValue.NIL, refusal.get()) : wait(call, question);
    }

    static LuaValue lookup(BuiltinCall call) {
        Key key = call.isNoneOrNil(1) ? call.run.instance.key : CometEffects.key(call, 1);
        call.meter.charge(Prices.QUESTION);
        Question question = new Question.Lookup(key);
        // What the node knows by itself is subject to the same reach as what it would have to ask for.
        Optional<String> refusal = call.run.host.admit(question);
        if (refusal.isPresent()) {
            return call.refusal(LuaValue.NIL, refusal.get());
        }
        Optional<List<NodeHandle>> known = call.run.host.neighbors(key);
        if (known.isPresent()) {
            return nodes(call.meter, known.get());
        }
        return isFull(call.run) ? call.refusal(LuaValue.NIL, FULL) : wait(call, question);
    }

    private static boolean isFull(EventRun run) {
        return run.instance.waiting() >= run.limits.waiting();
    }

    private static Table nodes(Meter meter, List<NodeHandle> nodes) {
        Table table = Table.of(meter, nodes.size(), 0);
        for (NodeHandle node : nodes) {
            meter.allocate(Prices.HANDLE);
            table.append(meter, new HostHandle(node));
        }
        return table;
    }

    private static LuaValue wait(BuiltinCall call, Question question) {
        return call.start(asking -> asking.ask(question, CometQuestions::answered));
    }

    private static LuaValue answered(BuiltinCall call) {
        Reply reply = call.run.reply;
        call.run.reply = null;
        call.run.question = null;
        if (reply instanceof Reply.Nodes found) {
            return nodes(call.meter, found.nodes());
        }
        if (reply instanceof Reply.Denied denied) {
            return call.refusal(LuaValue.NIL, denied.reason());
        }
        List<Reply.Held> held = ((Reply.Values) reply).held();
        Table table = Table.of(call.meter, held.size(), 0);
        for (Reply.Held one : held) {
            call.meter.allocate(Prices.HANDLE);
            Table entry = Table.of(call.meter, 0, 2);
            entry.set(call.meter, NODE, new HostHandle(one.node()));
            entry.set(call.meter, InternedNames.VALUE, ValueBridge.inward(one.value(), call.meter));
            table.append(call.meter, entry);
        }
        return table;
    }
}
