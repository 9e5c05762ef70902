package org.cometkv.aso.lua;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cometkv.aso.Effect;
import org.cometkv.aso.lua.text.CharClass;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.aso.lua.text.NegativeZero;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * All that a script can see beyond {@code aso}, {@code self} and {@code _G}: what is not on this page does not exist.
 *
 * <p>One frozen set for all objects.
 */
final class Libraries {

    /** All functions by their full names; the step of {@code ipairs} is in no table. */
    private static final Map<String, Builtin> FUNCTIONS =
            new HashMap<>(Map.of(Iteration.NEXT_LISTED.name, Iteration.NEXT_LISTED));

    private static final LuaString[] TYPES =
            Arrays.stream(LuaValue.TYPE_NAMES).map(InternedNames::of).toArray(LuaString[]::new);

    private static final Table TABLE = new Library("table")
            .add("concat", TableFunctions.unless(4, TableFunctions::concat))
            .add("insert", TableFunctions.of(TableFunctions::insert))
            .add("pack", TableFunctions::pack)
            .add("remove", TableFunctions.of(TableFunctions::remove))
            .add("sort", TableFunctions.of(TableFunctions::sort))
            .add("unpack", TableFunctions.unless(3, TableFunctions::unpack))
            .freeze();

    /** What strings are indexed by. */
    static final Table STRING = new Library("string")
            .add("byte", StringFunctions::bytes)
            .add("char", StringFunctions::chars)
            .add("find", call -> StringFunctions.search(call, true))
            .add("format", call -> new FormatRun(call).proceed(call))
            .add("gmatch", StringFunctions::gmatch)
            .add("gsub", StringFunctions::gsub)
            .add("len", call -> LuaValue.valueOf(call.checkString(1).m_length))
            .add("lower", call -> LuaStrings.mapped(call.checkString(1), CharClass::lower, call.meter))
            .add("match", call -> StringFunctions.search(call, false))
            .add("rep", StringFunctions::rep)
            .add("reverse", call -> LuaStrings.reverse(call.checkString(1), call.meter))
            .add("sub", StringFunctions::sub)
            .add("upper", call -> LuaStrings.mapped(call.checkString(1), CharClass::upper, call.meter))
            .freeze();

    private static final Table MATH = new Library("math")
            .add("abs", MathFunctions.of(Math::abs))
            .add("acos", MathFunctions.of(StrictMath::acos))
            .add("asin", MathFunctions.of(StrictMath::asin))
            .add("atan", MathFunctions.of(StrictMath::atan))
            .add("atan2", MathFunctions.of(StrictMath::atan2))
            .add("ceil", MathFunctions.of(Math::ceil))
            .add("cos", MathFunctions.of(StrictMath::cos))
            .add("cosh", MathFunctions.of(StrictMath::cosh))
            .add("deg", MathFunctions.of(x -> x / MathFunctions.RADIANS_PER_DEGREE))
            .add("exp", MathFunctions.of(StrictMath::exp))
            .add("floor", MathFunctions.of(Math::floor))
            .add("fmod", MathFunctions.of((x, y) -> x % y))
            .add("frexp", MathFunctions::frexp)
            .add("huge", LuaValue.valueOf(Double.POSITIVE_INFINITY))
            .add("ldexp", MathFunctions.of(ArithmeticOps::scaled))
            .add("log", MathFunctions::log)
            .add("max", MathFunctions.joining((most, number) -> number > most ? number : most))
            .add("min", MathFunctions.joining((least, number) -> number < least ? number : least))
            .add("modf", MathFunctions::modf)
            .add("pi", LuaValue.valueOf(Math.PI))
            .add("pow", MathFunctions.of(ArithmeticOps::power))
            .add("rad", MathFunctions.of(x -> x * MathFunctions.RADIANS_PER_DEGREE))
            .add("random", MathFunctions::random)
            .add("sin", MathFunctions.of(StrictMath::sin))
            .add("sinh", MathFunctions.of(StrictMath::sinh))
            .add("sqrt", MathFunctions.of(Math::sqrt))
            .add("tan", MathFunctions.of(StrictMath::tan))
            .add("tanh", MathFunctions.of(StrictMath::tanh))
            .freeze();

    private static final Table BIT32 = new Library("bit32")
            .add("arshift", BitFunctions.of(BitFunctions::arithmeticShift))
            .add("band", BitFunctions.of(-1, (a, b) -> a & b))
            .add("bnot", call -> BitFunctions.shown(~BitFunctions.word(call, 1)))
            .add("bor", BitFunctions.of(0, (a, b) -> a | b))
            .add("btest", call -> LuaValue.valueOf(BitFunctions.join(call, -1, (a, b) -> a & b) != 0))
            .add("bxor", BitFunctions.of(0, (a, b) -> a ^ b))
            .add("extract", BitFunctions::extract)
            .add("lrotate", BitFunctions.of(BitFunctions::rotate))
            .add("lshift", BitFunctions.of(BitFunctions::shift))
            .add("replace", BitFunctions::replace)
            .add("rrotate", BitFunctions.of((word, right) -> BitFunctions.rotate(word, -right)))
            .add("rshift", BitFunctions.of((word, right) -> BitFunctions.shift(word, -right)))
            .freeze();

    private static final Table COMET = new Library("comet")
            .add("after", CometEffects::after)
            .add("cancel", call -> CometEffects.record(call, new Effect.Cancel(CometEffects.timerName(call))))
            .add("deleteSelf", call -> CometEffects.record(call, new Effect.DeleteSelf()))
            .add("get", CometQuestions::get)
            .add("getASOKey", CometFunctions::key)
            .add("getNodeID", inEvent(CometFunctions::nodeId))
            .add("getNodeIP", inEvent(call -> call.text(call.run.host.self().host())))
            .add("getSystemTime", inEvent(call -> NegativeZero.box(call.run.now())))
            .add("hmac", CometFunctions::hmac)
            .add("key", CometFunctions::key)
            .add("log", CometFunctions::log)
            .add("lookup", inEvent(CometQuestions::lookup))
            .add("nodeID", inEvent(CometFunctions::nodeId))
            .add("nodeIP", inEvent(call -> call.text(call.run.host.self().host())))
            .add("publish", CometEffects::publish)
            .add("put", CometEffects::put)
            .add("redirect", CometEffects::redirect)
            .add("sha256", CometFunctions::sha256)
            .add("spawn", CometEffects::spawn)
            .add("subscribers", inEvent(call -> LuaValue.valueOf(call.run.host.subscribers())))
            .add("systemTime", inEvent(call -> NegativeZero.box(call.run.now())))
            .freeze();

    /** What every script sees without a prefix. */
    static final Table GLOBALS = new Library("")
            .add("_VERSION", LuaString.valueOf("Lua 5.2"))
            .add("assert", BaseFunctions::check)
            .add("error", BaseFunctions::error)
            .add("getmetatable", BaseFunctions::getMetatable)
            .add(
                    "ipairs",
                    call -> Iteration.begin(call, InternedNames.IPAIRS, Iteration.NEXT_LISTED, LuaInteger.valueOf(0)))
            .add("next", Iteration.NEXT)
            .add("pairs", call -> Iteration.begin(call, InternedNames.PAIRS, Iteration.NEXT, LuaValue.NIL))
            .add("pcall", BaseFunctions::pcall)
            .add(
                    "rawequal",
                    call -> LuaValue.valueOf(RawEquality.equal(call.meter, call.checkAny(1), call.checkAny(2))))
            .add("rawget", call -> call.checkTable(1).get(call.meter, call.checkAny(2)))
            .add("rawlen", BaseFunctions::rawLength)
            .add("rawset", BaseFunctions::rawSet)
            .add("select", BaseFunctions::select)
            .add("setmetatable", BaseFunctions::setMetatable)
            .add("tonumber", BaseFunctions::toNumber)
            .add("tostring", BaseFunctions::toText)
            .add("type", call -> TYPES[call.checkAny(1).type()])
            .add("xpcall", BaseFunctions::xpcall)
            .add("bit32", BIT32)
            .add("comet", COMET)
            .add("math", MATH)
            .add("string", STRING)
            .add("table", TABLE)
            .freeze();

    private Libraries() {}

    /** What differs between nodes, or concerns others: not for the body, which runs before the object exists. */
    private static Builtin.Body inEvent(Builtin.Body body) {
        return call -> {
            CometFunctions.requireEvent(call);
            return body.call(call);
        };
    }

    /** The function of this full name, as {@code string.format}; null if there is none. */
    static Builtin function(String fullName) {
        return FUNCTIONS.get(fullName);
    }

    /** A table of library functions under construction. */
    private static final class Library {
        private final String prefix;
        private final Table table = new Table();
        private final Meter meter = Meter.unbounded();

        Library(String name) {
            this.prefix = name.isEmpty() ? "" : name + ".";
        }

        Library add(String name, Builtin.Body body) {
            return add(name, new Builtin(prefix + name, body));
        }

        Library add(String name, Builtin function) {
            FUNCTIONS.putIfAbsent(function.name, function);
            return add(name, (LuaValue) function);
        }

        Library add(String name, LuaValue value) {
            table.set(meter, InternedNames.of(name), value);
            return this;
        }

        /** The finished table, frozen. */
        Table freeze() {
            table.flag(Table.FROZEN);
            return table;
        }
    }
}
