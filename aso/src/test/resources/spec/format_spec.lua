-- string.format, tostring and tonumber of numbers: Lua 5.2 semantics. Runs in the original as well.
local function eq(a, b) if a ~= b then error(tostring(a) .. " is not " .. tostring(b), 2) end end
local function raises(text, f, ...)
  local ok, message = pcall(f, ...)
  if ok then error("no error", 2) end
  if not tostring(message):find(text, 1, true) then error("other error: " .. tostring(message), 2) end
end
local f = string.format

-- plain text and percent
eq(f(""), "") eq(f("abc"), "abc") eq(f("%%"), "%") eq(f("%%%%"), "%%") eq(f("a%%b%%c"), "a%b%c")
eq(f("100%%"), "100%") eq(f("\0"), "\0")
eq(f("%d%%", 5), "5%") eq(f(12), "12") eq(f("x", 1, 2, 3), "x")

-- whole numbers
eq(f("%d", 0), "0") eq(f("%d", -0), "0") eq(f("%d", 42), "42") eq(f("%d", "42"), "42") eq(f("%d", "0x10"), "16")
eq(f("%i", -7), "-7")
eq(f("%d", 3.7), "3") eq(f("%d", -3.7), "-3") eq(f("%d", 2^31), "2147483648") eq(f("%d", -2^31), "-2147483648")
eq(f("%d", 2^40), "1099511627776")
eq(f("%d", 2^53), "9007199254740992") eq(f("%d", -2^63), "-9223372036854775808") eq(f("%d", 1e15), "1000000000000000")
eq(f("%5d|", 42), "   42|") eq(f("%-5d|", 42), "42   |") eq(f("%05d", -42), "-0042") eq(f("%+d", 5), "+5")
eq(f("% d", 5), " 5")
eq(f("%+d", -5), "-5") eq(f("%.3d", 5), "005") eq(f("%6.3d|", -5), "  -005|") eq(f("%-+6d|", 5), "+5    |")
eq(f("%.0d", 0), "") eq(f("%99d", 1), (" "):rep(98) .. "1")
eq(f("%u", 42), "42") eq(f("%u", 2^63), "9223372036854775808") eq(f("%x", 255), "ff") eq(f("%X", 255), "FF")
eq(f("%#x", 255), "0xff")
eq(f("%#X", 255), "0XFF") eq(f("%08x", 48879), "0000beef") eq(f("%o", 8), "10") eq(f("%#o", 8), "010")
eq(f("%x", 0), "0") eq(f("%#x", 0), "0")
eq(f("%x", 0.0), "0") eq(f("%02x", 0.0), "00") eq(f("%08X", 0xFFFFFFFF), "FFFFFFFF")
eq(f("%x", 2^63), "8000000000000000") eq(f("%x", 2^40), "10000000000")
eq(f("%+08d", 31501), "+0031501") eq(f("%+08d", -30927), "-0030927") eq(f("%5.2s|", "abc"), "   ab|")
raises("bad argument #2 to 'format' (not a number in proper range)", function() local s = string.format("%d", 2^63)
end)
raises("bad argument #2 to 'format' (not a number in proper range)", function() local s = string.format("%d", 1/0)
end)
raises("bad argument #2 to 'format' (not a number in proper range)", function() local s = string.format("%d", 0/0)
end)
raises("bad argument #2 to 'format' (not a non-negative number in proper range)", function() local s =
string.format("%x", -1) end)
raises("bad argument #2 to 'format' (not a non-negative number in proper range)", function() local s =
string.format("%u", 2^64) end)
raises("bad argument #3 to 'format' (not a number in proper range)", function() local s = string.format("%d %d", 1,
-1e300) end)

-- characters
eq(f("%c", 65), "A") eq(f("%c%c%c", 104, 105, 33), "hi!") eq(f("%3c|", 65), "  A|") eq(f("%-3c|", 65), "A  |")
eq(f("\0%c\0%c%x\0", ("\xe4"):byte(), ("b"):byte(), 140), "\0\xe4\0b8c\0")
eq(f("%c", "65"), "A")

-- real numbers
eq(f("%f", 1.5), "1.500000") eq(f("%.2f", 1.23456), "1.23") eq(f("%.0f", 0.5), "0") eq(f("%.0f", 1.5), "2")
eq(f("%5.1f|", 3.14159), "  3.1|")
eq(f("%-8.2f|", 3.14159), "3.14    |") eq(f("%08.2f", -3.14159), "-0003.14") eq(f("%+.1f", 2), "+2.0")
eq(f("%f", 1e15), "1000000000000000.000000")
eq(f("%.20f", 0.1), "0.10000000000000000555") eq(f("%.3f", 2/3), "0.667") eq(f("%#.0f", 3), "3.")
eq(f("%f", "1.25"), "1.250000")
eq(f("%e", 12345.678), "1.234568e+04") eq(f("%.2E", 0.00012345), "1.23E-04") eq(f("%.0e", 5), "5e+00")
eq(f("%e", 0), "0.000000e+00")
eq(f("%g", 0.1), "0.1") eq(f("%g", 1e20), "1e+20") eq(f("%g", 100000), "100000") eq(f("%g", 1000000), "1e+06")
eq(f("%.3g", 1234), "1.23e+03")
eq(f("%G", 1e-10), "1E-10") eq(f("%#g", 1), "1.00000") eq(f("%10.4g|", 3.14159), "     3.142|")
eq(f("%.14g", 3.14159265358979), "3.1415926535898")
eq(f("%.17g", 0.1), "0.10000000000000001") eq(f("%f", 1/0), "inf") eq(f("%f", -1/0), "-inf")
eq(f("%5.1f|", 1/0), "  inf|") eq(f("%E", 1/0), "INF")
eq(f("%a", 1), "0x1p+0") eq(f("%a", 0.1), "0x1.999999999999ap-4") eq(f("%A", -10.5), "-0X1.5P+3")
eq(f("%.3a", 1.1), "0x1.19ap+0")
eq(#f("%99.99f", -1e308), 410) eq(#f("%99.99f", 1), 101) eq(f("%.99f", 0.5), "0.5" .. ("0"):rep(98))
eq(tonumber(f("%.17g", 1/3)), 1/3)
eq(f("%.14g", 2^53), "9.007199254741e+15") eq(f("%5.2f %5.2f", 1, 22.333), " 1.00 22.33")

-- strings
eq(f("%s", "x"), "x") eq(f("%s %s", 1, 2.5), "1 2.5") eq(f("%s", nil), "nil")
eq(f("%s %s", true, false), "true false") eq(f("%10s|", "hi"), "        hi|")
eq(f("%-10s|", "hi"), "hi        |") eq(f("%.2s", "hello"), "he") eq(f("%5.1s|", "hello"), "    h|")
eq(f("%.0s", "hello"), "") eq(f("%.s", "x"), "")
eq(f("%s", 1e15), "1e+15") eq(f("%s", 10), "10") eq(f("%s", ("x"):rep(1000)), ("x"):rep(1000))
eq(f("%.20s", ("x"):rep(1000)), ("x"):rep(20))
eq(f("%-16c", 97), "a               ") eq(f("%s%s%s", "a", "b", "c"), "abc")
eq(f("%s\0is\0not\0%s", "a", "b"), "a\0is\0not\0b") eq(f("%3s|%-3s|", 1, 2), "  1|2  |")
eq(f("%s", setmetatable({}, {__tostring = function() return "shown" end})), "shown")
eq(f("%8s|", setmetatable({}, {__tostring = function() return "shown" end})), "   shown|")
eq(f("%s %s", setmetatable({}, {__tostring = function() return f("%d", 5) end}), 6), "5 6")
do
  local seen = {}
  local t = setmetatable({}, {__tostring = function(x) seen[#seen + 1] = x return "t" .. #seen end})
  eq(f("%s-%s-%s", t, t, t), "t1-t2-t3") eq(seen[1], t)
end
raises("inside", function() return f("%s", setmetatable({}, {__tostring = function() error("inside") end})) end)
assert(f("%s", {}):find("^table")) assert(f("%s", function() end):find("^function"))

-- quoting
eq(f("%q", "hello"), '"hello"') eq(f("%q", 'a "b" c'), [["a \"b\" c"]]) eq(f("%q", "a\\b"), [["a\\b"]])
eq(f("%q", "a\nb"), '"a\\\nb"') eq(f("%q", "\0"), [["\0"]])
eq(f("%q", "\r"), [["\13"]]) eq(f("%q", "\0001"), [["\0001"]]) eq(f("%q", "\1272"), [["\1272"]])
eq(f("%q", "\1"), [["\1"]]) eq(f("%q", "\t9"), [["\0099"]])
eq(f("%q", "\xe4"), '"\xe4"') eq(f("%q", ""), '""') eq(f("%q", 12), '"12"')
raises("bad argument #2 to 'format' (string expected, got table)", function() local s = string.format("%q", {}) end)

-- errors
raises("invalid option '%y' to 'format'", function() return f("%y", 1) end)
raises("invalid option '%l' to 'format'", function() return f("%ld", 1) end)
raises("invalid option '%", function() return f("%", 1) end)
raises("invalid format (width or precision too long)", function() return f("%100d", 1) end)
raises("invalid format (width or precision too long)", function() return f("%.100f", 1) end)
raises("invalid format (width or precision too long)", function() return f("%1.123d", 1) end)
raises("invalid format (repeated flags)", function() return f("%-+ #0-d", 1) end)
raises("bad argument #2 to 'format' (no value)", function() local s = string.format("%d") end)
raises("bad argument #3 to 'format' (no value)", function() local s = string.format("%s %s", 1) end)
raises("bad argument #2 to 'format' (number expected, got string)", function() local s = string.format("%d", "x") end)
raises("bad argument #2 to 'format' (number expected, got nil)", function() local s = string.format("%d", nil) end)
raises("bad argument #2 to 'format' (number expected, got table)", function() local s = string.format("%f", {}) end)
raises("bad argument #1 to 'format' (string expected, got nil)", function() local s = string.format(nil) end)
raises("bad argument #1 to 'format' (string expected, got no value)", function() local s = string.format() end)

-- what is missing is told before what is wrong with the format
raises("bad argument #3 to 'format' (no value)", function() return string.format("%d%1.100s", 1) end)
raises("bad argument #2 to 'tonumber' (number expected, got string)", function() return tonumber("x", "y") end)
raises("bad argument #1 to 'tonumber' (string expected, got table)", function() return tonumber({}, "y") end)
