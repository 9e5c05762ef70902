package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language as Lua 5.2 has it: each snippet is an expression that is true, or a chunk that returns true. */
class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 2 == 3",
                "7 % 3 == 1 and -7 % 3 == 2 and 7 % -3 == -2 and 5.5 % 2 == 1.5",
                "5 % (1/0) == 5 and -5 % (1/0) == 1/0",
                "2^10 == 1024 and 1/0 > 0 and -1/0 < 0 and 0/0 ~= 0/0",
                "(function(z) return 1/(z * -1) == -1/0 and tostring(-z) == '-0' and z == -z end)(0)",
                "2^31 | 0",
                "'10' + 5 == 15 and '0x10' * 1 == 16 and 10 .. 20 == '1020'",
                "2147483647 + 1 == 2147483648 and -2147483648 - 1 == -2147483649",
                "100000 * 100000 == 10000000000",
                "'a' < 'b' and 'a' < 'aa' and not ('b' <= 'a') and '' < 'a'",
                "#'abc' == 3 and #{1, 2, 3} == 3 and #{n = 1} == 0 and #{nil, nil, 3} == 3",
                "(nil == false) == false and not nil and not not 0",
                "(false or 'x') == 'x' and (nil and 1) == nil and (1 and 2) == 2",
                "select('#', nil, nil) == 2 and select(2, 'a', 'b', 'c') == 'b' and select(-1, 'a', 'b') == 'b'",
                "type(next) == 'function' and type({}) == 'table' and type('') == 'string' and type(nil) == 'nil'",
                "tostring(nil) == 'nil' and tostring(true) == 'true' and tostring(1e100) == '1e+100'",
                "tonumber('  12  ') == 12 and tonumber('z', 36) == 35 and tonumber('x') == nil and tonumber(nil) == nil",
                "rawequal('a', 'a') and rawlen({1, 2}) == 2 and rawget({x = 1}, 'x') == 1",
                "_G._G == _G and _VERSION == 'Lua 5.2' and getmetatable('') == 'string'",
                "next({}) == nil and next({5}) == 1",
                "(function(...) return select('#', ...) end)(1, nil, 3, nil) == 4",
                "(function(a, ...) local b, c = ... return c end)(1, 2, 3) == 3",
                "table.concat({1, 2, 3}, ', ') == '1, 2, 3' and table.concat({}, 'x') == ''",
                "table.unpack({1, 2, 3}, 2) == 2 and table.pack(1, nil, 3).n == 3",
                "comet.key() == comet.getASOKey() and #comet.key(1) == 64",
            })
    void expression_isTrue(String expression) {
        if (expression.contains("|")) {
            assertThat(LuaObject.fault("return " + expression)).startsWith("script:1:");
        } else {
            assertThat(LuaObject.eval("return " + expression)).isEqualTo(Value.Bool.TRUE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local s = 0 for i = 1, 10 do s = s + i end return s == 55",
                "local s = 0 for i = 10, 1, -3 do s = s + i end return s == 22",
                "local n = 0 for i = 1, 0 do n = n + 1 end return n == 0",
                "local s = 0 for i = 0.5, 2.5, 0.5 do s = s + i end return s == 7.5",
                "local n = 0 for i = 1, 1/0 do n = n + 1 if n == 5 then break end end return n == 5",
                "local t = {} for k, v in pairs({a = 1, b = 2, 10, 20}) do t[#t + 1] = k .. v end "
                        + "return table.concat(t, ' ') == '110 220 a1 b2'",
                "local t = {} for i, v in ipairs({5, 6, nil, 8}) do t[#t + 1] = i .. v end return table.concat(t) == '1526'",
                "local t = {1, 2, 3} for k in pairs(t) do t[k] = nil end return next(t) == nil and #t == 0",
                "local t = {} for i = 1, 100 do t['k' .. i] = i end for k in pairs(t) do t[k] = nil end return next(t) == nil",
                "local t = {} t[3] = 3 t[2] = 2 t[1] = 1 return #t == 3 and t[2] == 2",
                "local t = {} t[1.0] = 'x' t[2^53] = 'y' return t[1] == 'x' and t[2^53] == 'y'",
                "local function f(n) if n == 0 then return 'done' end return f(n - 1) end return f(10100) == 'done'",
                "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end return fib(15) == 610",
                "local a = {} for i = 1, 3 do a[i] = function() i = i + 1 return i end end "
                        + "return a[1]() == 2 and a[1]() == 3 and a[2]() == 3",
                "local x = 1 local function f() x = x + 1 return x end f() return f() == 3 and x == 3",
                "goto done do return false end ::done:: return true",
                "for i = 1, 3 do for j = 1, 3 do if j == 2 then goto continue end end ::continue:: end return true",
                "do local k = 0 ::top:: local y if y ~= nil then return true end k = k + 1 y = k "
                        + "if k < 3 then goto top end end return true",
                "local i = 0 repeat local j = i i = i + 1 until j >= 3 return i == 4",
                "local t = {f = function(self, x) return self.y + x end, y = 1} return t:f(2) == 3",
                "local t = setmetatable({}, {__index = function(t, k) return k .. '!' end}) return t.a == 'a!'",
                "local t = setmetatable({}, {__index = setmetatable({x = 1}, {__index = {y = 2}})}) "
                        + "return t.x == 1 and t.y == 2 and t.z == nil",
                "local log = {} local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, v * 2) end}) "
                        + "t.x = 2 return t.x == 4",
                "local u = {} local t = setmetatable({}, {__newindex = u}) t.x = 1 return u.x == 1 and rawget(t, 'x') == nil",
                "local V = {} V.__add = function(a, b) return 'add' end V.__concat = function(a, b) return 'cat' end "
                        + "V.__unm = function() return 'neg' end V.__len = function() return 7 end "
                        + "local v = setmetatable({}, V) return v + 1 == 'add' and 1 + v == 'add' and v .. 'x' == 'cat' "
                        + "and 1 .. v == 'cat' and 'a' .. 'b' .. v == 'acat' and -v == 'neg' and #v == 7",
                "local V = {__eq = function() return true end} local a, b = setmetatable({}, V), setmetatable({}, V) "
                        + "return a == b and not (a ~= b) and not rawequal(a, b) and a ~= 1",
                "local V = {__lt = function(a, b) return 'yes' end} local a, b = setmetatable({}, V), setmetatable({}, V) "
                        + "return a < b and 1 < b and not (a <= b) and (a < 'x') == true",
                "local V = {__le = function(a, b) return false end} local a = setmetatable({}, V) return not (a <= a) and not (a >= a)",
                "local t = setmetatable({}, {__call = function(self, a, b) return a + b end}) return t(1, 2) == 3 and pcall(t, 1, 2)",
                "local t = setmetatable({}, {__call = setmetatable({}, {__call = function(a, b, c) return c end})}) return t(5) == 5",
                "local t = setmetatable({}, {__tostring = function() return 'T' end}) return tostring(t) == 'T'",
                "local t = setmetatable({}, {__pairs = function() return function(_, k) if not k then return 1, 2 end end end}) "
                        + "for k, v in pairs(t) do return k == 1 and v == 2 end",
                "local t = setmetatable({}, {__metatable = 'locked'}) return getmetatable(t) == 'locked' and not pcall(setmetatable, t, {})",
                "local ok, e = pcall(error, {code = 1}) return not ok and e.code == 1",
                "local ok, e = pcall(function() error('m', 0) end) return e == 'm'",
                "local ok, e = pcall(function() error() end) return not ok and e == nil",
                "local ok, a, b = pcall(function(...) return ... end, 1, 2) return ok and a == 1 and b == 2",
                "local ok, e = xpcall(function() error('m', 0) end, function(m) return m .. '!' end) return not ok and e == 'm!'",
                "local ok, a = xpcall(function(x) return x end, print, 5) return ok and a == 5",
                "return pcall(pcall, error, 'x')",
                "local ok, e = xpcall(error, function() error('again') end) return ok == false",
                "local t = {5, 2, 8, 1, 9, 3} table.sort(t) return table.concat(t) == '123589'",
                "local t = {5, 2, 8} table.sort(t, function(a, b) return a > b end) return table.concat(t) == '852'",
                "local t = {} for i = 1, 200 do t[i] = (i * 37) % 101 end table.sort(t) "
                        + "for i = 2, 200 do if t[i - 1] > t[i] then return false end end return true",
                "local t = {1, 2, 3} table.insert(t, 1, 0) table.insert(t, 4) return table.concat(t) == '01234'",
                "local t = {1, 2, 3} return table.remove(t, 1) == 1 and table.remove(t) == 3 and #t == 1 and table.remove({}) == nil",
                "local t = {1, 2} return table.remove(t, 0) == nil and #t == 2",
                "local a, b, c = (function() return 1, 2 end)() return a == 1 and b == 2 and c == nil",
                "local t = {(function() return 1, 2, 3 end)()} return #t == 3",
                "local t = {(function() return 1, 2, 3 end)(), 10} return #t == 2",
                "local s = '' for w = 1, 60 do s = s .. w end return #s == 111",
                "local t = {} for i = 1, 60 do t[i] = i end local u = {table.unpack(t)} return #u == 60 and u[60] == 60",
                "x = 1 local _ENV = {y = 2} return y == 2 and x == nil",
                "local function f(...) local t = {...} return #t end return f(1, 2, 3) == 3 and f() == 0",
                "local m = 0 for k, v in next, {1, 2, 3} do m = m + v end return m == 6",
                "local t = {} t[-0] = 1 return t[0] == 1",
            })
    void chunk_isTrue(String chunk) {
        assertThat(LuaObject.eval(chunk)).isEqualTo(Value.Bool.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "local x; x.y = 1 | script:1: attempt to index local 'x' (a nil value)",
                "return nothing.x | script:1: attempt to index global 'nothing' (a nil value)",
                "local t = {} return t.a.b | script:1: attempt to index field 'a' (a nil value)",
                "f() | script:1: attempt to call global 'f' (a nil value)",
                "local t = {} t.f() | script:1: attempt to call field 'f' (a nil value)",
                "local t = {} t:m() | script:1: attempt to call method 'm' (a nil value)",
                "local u local function f() return u.x end f() | script:1: attempt to index upvalue 'u' (a nil value)",
                "return 1 + nil | script:1: attempt to perform arithmetic on a nil value",
                "local t = {} return t.y + 1 | script:1: attempt to perform arithmetic on field 'y' (a nil value)",
                "local a = {} return a + 1 | script:1: attempt to perform arithmetic on local 'a' (a table value)",
                "return 'x' + 1 | script:1: attempt to perform arithmetic on a string value",
                "return {} < {} | script:1: attempt to compare two table values",
                "return 1 < 'x' | script:1: attempt to compare number with string",
                "return nil .. 'x' | script:1: attempt to concatenate a nil value",
                "local a return 'x' .. a | script:1: attempt to concatenate local 'a' (a nil value)",
                "return #5 | script:1: attempt to get length of a number value",
                "local t = {} t[nil] = 1 | script:1: table index is nil",
                "local t = {} t[0/0] = 1 | script:1: table index is NaN",
                "for i = 'a', 2 do end | script:1: 'for' initial value must be a number",
                "error('boom') | script:1: boom",
                "error('boom', 2) | boom",
                "error({}) | (error object is a table)",
                "table.insert(nil, 1) | script:1: bad argument #1 to 'insert' (table expected, got nil)",
                "table.insert({}, 5, 1) | script:1: bad argument #2 to 'insert' (position out of bounds)",
                "local s = 'x' s:rep({}) | script:1: bad argument #1 to 'rep' (number expected, got table)",
                "return ('x'):rep() | script:1: bad argument #1 to 'rep' (number expected, got no value)",
                "local o = {rep = ('').rep} o:rep(1) "
                        + "| script:1: calling 'rep' on bad self (string expected, got table)",
                "local o = {rep = ('').rep} o.rep(o) | script:1: bad argument #1 to 'rep' (string expected, got table)",
                "local o = setmetatable({}, {__index = ('').rep}) return o.x "
                        + "| script:1: bad argument #1 to 'rep' (string expected, got table)",
                "setmetatable(1, {}) | script:1: bad argument #1 to 'setmetatable' (table expected, got number)",
                "comet.x = 1 | script:1: attempt to modify a frozen table",
                "assert(false) | script:1: assertion failed!",
                "assert(nil, 'why') | script:1: why",
                "return function() end | cannot be sent: a function is no data",
                "local t = {} t.t = t return t | cannot be sent: it is cyclic, or nested more than 32 deep",
                "x = = 1 | script:1: unexpected symbol near '='",
                "goto nowhere | script:1: no visible label 'nowhere' for <goto> at line 1",
                "comet.deleteSelf() | script:1: the script's body may not call comet.deleteSelf",
            })
    void fault_hasTheWordsOfLua(String chunk, String message) {
        assertThat(LuaObject.fault(chunk)).isEqualTo(message);
    }

    @Test
    void messageOfAssert_keepsItsBytes() {
        assertThat(LuaObject.eval("local ok, m = pcall(function() assert(nil, '\\xff') end) return m:byte(-1)"))
                .isEqualTo(Value.of(255));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 0x10 + 0XA + 0x.8 + 0xA.8p1 + 1e2 + 1E+2 + .5 + 5. + 3.25e-1 > 0",
                "return 'a\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\'\\x41\\65\\z   b' ~= \"\\'\"",
                "return #[==[ ]] \\q 0x 1..2 ]==] == 15",
                "--[[ \\q 0x ]] -- 1..2 '\\q'\nreturn true",
                "local t = {1, 2} return t[t[1]]..2 == '12' and 1 ..2 == '12'",
                "#!shebang '\\q'\nreturn true",
                "\ufeffreturn true",
                "\ufeff#!shebang '\\q'\nreturn true",
                "return [[\n'\\q]] == \"'\\\\q\"",
                "return [[ [[ ]=] ]==] ]] == ' [[ ' .. ']=] ]==] ' --[[ t[[1]] ",
                "--[[ t[[1] ]] return #[[[[]] == 2 and 1 / -0 < 0",
            })
    void whatLuaReads_isRead(String chunk) {
        assertThat(LuaObject.eval(chunk)).isEqualTo(Value.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 1 / -0",
                "local z = -0.0 return 1 / z",
                "local t = {-0x0, z = - 0} return 1 / t[1] + 1 / t.z",
                "local function f(x) return 1 / x end return f(-0)",
                "local z = -0 return 1 / z",
                "local z = -0 local y = 1 return y / z",
                "return 1 / tonumber(-0 .. '')",
            })
    void minusZero_keepsItsSign(String chunk) {
        assertThat(LuaObject.eval(chunk)).isEqualTo(Value.of(Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return -0 == 0",
                "return -0 + 1 == 1 and 5 -0 == 5 and -0 % 5 == 0",
                "local t = {[-0] = 'x'} return t[0] == 'x'",
                "return 0 / -0 ~= 0 / -0",
                "for i = -0, 0 do return i == 0 end",
            })
    void minusZero_isZero(String chunk) {
        assertThat(LuaObject.eval(chunk)).isEqualTo(Value.of(true));
    }
}
