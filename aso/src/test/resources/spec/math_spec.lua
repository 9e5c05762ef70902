-- The math library: Lua 5.2 semantics. Runs in the original as well.
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
local function near(a, b) if not (math.abs(a - b) <= 1e-13 * math.max(1, math.abs(b))) then error(a
.. " is not near " .. b, 2) end end
local inf, nan = 1/0, 0/0

-- what there is
do
  local all = "abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp ldexp log max min modf pow rad random "
    .. "sin sinh sqrt tan tanh"
  for name in all:gmatch("%a+") do
    eq(type(math[name]), "function")
  end
  eq(type(math.pi), "number") eq(type(math.huge), "number")
end
near(math.pi, 3.14159265358979312) eq(math.huge, inf) eq(math.huge > 1e308, true) eq(-math.huge < -1e308, true)

-- abs, ceil, floor, sqrt
eq(math.abs(-10), 10) eq(math.abs(10), 10) eq(math.abs(-0.5), 0.5) eq(math.abs(-inf), inf) eq(math.abs("-3"), 3)
eq(math.abs(-2^31), 2^31)
eq(math.floor(4.5), 4) eq(math.floor(-4.5), -5) eq(math.floor(4), 4) eq(math.floor(-0.1), -1)
eq(math.floor(1e300), 1e300) eq(math.floor(inf), inf) eq(math.floor(2^31 + 0.5), 2^31)
eq(math.ceil(4.5), 5) eq(math.ceil(-4.5), -4) eq(math.ceil(4), 4) eq(math.ceil(0.1), 1)
eq(math.ceil(-1e300), -1e300) eq(math.ceil(-inf), -inf) eq(math.ceil("1.5"), 2)
eq(math.sqrt(16), 4) eq(math.sqrt(0), 0) eq(math.sqrt(2)^2 - 2 < 1e-15, true)
eq(math.sqrt(-1) ~= math.sqrt(-1), true) eq(math.sqrt(inf), inf)

-- fmod, modf
eq(math.fmod(10, 3), 1) eq(math.fmod(-10, 3), -1) eq(math.fmod(10, -3), 1) eq(math.fmod(5.5, 2), 1.5)
eq(math.fmod(5, inf), 5) eq(math.fmod(1, 0) ~= math.fmod(1, 0), true)
eq(math.fmod(inf, 1) ~= math.fmod(inf, 1), true) eq(math.fmod(-6, 2), 0) eq(math.fmod(2^53, 3), 2)
eq(values(math.modf(3.5)), "3,0.5") eq(values(math.modf(-2.5)), "-2,-0.5") eq(values(math.modf(5)), "5,0")
eq(values(math.modf(inf)), "inf,0") eq(values(math.modf(0.25)), "0,0.25")
eq((math.modf(-inf)), -inf) eq((math.modf(1e300)), 1e300) eq(select("#", math.modf(1.5)), 2)
eq((math.modf(nan)) ~= (math.modf(nan)), true)

-- pow, exp, log
eq(math.pow(2, 10), 1024) eq(math.pow(2, -1), 0.5) eq(math.pow(0, 0), 1) near(math.pow(2, 0.5), 1.4142135623730951)
eq(math.pow(1, inf), 1) eq(math.pow(-8, 1/3) ~= math.pow(-8, 1/3), true)
eq(2^10, 1024) eq(2^-1, 0.5) eq((-2)^2, 4) eq(-2^2, -4) eq(2^3^2, 512) eq((-2)^3, -8) eq(4^0.5, 2) eq(inf^0, 1)
eq(nan^0, 1) eq(1^nan, 1)
near(math.exp(1), 2.718281828459045) eq(math.exp(0), 1) eq(math.exp(-inf), 0) eq(math.exp(1000), inf)
near(math.log(math.exp(2)), 2)
eq(math.log(1), 0) eq(math.log(0), -inf) eq(math.log(-1) ~= math.log(-1), true) near(math.log(8, 2), 3)
eq(math.log(1000, 10), 3) eq(math.log(1e15, 10), 15) near(math.log(81, 3), 4) near(math.log(2, 4), 0.5)
near(math.log(10), 2.302585092994046)

-- trigonometry
eq(math.sin(0), 0) near(math.sin(math.pi / 2), 1) near(math.cos(math.pi), -1) eq(math.cos(0), 1)
near(math.tan(math.pi / 4), 1) near(math.asin(1), math.pi / 2) near(math.acos(0), math.pi / 2)
near(math.atan(1), math.pi / 4) near(math.atan(inf), math.pi / 2) eq(math.asin(2) ~= math.asin(2), true)
near(math.sin(10)^2 + math.cos(10)^2, 1) near(math.sin(1e22), -0.8522008497671888)
near(math.deg(math.pi), 180) near(math.rad(180), math.pi) eq(math.deg(0), 0) near(math.rad(math.deg(1)), 1)
near(math.sin(-9.8)^2 + math.cos(-9.8)^2, 1)

-- max, min
eq(math.max(1), 1) eq(math.max(1, 2, 3), 3) eq(math.max(3, 2, 1), 3) eq(math.max(-1, -2), -1)
eq(math.max(-inf, 5), 5) eq(math.max("10", 9), 10) eq(math.max(1.5, 1.25), 1.5)
eq(math.min(1), 1) eq(math.min(1, 2, 3), 1) eq(math.min(3, 2, 1), 1) eq(math.min(-1, -2), -2)
eq(math.min(inf, 5), 5) eq(math.min(1.5, "1.25"), 1.25)
raises("bad argument #1 to 'max' (number expected, got no value)", function() local x = math.max() end)
raises("bad argument #1 to 'min' (number expected, got no value)", function() local x = math.min() end)
raises("bad argument #2 to 'max' (number expected, got nil)", function() local x = math.max(1, nil) end)
raises("bad argument #3 to 'min' (number expected, got string)", function() local x = math.min(1, 2, "x") end)

-- random
for i = 1, 200 do
  local r = math.random() assert(r >= 0 and r < 1)
  local d = math.random(6) assert(d >= 1 and d <= 6 and d == math.floor(d))
  local n = math.random(-5, 5) assert(n >= -5 and n <= 5 and n == math.floor(n))
  eq(math.random(3, 3), 3) eq(math.random(1), 1)
end
do
  local seen, count = {}, 0
  for i = 1, 400 do local d = math.random(4) if not seen[d] then seen[d] = true count = count + 1 end end
  eq(count, 4)
end
raises("bad argument #1 to 'random' (interval is empty)", function() local x = math.random(0) end)
raises("bad argument #2 to 'random' (interval is empty)", function() local x = math.random(2, 1) end)
raises("wrong number of arguments", function() local x = math.random(1, 2, 3) end)
raises("bad argument #1 to 'random' (number expected, got string)", function() local x = math.random("x") end)

-- argument errors
for name in ("abs acos asin atan ceil cos deg exp floor fmod log max min modf pow rad sin sqrt tan"):gmatch("%a+") do
  local f = math[name]
  raises("(number expected, got no value)", function() local x = f() end)
  raises("(number expected, got nil)", function() local x = f(nil, 1) end)
  raises("(number expected, got table)", function() local x = f({}, 1) end)
  raises("(number expected, got string)", function() local x = f("a", 1) end)
end
raises("bad argument #2 to 'pow' (number expected, got no value)", function() local x = math.pow(1) end)
raises("bad argument #2 to 'fmod' (number expected, got no value)", function() local x = math.fmod(1) end)
raises("bad argument #2 to 'log' (number expected, got string)", function() local x = math.log(1, "b") end)

-- operators
eq(7 % 3, 1) eq(-7 % 3, 2) eq(7 % -3, -2) eq(-7 % -3, -1) eq(5.5 % 2, 1.5) eq(-5.5 % 2, 0.5) eq(5 % 5, 0)
eq((1 % 0) ~= (1 % 0), true) eq(1 / 0, inf) eq(-1 / 0, -inf) eq(2^53 % 2, 0)
eq(1e15 % 7, 1e15 - math.floor(1e15 / 7) * 7) eq(0.1 + 0.2 == 0.3, false) eq(1 / 3 * 3, 1) eq(2^53 + 1, 2^53)
eq(2147483647 + 1, 2147483648) eq(-2147483648 - 1, -2147483649)
eq(2147483647 * 2147483647, 4611686014132420609) eq(65536 * 65536, 4294967296) eq(-(-2147483648), 2147483648)
eq(10 / 4, 2.5) eq(10 / 5, 2) eq(-0 == 0, true) eq(nan == nan, false) eq(nan ~= nan, true)
eq(nan < nan, false) eq(nan <= 1, false) eq(1 >= nan, false) eq(inf > 2^1023, true)
-- the sign of zero, where the compiler does not compute it
do
  local zero, one = 0, 1
  eq(1 / -zero, -inf) eq(1 / (-zero * one), -inf) eq(one / (zero * -one), -inf) eq(one / (zero + -zero), inf)
  eq(3 * -zero == 0, true) eq(-zero == zero, true) eq(tostring(-zero), "-0") eq(math.ceil(-one / 2) == 0, true)
  eq(1 / math.ceil(-one / 2), -inf) eq(1 / math.fmod(-6, 2), -inf) eq(math.max(-zero, zero) == 0, true)
end
eq(2^0.5, math.sqrt(2)) eq(10^-2, 0.01) eq(3^-2, 1 / 9) eq(2^0.25, math.pow(2, 0.25)) eq(1.5^7, math.pow(1.5, 7))

-- parts keep the sign of the whole, and angles round as the original's
eq(1 / select(2, math.modf(-47)), -math.huge) eq(1 / select(2, math.modf(47)), math.huge)
eq(1 / math.modf(-0.5), -math.huge) eq(select(2, math.modf(-math.huge)), 0)
eq(("%.17g"):format(math.deg(-9)), "-515.66201561774085") eq(math.rad(180), math.pi)

-- atan2, sinh, cosh, tanh
near(math.atan2(1, -1), 3 * math.pi / 4) near(math.atan2(-1, -1), -3 * math.pi / 4) eq(math.atan2(0, 1), 0)
near(math.sinh(1), 1.1752011936438014) near(math.cosh(1), 1.5430806348152437) near(math.tanh(1), 0.7615941559557649)
eq(math.cosh(1000), inf) eq(math.sinh(-1000), -inf) eq(math.tanh(1000), 1) eq(math.sinh(0), 0)

-- frexp, ldexp
eq(values(math.frexp(8)), "0.5,4") eq(values(math.frexp(-3)), "-0.75,2") eq(values(math.frexp(0)), "0,0")
eq(values(math.frexp(inf)), "inf,0") eq(values(math.frexp(5e-324)), "0.5,-1073") eq(values(math.frexp(0.3)), "0.6,-1")
eq(math.ldexp(0.5, 4), 8) eq(math.ldexp(0.5, -1073), 5e-324) eq(math.ldexp(1, 1024), inf) eq(math.ldexp(-0.75, 2), -3)
for _, x in ipairs({1, -1, 0.1, 1e300, -1e-300, 2.2250738585072014e-308, 4e-320}) do
  local m, e = math.frexp(x)
  eq(math.ldexp(m, e), x) eq(math.abs(m) >= 0.5 and math.abs(m) < 1, true)
end
raises("number expected", math.atan2, 1) raises("number expected", math.ldexp, 1) raises("number expected", math.frexp)
