-- Numbers as text and text as numbers: Lua 5.2 semantics. Runs in the original as well.
local function eq(a, b) if a ~= b then error(tostring(a) .. " is not " .. tostring(b), 2) end end
local function raises(text, f, ...)
  local ok, message = pcall(f, ...)
  if ok then error("no error", 2) end
  if not tostring(message):find(text, 1, true) then error("other error: " .. tostring(message), 2) end
end
local function values(...)
  local t = {...}
  for i = 1, select("#", ...) do t[i] = tostring(t[i]) end
  return table.concat(t, ",")
end
-- number to text
eq(tostring(0), "0") eq(tostring(12), "12") eq(tostring(-12), "-12")
eq(tostring(1.5), "1.5") eq(tostring(0.1), "0.1") eq(tostring(1/3), "0.33333333333333")
eq(tostring(3.14159265358979), "3.1415926535898") eq(tostring(1e15), "1e+15") eq(tostring(1e14), "1e+14")
eq(tostring(1e13), "10000000000000") eq(tostring(2^31), "2147483648") eq(tostring(2^53), "9.007199254741e+15")
eq(tostring(1e100), "1e+100") eq(tostring(-1e100), "-1e+100") eq(tostring(1e-5), "1e-05")
eq(tostring(0.0001), "0.0001") eq(tostring(1/0), "inf") eq(tostring(-1/0), "-inf")
eq(tostring(123456789012), "123456789012")
eq(tostring(5.0), "5") eq(tostring(1e300 * 10), "1e+301") eq(tostring(2^63), "9.2233720368548e+18")
eq(tostring(99999999999999), "99999999999999") eq(tostring(0.1 + 0.2), "0.3") eq(tostring(100 * 1.1), "110")
eq(tostring(1e-300), "1e-300")
eq((tostring(0/0):gsub("-", "")), "nan") eq(1 .. "", "1") eq(1.0 .. "", "1") eq(-1.25 .. "x", "-1.25x")
eq(2^31 .. "", "2147483648") eq(#tostring(2^0.5), 15)

-- text to number
eq(tonumber("0"), 0) eq(tonumber("12"), 12) eq(tonumber("-12"), -12) eq(tonumber("+12"), 12)
eq(tonumber("1.5"), 1.5) eq(tonumber(".5"), 0.5) eq(tonumber("5."), 5) eq(tonumber("1e3"), 1000)
eq(tonumber("1E-2"), 0.01)
eq(tonumber("  12  "), 12) eq(tonumber("\t\n\v\f\r12"), 12) eq(tonumber("0x10"), 16) eq(tonumber("0XfF"), 255)
eq(tonumber("-0x10"), -16) eq(tonumber("0x1p4"), 16) eq(tonumber("0x.8"), 0.5) eq(tonumber("0xA.8p1"), 21)
eq(tonumber("0x1p-2"), 0.25)
eq(tonumber("0xffffffffff"), 2^40 - 1) eq(tonumber("1e400"), 1/0) eq(tonumber("1e-400"), 0)
eq(tonumber("00012"), 12) eq(tonumber("1" .. ("0"):rep(30)), 1e30) eq(tonumber("0." .. ("0"):rep(30) .. "1"), 1e-31)
eq(tonumber("0x" .. ("f"):rep(50)), 2^200)
for _, s in ipairs {"", " ", "-", "+", ".", "e1", "1e", "1e+", "0x", "0x.", "0xp1", "0x1p", "1 2", "1x", "x", "--1",
"+-1", "- 1", "nan", "inf", "-inf", "NaN", "infinity", "1\0", "\0001", "1..2", "1.2.3", "1,5", "1e1.5", "0xg", "1f",
"1d", "1L", "ten", "0b1", "1_0"} do
  eq(tonumber(s), nil)
end
eq(tonumber(12), 12) eq(tonumber(1.5), 1.5) eq(tonumber({}), nil) eq(tonumber(nil), nil) eq(tonumber(true), nil)
eq(tonumber(tonumber), nil) eq(select("#", tonumber("x")), 1)
raises("bad argument #1 to 'tonumber' (value expected)", function() local x = tonumber() end)

-- bases
eq(tonumber("10", 2), 2) eq(tonumber("ff", 16), 255) eq(tonumber("FF", 16), 255) eq(tonumber("zz", 36), 1295)
eq(tonumber("777", 8), 511) eq(tonumber("-ff", 16), -255) eq(tonumber("  11  ", 2), 3) eq(tonumber("10", 10), 10)
eq(tonumber("z", 36), 35)
eq(tonumber("2", 2), nil) eq(tonumber("8", 8), nil) eq(tonumber("g", 16), nil) eq(tonumber("", 10), nil)
eq(tonumber("1.5", 10), nil) eq(tonumber("0x10", 16), nil) eq(tonumber("1e1", 10), nil) eq(tonumber("1 1", 2), nil)
eq(tonumber("-", 10), nil) eq(tonumber(10, 16), 16)
eq(tonumber("1e1", 16), 481) eq(tonumber(("1"):rep(42), 2), 2^42 - 1) eq(tonumber("fffffffff", 16), 2^36 - 1)
eq(tonumber("7\n", 8), 7) eq(tonumber("10", "2"), 2)
raises("bad argument #2 to 'tonumber' (base out of range)", function() local x = tonumber("1", 1) end)
raises("bad argument #2 to 'tonumber' (base out of range)", function() local x = tonumber("1", 37) end)
raises("bad argument #1 to 'tonumber' (string expected, got nil)", function() local x = tonumber(nil, 10) end)
raises("bad argument #1 to 'tonumber' (string expected, got table)", function() local x = tonumber({}, 10) end)

-- literals
eq(0x10, 16) eq(0xA, 10) eq(0Xff, 255) eq(1e2, 100) eq(.5, 0.5) eq(3., 3) eq(0x.8p1, 1) eq(0x1p4, 16)
eq(0xffffffff, 2^32 - 1) eq(1e-2, 0.01) eq(3e0, 3) eq(0x7fffffff, 2147483647) eq(0x80000000, 2147483648)
eq(9007199254740993, 2^53) eq(1e308 * 10, 1/0)

-- numbers as keys: equal numbers are one key
do
  local t = {}
  t[1] = "a" t[1.0] = "b" t[2^0] = "c" eq(t[1], "c") eq(#t, 1) t[1.5] = "x" eq(t[3 / 2], "x") t["1"] = "s"
  eq(t[1], "c") eq(t["1"], "s") t[-0.0] = "z" eq(t[0], "z") t[2^53] = "big" eq(t[2^53 + 1], "big")
  raises("index is nil", function() t[nil] = 1 end) raises("index is NaN", function() t[0/0] = 1 end)
  eq(t[nil], nil) eq(t[0/0], nil)
end

-- numeric for
do
  local n = 0 for i = 1, 3 do n = n + i end eq(n, 6) n = 0 for i = 3, 1, -1 do n = n + i end eq(n, 6) n = 0
  for i = 1, 0 do n = n + 1 end eq(n, 0) n = 0 for i = 0, 1, 0.25 do n = n + 1 end eq(n, 5)
  n = 0 for i = 1, 2 do local j = i i = 10 n = n + j end eq(n, 3) n = 0 for i = "1", 2 do n = n + 1 end eq(n, 2)
  for i = 2147483646, 2147483647 do n = i end eq(n, 2147483647) n = 0 for i = 1, 1/0 do n = n + 1
  if n == 5 then break end end eq(n, 5)
  n = 0 for i = 0.1, 0.35, 0.1 do n = n + 1 end eq(n, 3) for i = -2147483647, -2147483649, -1 do n = i end
  eq(n, -2147483649)
  raises("'for' initial value must be a number", function() for i = {}, 2 do end end)
  raises("'for' limit must be a number", function() for i = 1, "x" do end end)
  raises("'for' step must be a number", function() for i = 1, 2, {} do end end)
end

-- constants are what the same arithmetic gives of variables
do
  local zero, one, two, seven = 0, 1, 2, 7
  eq(1 / (0 * -1), -math.huge) eq(1 / -(-0), math.huge) eq(1 / -(-(-0)), -math.huge) eq(1 / (0 / -5), -math.huge)
  eq(1 / ((-0) + 0), math.huge) eq(1 / ((-0) - 0), -math.huge) eq((-0) + 1, 1) eq(0.5 * ((-0) % 2), 0)
  eq(1 / -0 ^ 2, -math.huge) eq(-2 ^ 2, -4) eq(2 ^ -1, 0.5) eq(- -2, 2) eq(5 -2, 3) eq(1 / - 0, -math.huge)
  eq(7 ^ 0.3, seven ^ 0.3) eq(2 ^ 1.2247448713915892, two ^ 1.2247448713915892) eq(1 / 3, one / 3)
  eq(0 / 0 ~= 0 / 0, true) eq(zero / zero ~= zero / zero, true) eq(-1 % 3, 2) eq(1e308 * 10, math.huge)
end

-- hexadecimal exponents have signs
eq(0x1p+4, 16) eq(0x1P-4, 0.0625) eq(0x.8p+1, 1) eq(0xA.8p+10, 10752) eq(-0x1p+2, -4) eq(0xep1, 28)
