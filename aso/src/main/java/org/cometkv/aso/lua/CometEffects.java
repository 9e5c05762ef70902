package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Snapshot;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.metering.LimitExceeded;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The part of {@code comet} that asks the host to do something after the event: recorded and paid at once. */
final class CometEffects {

    private static final int TIMER_NAME_BYTES_MAX = 64;
    private static final int SECONDS_MAX = 1_000_000_000;
    private static final int MILLIS = 1_000;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]++");

    private CometEffects() {}

    static LuaValue put(BuiltinCall call) {
        LuaValue to = call.checkAny(1);
        if (to == call.run.instance.aso) {
            return record(call, new Effect.PutSelf(nodes(call, call.checkAny(2), 2)));
        }
        if (to instanceof HostHandle handle && handle.of instanceof Inbox inbox) {
            return record(call, new Effect.Answer(inbox, value(call, call.arg(2))));
        }
        return record(call, new Effect.Put(key(call, 1), value(call, call.arg(2)), optionalNodes(call, 3)));
    }

    static LuaValue spawn(BuiltinCall call) {
        Key key = key(call, 1);
        Value fields = call.isNoneOrNil(2) ? Value.table() : value(call, call.checkTable(2));
        return record(call, new Effect.Spawn(key, (Value.Table) fields, optionalNodes(call, 3)));
    }

    static LuaValue publish(BuiltinCall call) {
        Value value = value(call, call.arg(1));
        try {
            Effect.Publish message = Snapshot.message(value, value(call, call.arg(2)));
            message.conflate().ifPresent(key -> allocate(call, key));
            message.tags().forEach(tag -> allocate(call, tag));
            return record(call, message);
        } catch (IllegalArgumentException bad) {
            throw call.badArgument(2, bad.getMessage());
        }
    }

    private static void allocate(BuiltinCall call, String text) {
        call.meter.allocate(Prices.EFFECT_TEXT + (long) Prices.EFFECT_CHARACTER * text.length());
    }

    /** The text by which the end of an {@code onSubscribe} is known as a redirection. */
    static LuaValue redirect(BuiltinCall call) {
        CometFunctions.requireEvent(call);
        call.run.redirect = call.text(key(call, 1).toString());
        return call.run.redirect;
    }

    static LuaValue after(BuiltinCall call) {
        String name = timerName(call);
        double seconds = call.checkNumber(2);
        double shortest = call.run.limits.shortestTimerMillis() / (double) MILLIS;
        if (!(seconds >= shortest && seconds <= SECONDS_MAX)) {
            throw call.badArgument(2, "a timer takes " + shortest + " to " + SECONDS_MAX + " seconds");
        }
        return record(call, new Effect.After(name, (long) (seconds * MILLIS)));
    }

    static String timerName(BuiltinCall call) {
        LuaString name = call.checkString(1);
        if (name.m_length < 1 || name.m_length > TIMER_NAME_BYTES_MAX) {
            throw call.badArgument(1, "a timer's name has 1 to " + TIMER_NAME_BYTES_MAX + " bytes");
        }
        String text = LuaStrings.decode(name);
        if (!LuaStrings.encode(text).raweq(name)) {
            // It would come back as another one, and two of them as the same.
            throw call.badArgument(1, "a timer's name is text in UTF-8");
        }
        return text;
    }

    static LuaValue record(BuiltinCall call, Effect effect) {
        CometFunctions.requireEvent(call);
        EventRun run = call.run;
        call.meter.charge(Prices.EFFECT);
        call.meter.allocate(Prices.EFFECT_BYTES);
        boolean answer = effect instanceof Effect.Answer;
        int count = answer ? ++run.answers : ++run.recorded;
        if (count > (answer ? run.limits.inboxAnswers() : run.limits.effects())) {
            throw new LimitExceeded(Limit.EFFECTS, "the event had more than " + (count - 1) + " effects");
        }
        Optional<String> refusal = run.host.admit(effect);
        if (refusal.isPresent()) {
            return call.refusal(LuaValue.FALSE, refusal.get());
        }
        run.effects.add(effect);
        return LuaValue.TRUE;
    }

    /** A copy that lasts until the effect is performed, and is paid as memory. */
    static Value value(BuiltinCall call, LuaValue value) {
        return call.run.values.outward(value, call.run.limits.answerBytes());
    }

    static Key key(BuiltinCall call, int number) {
        return hex(call.checkString(number), call.meter)
                .orElseThrow(() -> call.badArgument(number, "a key is " + 2 * Key.BYTES + " hexadecimal digits"));
    }

    private static Optional<Key> hex(LuaValue given, Meter meter) {
        if (!(given instanceof LuaString text) || text.m_length != 2 * Key.BYTES) {
            return Optional.empty();
        }
        meter.charge(Prices.HANDLE_TEXT);
        String digits = LuaStrings.decode(text);
        return HEX.matcher(digits).matches() ? Optional.of(Key.parse(digits)) : Optional.empty();
    }

    static Optional<List<NodeId>> optionalNodes(BuiltinCall call, int number) {
        return call.isNoneOrNil(number) ? Optional.empty() : Optional.of(nodes(call, call.arg(number), number));
    }

    private static List<NodeId> nodes(BuiltinCall call, LuaValue given, int number) {
        List<NodeId> nodes = new ArrayList<>();
        if (given instanceof Table table) {
            call.meter.charge(table.count);
            call.meter.allocate((long) Prices.NODE * table.count);
            for (int i = 1; i <= table.count; i++) {
                nodes.add(node(call, table.listed(i), number));
            }
        } else {
            nodes.add(node(call, given, number));
        }
        return nodes;
    }

    private static NodeId node(BuiltinCall call, LuaValue given, int number) {
        return HostHandle.nodeOf(given)
                .or(() -> hex(given, call.meter).map(NodeId::new))
                .orElseThrow(() -> call.badArgument(number, "node handles expected"));
    }
}
