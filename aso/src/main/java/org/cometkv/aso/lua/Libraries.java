package org.cometkv.aso.lua;

import java.util.HashMap;
import java.util.Map;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * All that a script can see beyond {@code aso}, {@code self} and {@code _G}: what is not on this page does not exist.
 *
 * <p>One frozen set for all objects.
 */
final class Libraries {

    private static final Map<String, Builtin> FUNCTIONS = new HashMap<>();

    private static final Table TABLE = library("table")
            .add("concat", Measuring.unless(4, TableFunctions::concat))
            .add("insert", Measuring.of(TableFunctions::insert))
            .add("pack", TableFunctions::pack)
            .add("remove", Measuring.of(TableFunctions::remove))
            .add("sort", Measuring.of(TableFunctions::sort))
            .add("unpack", Measuring.unless(3, TableFunctions::unpack))
            .freeze();

    private static final Table STRING = library("string")
            .add("byte", StringFunctions::bytes)
            .add("char", StringFunctions::chars)
            .add("find", StringFunctions::find)
            .add("format", StringFunctions::format)
            .add("gmatch", StringFunctions::gmatch)
            .add("gsub", StringFunctions::gsub)
            .add("len", call -> LuaValue.valueOf(call.checkString(1).m_length))
            .add("lower", call -> Text.lower(call.checkString(1), call.meter))
            .add("match", StringFunctions::match)
            .add("rep", StringFunctions::rep)
            .add("reverse", call -> Text.reverse(call.checkString(1), call.meter))
            .add("sub", StringFunctions::sub)
            .add("upper", call -> Text.upper(call.checkString(1), call.meter))
            .freeze();

    private static final Table MATH = library("math")
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
            .add("ldexp", MathFunctions.of(Arith::scaled))
            .add("log", MathFunctions::log)
            .add("max", MathFunctions.joining((most, number) -> number > most ? number : most))
            .add("min", MathFunctions.joining((least, number) -> number < least ? number : least))
            .add("modf", MathFunctions::modf)
            .add("pi", LuaValue.valueOf(Math.PI))
            .add("pow", MathFunctions.of(Arith::power))
            .add("rad", MathFunctions.of(x -> x * MathFunctions.RADIANS_PER_DEGREE))
            .add("random", MathFunctions::random)
            .add("sin", MathFunctions.of(StrictMath::sin))
            .add("sinh", MathFunctions.of(StrictMath::sinh))
            .add("sqrt", MathFunctions.of(Math::sqrt))
            .add("tan", MathFunctions.of(StrictMath::tan))
            .add("tanh", MathFunctions.of(StrictMath::tanh))
            .freeze();

    private static final Table BIT32 = library("bit32")
            .add("arshift", BitFunctions.of(BitFunctions::arithmeticShift))
            .add("band", BitFunctions.of(-1, (a, b) -> a & b))
            .add("bnot", BitFunctions::not)
            .add("bor", BitFunctions.of(0, (a, b) -> a | b))
            .add("btest", BitFunctions::test)
            .add("bxor", BitFunctions.of(0, (a, b) -> a ^ b))
            .add("extract", BitFunctions::extract)
            .add("lrotate", BitFunctions.of(BitFunctions::rotate))
            .add("lshift", BitFunctions.of(BitFunctions::shift))
            .add("replace", BitFunctions::replace)
            .add("rrotate", BitFunctions.of((word, right) -> BitFunctions.rotate(word, -right)))
            .add("rshift", BitFunctions.of((word, right) -> BitFunctions.shift(word, -right)))
            .freeze();

    private static final Table COMET = library("comet")
            .add("after", CometEffects::after)
            .add("cancel", CometEffects::cancel)
            .add("deleteSelf", CometEffects::deleteSelf)
            .add("get", CometQuestions::get)
            .add("getASOKey", CometFunctions::key)
            .add("getNodeID", CometFunctions::nodeId)
            .add("getNodeIP", CometFunctions::nodeIp)
            .add("getSystemTime", CometFunctions::systemTime)
            .add("hmac", CometFunctions::hmac)
            .add("key", CometFunctions::key)
            .add("log", CometFunctions::log)
            .add("lookup", CometQuestions::lookup)
            .add("nodeID", CometFunctions::nodeId)
            .add("nodeIP", CometFunctions::nodeIp)
            .add("publish", CometEffects::publish)
            .add("put", CometEffects::put)
            .add("sha256", CometFunctions::sha256)
            .add("spawn", CometEffects::spawn)
            .add("subscribers", CometFunctions::subscribers)
            .add("systemTime", CometFunctions::systemTime)
            .freeze();

    private static final Table GLOBALS = library("")
            .add("_VERSION", LuaString.valueOf("Lua 5.2"))
            .add("assert", BaseFunctions::check)
            .add("error", BaseFunctions::error)
            .add("getmetatable", BaseFunctions::getMetatable)
            .add("ipairs", Iteration::ipairs)
            .add("next", Iteration.NEXT)
            .add("pairs", Iteration::pairs)
            .add("pcall", Protection::pcall)
            .add("rawequal", BaseFunctions::rawEqual)
            .add("rawget", BaseFunctions::rawGet)
            .add("rawlen", BaseFunctions::rawLength)
            .add("rawset", BaseFunctions::rawSet)
            .add("select", BaseFunctions::select)
            .add("setmetatable", BaseFunctions::setMetatable)
            .add("tonumber", BaseFunctions::toNumber)
            .add("tostring", BaseFunctions::toText)
            .add("type", BaseFunctions::type)
            .add("xpcall", Protection::xpcall)
            .add("bit32", BIT32)
            .add("comet", COMET)
            .add("math", MATH)
            .add("string", STRING)
            .add("table", TABLE)
            .freeze();

    private static final LuaString[] TYPES = new LuaString[LuaValue.TYPE_NAMES.length];

    static {
        FUNCTIONS.put(Iteration.NEXT_LISTED.name, Iteration.NEXT_LISTED);
        for (int i = 0; i < TYPES.length; i++) {
            TYPES[i] = Names.of(LuaValue.TYPE_NAMES[i]);
        }
    }

    private Libraries() {}

    private static Library library(String name) {
        return new Library(name, FUNCTIONS);
    }

    /** What every script sees without a prefix; frozen. */
    static Table globals() {
        return GLOBALS;
    }

    /** What strings are indexed by. */
    static Table strings() {
        return STRING;
    }

    /** The function of this full name, as {@code string.format}; null if there is none. */
    static Builtin function(String fullName) {
        return FUNCTIONS.get(fullName);
    }

    static LuaString typeName(LuaValue value) {
        return TYPES[value.type()];
    }
}
