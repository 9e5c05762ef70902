-- Closures and upvalues: Lua 5.2 semantics. Runs in the original as well.
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
do local function counter() local n = 0 return function() n = n + 1 return n end end
  local a, b = counter(), counter() eq(a(), 1) eq(a(), 2) eq(b(), 1) eq(a(), 3) end
do local fs = {} for i = 1, 5 do fs[i] = function() i = i + 1 return i end end eq(fs[1](), 2) eq(fs[1](), 3)
  eq(fs[2](), 3) eq(fs[5](), 6) end
do local fs = {} for k, v in ipairs {"a", "b"} do fs[k] = function() return v end end eq(fs[1](), "a")
  eq(fs[2](), "b") end
do local fs, i = {}, 1 while i <= 3 do local j = i fs[i] = function() return j end i = i + 1 end
  eq(fs[1]() + fs[2]() + fs[3](), 6) end
do local fs, i = {}, 0 repeat local x = i fs[#fs + 1] = function() x = x + 1 return x end i = i + 1 until x > 1
  eq(#fs, 3) eq(fs[1](), 1) eq(fs[3](), 3) end
do local x = 1 local function get() return x end local function set(v) x = v end set(5) eq(get(), 5) eq(x, 5) x = 6
  eq(get(), 6) end
do local function make() local x = 0 return function() x = x + 1 return x end, function() return x end end
  local inc, get = make() inc() inc() eq(get(), 2) local inc2, get2 = make() inc2() eq(get2(), 1) eq(get(), 2) end
do local function f(n) if n == 0 then return 1 end return n * f(n - 1) end eq(f(10), 3628800)
  local g = function(n) return n end eq(g(3), 3) local fib fib = function(n)
  if n < 2 then return n end return fib(n - 1) + fib(n - 2) end eq(fib(15), 610) end
do local function a(x) return function(y) return function(z) return x + y + z end end end eq(a(1)(2)(3), 6)
  eq(a(10)(20)(30), 60) end
do local t = {} for i = 1, 3 do local a, b = i, i * 10
  t[i] = {function() a = a + 1 return a + b end, function() return a end} end eq(t[1][1](), 12) eq(t[1][2](), 2)
  eq(t[2][2](), 2) eq(t[3][1](), 34) end
do local x = 10 do local x = x + 1 eq(x, 11) end eq(x, 10) local x = x * 2 eq(x, 20)
  local f = function() return x end local x = 5 eq(f(), 20) end
do local function p(f, ...) return f(...) end
  local log = {} p(function(...) for i = 1, select("#", ...) do log[i] = function() return i end end end, 1, 2, 3)
  eq(log[3](), 3) end
do local a = {} for i = 1, 3 do pcall(function() a[i] = function() return i end error("x") end) end
  eq(a[1]() + a[2]() + a[3](), 6) end
do local f do local hidden = 1 f = function(set) if set then hidden = set end return hidden end end eq(f(), 1)
  eq(f(7), 7) eq(f(), 7) end
do local function mutual() local even, odd function even(n)
  if n == 0 then return true end return odd(n - 1) end function odd(n)
  if n == 0 then return false end return even(n - 1) end return even, odd end local e, o = mutual() eq(e(10), true)
  eq(o(10), false) eq(e(1001), false) end

-- tail calls and depth
do local function loop(n) if n == 0 then return "end" end return loop(n - 1) end eq(loop(20000), "end")
  local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end eq(deep(150), 150) end
do local function inf() return 1 + inf() end local ok, m = pcall(inf) eq(ok, false)
  if not tostring(m):find("stack overflow", 1, true) then error(m) end
  eq(select(2, pcall(function() return "alive" end)), "alive") end

-- methods and fields
do local o = {n = 1} function o:add(k) self.n = self.n + k return self end function o.static(k) return k end o.sub =
  {} function o.sub.f() return "f" end function o.sub:g() return self end eq(o:add(2):add(3).n, 6)
  eq(o.static(4), 4) eq(o.sub.f(), "f") eq(o.sub:g(), o.sub) end
do local s = "" for _, f in ipairs {function() return "a" end, function() return "b" end} do s = s .. f() end
  eq(s, "ab") eq((function(...) return select("#", ...) end)(1, 2), 2) eq(type(function() end), "function")
  eq(function() end == function() end, false) end

-- a function made again over the same variables is the same function
do local a, same, other = {}, {}, {} for i = 1, 3 do same[i] = function(x) return x + a end end eq(same[1], same[2])
  eq(same[2], same[3]) for i = 1, 3 do other[i] = function(x) return i + a end end eq(other[1] == other[2], false)
  local function get() return function(x) return math.sin(x) end end eq(get(), get())
  for i = 1, 3 do local v = i same[i] = function() return v end end eq(same[1] == same[2], false) eq(same[1](), 1)
  local function made(v) return function() return v end end eq(made(1) == made(1), false)
  eq((function() end) == (function() end), false) end

-- evaluation order and multiple assignment
do local i, a = 1, {} i, a[i] = i + 1, 20 eq(a[1], 20) eq(i, 2) local x, y, z = 1, 2 eq(z, nil) x, y = y, x eq(x, 2)
  eq(y, 1) local t = {1, 2} t[1], t[2] = t[2], t[1] eq(t[1], 2) local function two() return 1, 2 end
  local p, q, r = two(), two() eq(p, 1) eq(q, 1) eq(r, 2) local l = {two(), two()} eq(#l, 3) end
do local a = {} local function f(k) a[#a + 1] = k return k end local _ = f(1) + f(2) * f(3)
  eq(table.concat(a), "123") local t = {f(4), f(5), [f(6)] = f(7)} eq(table.concat(a), "1234567") end

-- many locals and upvalues
do
  local a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  local function sum() return a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 end eq(sum(), 55) a10 = 20
  eq(sum(), 65) local function setter() a1, a2 = 100, 200 end setter() eq(sum(), 362)
end
