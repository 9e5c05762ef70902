-- The string library except patterns and format: Lua 5.2 semantics. Runs in the original as well.
local function eq(a, b) if a ~= b then error(tostring(a) .. " is not " .. tostring(b), 2) end end
local function raises(text, f, ...)
  local ok, message = pcall(f, ...)
  if ok then error("no error", 2) end
  if not tostring(message):find(text, 1, true) then error("other error: " .. tostring(message), 2) end
end

-- len
eq(string.len(""), 0) eq(string.len("abc"), 3) eq(string.len("\0\0\0"), 3) eq(#"1234567890", 10) eq(("x"):len(), 1)
eq(string.len(12), 2) eq(string.len(-1.5), 4)
raises("bad argument #1 to 'len' (string expected, got nil)", function() string.len(nil) end)
raises("bad argument #1 to 'len' (string expected, got no value)", function() string.len() end)
raises("bad argument #1 to 'len' (string expected, got table)", function() string.len({}) end)
raises("bad argument #1 to 'len' (string expected, got boolean)", function() string.len(true) end)

-- sub
eq(("123456789"):sub(2, 4), "234") eq(("123456789"):sub(7), "789") eq(("123456789"):sub(7, 6), "")
eq(("123456789"):sub(7, 7), "7") eq(("123456789"):sub(0, 0), "") eq(("123456789"):sub(-10, 10), "123456789")
eq(("123456789"):sub(1, 9), "123456789") eq(("123456789"):sub(-10, -20), "") eq(("123456789"):sub(-1), "9")
eq(("123456789"):sub(-4), "6789") eq(("123456789"):sub(-6, -4), "456") eq(("\000123456789"):sub(3, 5), "234")
eq(("\000123456789"):sub(8), "789") eq(("abc"):sub("2"), "bc") eq(("abc"):sub(2.0, "3"), "bc")
eq(string.sub(12345, 2, 3), "23") eq(("abc"):sub(-100, 100), "abc") eq(("abc"):sub(1e10), "")
eq(("abc"):sub(-1e10, 1e10), "abc")
eq(("abc"):sub(3, -1), "c") eq(("abc"):sub(4), "") eq(("abc"):sub(2, nil), "bc")
raises("bad argument #2 to 'sub' (number expected, got no value)", function() string.sub("abc") end)
raises("bad argument #2 to 'sub' (number expected, got string)", function() string.sub("abc", "x") end)
raises("bad argument #1 to 'sub' (string expected, got no value)", function() string.sub() end)

-- byte and char
eq(("a"):byte(), 97) eq(("\xe4"):byte(), 228) eq(("\255"):byte(), 255) eq(("\0"):byte(), 0)
eq(("\0\0alo\0x"):byte(-1), 120)
eq(("ba"):byte(2), 97) eq(("\n\n"):byte(2, -1), 10) eq(("\n\n"):byte(2, 2), 10) eq((""):byte(), nil)
eq(select("#", (""):byte()), 0) eq(("hi"):byte(-3), nil) eq(("hi"):byte(3), nil) eq(("hi"):byte(9, 10), nil)
eq(("hi"):byte(2, 1), nil)
eq(select("#", ("abc"):byte(1, -1)), 3)
do local a, b, c = ("abc"):byte(1, 3) eq(a, 97) eq(b, 98) eq(c, 99) end
do local a, b = ("abc"):byte(-2, -1) eq(a, 98) eq(b, 99) end
eq(string.char(), "") eq(string.char(0, 255, 0), "\0\255\0") eq(string.char(104, 105), "hi")
eq(string.char("65"), "A")
eq(string.char(("\xe4l\0\243u"):byte(1, -1)), "\xe4l\0\243u") eq(string.char(("\xe4l\0\243u"):byte(1, 0)), "")
eq(string.char(("\xe4l\0\243u"):byte(-10, 100)), "\xe4l\0\243u")
raises("bad argument #1 to 'char' (value out of range)", function() string.char(256) end)
raises("bad argument #1 to 'char' (value out of range)", function() string.char(-1) end)
raises("bad argument #2 to 'char' (value out of range)", function() string.char(1, 1000) end)
raises("bad argument #1 to 'char' (number expected, got string)", function() string.char("x") end)
raises("bad argument #3 to 'char' (number expected, got nil)", function() string.char(1, 2, nil) end)

-- upper, lower, reverse
eq(("ab\0c"):upper(), "AB\0C") eq(("\0ABCc%$"):lower(), "\0abcc%$") eq(("\xe4\xc4"):upper(), "\xe4\xc4")
eq((""):upper(), "")
eq(("\xe4\xc4i"):lower(), "\xe4\xc4i") eq(string.upper(0x10), "16") eq(("i"):upper(), "I") eq(("I"):lower(), "i")
eq(("x"):reverse(), "x") eq((""):reverse(), "") eq(("\0\1\2\3"):reverse(), "\3\2\1\0")
eq(("\0001234"):reverse(), "4321\0")
for i = 0, 30 do eq(#string.rep("a", i), i) end
for i = 0, 10 do eq(("ab"):rep(i):reverse(), ("ba"):rep(i)) end
raises("bad argument #1 to 'upper' (string expected, got nil)", function() string.upper(nil) end)
raises("bad argument #1 to 'lower' (string expected, got function)", function() string.lower(print or type) end)
raises("bad argument #1 to 'reverse' (string expected, got no value)", function() string.reverse() end)

-- rep
eq(("teste"):rep(0), "") eq(("t\xe9s\00t\xea"):rep(2), "t\xe9s\0t\xeat\xe9s\0t\xea") eq((""):rep(10), "")
eq(("x"):rep(-1), "")
eq(("teste"):rep(0, "xuxu"), "") eq(("teste"):rep(1, "xuxu"), "teste")
eq(("\1\0\1"):rep(2, "\0\0"), "\1\0\1\0\0\1\0\1")
eq((""):rep(10, "."), ".........") eq(("ab"):rep(3, ","), "ab,ab,ab") eq(("x"):rep(3, 0), "x0x0x")
eq(("x"):rep("3"), "xxx")
eq(string.rep(1, 3), "111") eq(("x"):rep(2.0), "xx") eq(#("abc"):rep(1000), 3000) eq((""):rep(1e9), "")
raises("resulting string too large", function() ("x"):rep(2^40) end)
raises("resulting string too large", function() ("xx"):rep(1e15) end)
raises("resulting string too large", function() (""):rep(2^62, "ab") end)
raises("bad argument #2 to 'rep' (number expected, got no value)", function() string.rep("x") end)
raises("bad argument #1 to 'rep' (string expected, got nil)", function() string.rep(nil, 1) end)
raises("bad argument #3 to 'rep' (string expected, got table)", function() string.rep("x", 1, {}) end)

-- find without patterns
eq(("123456789"):find("345"), 3) eq(select(2, ("123456789"):find("345")), 5)
eq(("1234567890123456789"):find("345", 3), 3)
eq(("1234567890123456789"):find("345", 4), 13) eq(("1234567890123456789"):find("346", 4), nil)
eq(("1234567890123456789"):find(".45", -9), 13) eq(("abcdefg"):find("\0", 5, 1), nil) eq((""):find(""), 1)
eq((""):find("", 1), 1)
eq((""):find("", 2), nil) eq((""):find("aaa", 1), nil) eq(("alo(.)alo"):find("(.)", 1, 1), 4)
eq(("alo"):find("", 4), 4)
eq(("alo"):find("", 5), nil) eq(("a.b"):find(".", 1, true), 2) eq(("a.b"):find(".", 3, true), nil)
eq(("a+b"):find("+", 1, true), 2)
eq(("hello"):find("l", -2), 4) eq(("hello"):find("l", -100), 3) eq(("hello"):find("xyz", 1, true), nil)
eq(("a%b"):find("%", 1, true), 2)
eq(select("#", ("x"):find("y")), 1) eq(("a\0b"):find("\0b"), 2) eq(("a.b"):find(".", 1, false), 1)
eq(("12"):find(2), 2)
eq(("abc"):find("b", nil, true), 2) eq(("abc"):find("b", "2"), 2)
raises("bad argument #2 to 'find' (string expected, got no value)", function() string.find("a") end)
raises("bad argument #3 to 'find' (number expected, got string)", function() string.find("a", "a", "x") end)

-- methods, the metatable of strings, concatenation and comparison
eq(("x").len, string.len) eq(("abc"):upper():lower():len(), 3) eq(("x").nothing, nil)
eq("a" .. 1, "a1") eq(1 .. 2, "12") eq("a" .. 1.5 .. "b", "a1.5b") eq("" .. "", "") eq(-1 .. "", "-1")
eq("x" .. "y" .. "z", "xyz")
assert("alo" < "alo1") assert("" < "a") assert("alo\0alo" < "alo\0b") assert("alo\0alo\0\0" > "alo\0alo\0")
assert("alo" < "alo\0")
assert("alo\0" > "alo") assert("\0" < "\1") assert("\0\0" < "\0\1") assert("\1\0a\0a" <= "\1\0a\0b")
assert(not ("\1\0a\0b" <= "\1\0a\0a"))
assert("\0\0\0" < "\0\0\0\0") assert(not ("\0\0\0\0" < "\0\0\0")) assert("\0\0\0" <= "\0\0\0\0")
assert(not ("\0\0\0\0" <= "\0\0\0"))
assert("\0\0\0" <= "\0\0\0") assert("\0\0\0" >= "\0\0\0") assert(not ("\0\0b" < "\0\0a\0")) assert("a" < "b")
assert("Z" < "a")
assert("\xff" > "a") assert("10" < "9") assert(not ("a" < "a")) assert("a" <= "a") assert("a" == "a")
assert("a" ~= "b") assert("1" ~= 1)
raises("attempt to compare number with string", function() return 1 < "2" end)
raises("attempt to compare two table values", function() return {} < {} end)
raises("attempt to concatenate", function() return "a" .. {} end)
raises("attempt to concatenate", function() return nil .. "a" end)
raises("attempt to index", function() local s = "x" s.y = 1 end)

-- numeric strings in arithmetic
eq("10" + 5, 15) eq("0x10" + 1, 17) eq(" 10 " + 1, 11) eq("10" * "2", 20) eq(-"2", -2) eq("1e1" / 2, 5)
eq("7" % 4, 3) eq(2 ^ "3", 8)
raises("attempt to perform arithmetic", function() return "a" + 1 end)
raises("attempt to perform arithmetic", function() return "" + 1 end)
raises("attempt to perform arithmetic", function() return {} + 1 end)

-- escapes of literals
eq("\65\066\x43\z
    D", "ABCD") eq("\a\b\f\n\r\t\v\\\"\'", "\7\8\12\10\13\9\11\92\34\39") eq([[
x]], "x") eq([==[]]]==], "]]") eq('a\
b', "a\nb")
