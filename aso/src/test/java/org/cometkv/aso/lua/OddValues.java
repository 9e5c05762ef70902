package org.cometkv.aso.lua;

import java.util.List;
import java.util.Random;

/** Lua expressions of values at which functions and operators may go wrong. */
final class OddValues {

    static final List<String> NUMBERS = List.of(
            "0",
            "(0 * -1)",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "32",
            "-32",
            "0.5",
            "-0.5",
            "1/0",
            "-1/0",
            "0/0",
            "2^31",
            "2147483647",
            "-2147483648",
            "-2^31 - 1",
            "2^32",
            "2^53",
            "2^53 + 2",
            "-2^53",
            "2^63",
            "1e308",
            "5e-324",
            "-5e-324",
            "2.5e-310",
            "1e15",
            "1e16",
            "123456789.125",
            "0.1",
            "255",
            "256",
            "3999",
            "4001");

    static final List<String> TEXTS = List.of(
            "''",
            "'a'",
            "'abc'",
            "'1'",
            "'0x10'",
            "' 12 '",
            "'1e5'",
            "'0x.8p1'",
            "'-0'",
            "'nan'",
            "'inf'",
            "'\\0'",
            "'\\255'",
            "'a\\0b'",
            "'\\195\\164'",
            "'n'",
            "'value'",
            "('x'):rep(31)",
            "('x'):rep(32)",
            "('ab'):rep(200)",
            "('x '):rep(2000)");

    static final List<String> PATTERNS = List.of(
            "'%a+'",
            "'(a*)(.)'",
            "'%b()'",
            "'%f[%w]%w+'",
            "'[^%s]-$'",
            "'^(.-)%s*$'",
            "'('",
            "')'",
            "'[a'",
            "'%'",
            "'%1'",
            "'(a)%1'",
            "'()'",
            "('a?'):rep(20) .. ('a'):rep(20)",
            "'[]]'",
            "'[^]'",
            "'[%a-z]'",
            "'%f'",
            "'%b'",
            "'.-b'",
            "('('):rep(33)",
            "'%g*x-'");

    static final List<String> FORMATS = List.of(
            "'%d'",
            "'%5.2f'",
            "'%s'",
            "'%q'",
            "'%x'",
            "'%c'",
            "'%i %u'",
            "'%99.99f'",
            "'%a'",
            "'%g'",
            "'%e'",
            "'%-10s|'",
            "'%+d'",
            "'%#x'",
            "'%100d'",
            "'%'",
            "'%y'",
            "'%s %s %s'",
            "'%.3s'",
            "'%05d'",
            "'%%'",
            "'%.0f'",
            "'% 5o'",
            "'%------d'");

    static final List<String> TABLES = List.of(
            "{}",
            "{1, 2, 3}",
            "{3, 1, 2, 0.5}",
            "{'b', 'a', 'c'}",
            "{nil, nil, 3}",
            "{1, 'x', true}",
            "{x = 1, y = 2}",
            "{1, x = {}}",
            "{[0] = 0, [-1] = 1, [1.5] = 2}",
            "{n = 3, value = 'v'}",
            "table.pack(1, nil, 3)");

    /** Tables whose metamethods fail, lie, are no functions, or lead to themselves. */
    static final List<String> BROKEN_TABLES = List.of(
            "setmetatable({}, {__index = function() error('index') end})",
            "setmetatable({}, {__index = function(t, k) return k end, __newindex = function() end})",
            "setmetatable({}, {__newindex = 5})",
            "setmetatable({}, {__index = 'text'})",
            "setmetatable({1, 2}, {__len = function() return -1 end})",
            "setmetatable({1, 2}, {__len = function() return 1/0 end})",
            "setmetatable({1, 2}, {__len = function() return 'x' end})",
            "setmetatable({3, 2, 1}, {__len = function() return 2^31 end})",
            "setmetatable({}, {__call = function(self, ...) return ... end})",
            "setmetatable({}, {__call = 1})",
            "setmetatable({}, {__tostring = function() return {} end})",
            "setmetatable({}, {__tostring = function() return 7 end})",
            "setmetatable({}, {__eq = function() return nil end, __lt = function() return 'yes' end})",
            "setmetatable({}, {__lt = function() error() end, __le = function() error({}) end})",
            "setmetatable({}, {__concat = function(a, b) return a end, __unm = function() return 1 end})",
            "setmetatable({}, {__add = function(a, b) return b end, __mod = error, __pow = string.rep})",
            "setmetatable({}, {__pairs = function(t) return next, {1, 2}, nil end, __ipairs = 5})",
            "setmetatable({}, {__metatable = false})",
            "setmetatable({}, {__metatable = 'locked', __gc = 1})",
            "(function() local t = {} return setmetatable(t, {__index = t, __newindex = t}) end)()",
            "(function() local t = {} t[1] = t t.t = t return setmetatable(t, t) end)()");

    static final List<String> FUNCTIONS = List.of(
            "function() end",
            "function(...) return ... end",
            "function(a) return a end",
            "function() error('odd') end",
            "function() error({}) end",
            "function(a, b) return a < b end",
            "function() return nil, 1 end",
            "string.rep",
            "table.concat",
            "tostring",
            "pcall",
            "error",
            "next",
            "setmetatable",
            "rawset",
            "table.sort",
            "string.gsub");

    /** What an event must not be able to change or keep. */
    static final List<String> SHARED =
            List.of("_G", "string", "table", "math", "comet", "bit32", "aso", "aso.t", "_VERSION");

    static final List<String> PLAIN = List.of("nil", "true", "false");

    private static final List<List<String>> ALL =
            List.of(NUMBERS, NUMBERS, TEXTS, TEXTS, PATTERNS, FORMATS, TABLES, BROKEN_TABLES, FUNCTIONS, SHARED, PLAIN);

    private OddValues() {}

    static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** An expression of any kind. */
    static String any(Random random) {
        return pick(random, ALL.get(random.nextInt(ALL.size())));
    }
}
