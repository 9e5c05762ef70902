-- The basic functions: Lua 5.2 semantics. Runs in the original as well.
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
-- what there is
eq(_G._G, _G) eq(type(_VERSION), "string") eq(_VERSION, "Lua 5.2")
local names = "assert error ipairs next pairs pcall xpcall rawequal rawget rawlen rawset select setmetatable " ..
  "getmetatable tonumber tostring type"
for name in names:gmatch("%a+") do eq(type(_G[name]), "function") end
for name in ("string table math bit32"):gmatch("%w+") do eq(type(_G[name]), "table") end

-- type
eq(type(nil), "nil") eq(type(1), "number") eq(type("x"), "string") eq(type({}), "table") eq(type(type), "function")
eq(type(true), "boolean") eq(type(function() end), "function")
raises("bad argument #1 to 'type' (value expected)", function() local x = type() end)

-- assert
eq(values(assert(1, 2, 3)), "1,2,3") eq(assert("x"), "x") eq(select("#", assert(true, nil)), 2)
raises("assertion failed!", function() assert(false) end) raises("assertion failed!", function() assert(nil) end)
raises("message", function() assert(false, "message") end)
raises("assertion failed!", function() assert() end)

-- tostring
eq(tostring(nil), "nil") eq(tostring(true), "true") eq(tostring(false), "false") eq(tostring("x"), "x")
eq(tostring(12), "12") eq(tostring(setmetatable({}, {__tostring = function() return "T" end})), "T")
eq(tostring({}):sub(1, 5), "table") eq(tostring(type):sub(1, 8), "function")
eq(tostring(function() end):sub(1, 8), "function")
eq(tostring(setmetatable({}, {__tostring = function(x) return type(x) end})), "table")
raises("bad argument #1 to 'tostring' (value expected)", function() local x = tostring() end)
raises("bad", function() tostring(setmetatable({}, {__tostring = function() error("bad") end})) end)

-- select
eq(select("#"), 0) eq(select("#", nil), 1) eq(select("#", 1, 2, nil), 3) eq(values(select(1, "a", "b")), "a,b")
eq(values(select(2, "a", "b")), "b") eq(select("#", select(3, "a", "b")), 0)
eq(values(select(-1, "a", "b", "c")), "c") eq(values(select(-3, "a", "b", "c")), "a,b,c")
eq(values(select("2", "a", "b")), "b")
raises("bad argument #1 to 'select' (index out of range)", function() local x = select(0, 1) end)
raises("bad argument #1 to 'select' (index out of range)", function() local x = select(-2, 1) end)
raises("bad argument #1 to 'select' (number expected, got no value)", function() local x = select() end)
raises("bad argument #1 to 'select' (number expected, got string)", function() local x = select("x") end)

-- raw access
do
  local mt = {__index = function() return "i" end, __newindex = function() end, __len = function() return 9 end,
  __eq = function() return true end} local a, b = setmetatable({1, 2}, mt), setmetatable({}, mt)
  eq(a.x, "i") eq(rawget(a, "x"), nil) eq(rawget(a, 1), 1) a.x = 5 eq(rawget(a, "x"), nil) eq(rawset(a, "x", 5), a)
  eq(a.x, 5) eq(#a, 9) eq(rawlen(a), 2) eq(rawlen("abc"), 3) eq(a == b, true) eq(rawequal(a, b), false)
  eq(rawequal(a, a), true) eq(rawequal("x", "x"), true) eq(rawequal(1, 1.0), true) eq(rawequal("1", 1), false)
  raises("table index is NaN", function() rawset({}, 0/0, 1) end)
  raises("table index is nil", function() rawset({}, nil, 1) end)
  raises("bad argument #1 to 'rawget' (table expected, got string)", function() local x = rawget("x", 1) end)
  raises("bad argument #1 to 'rawset' (table expected, got nil)", function() rawset(nil, 1, 2) end)
  raises("table or string expected", function() local x = rawlen(5) end)
  raises("bad argument #2 to 'rawequal' (value expected)", function() local x = rawequal(1) end)
  raises("bad argument #3 to 'rawset' (value expected)", function() rawset({}, 1) end)
  raises("bad argument #2 to 'rawget' (value expected)", function() local x = rawget({}) end)
end

-- metatables
do
  local t, m = {}, {} eq(getmetatable(t), nil) eq(setmetatable(t, m), t) eq(getmetatable(t), m)
  eq(setmetatable(t, nil), t) eq(getmetatable(t), nil) setmetatable(t, {__metatable = "locked"})
  eq(getmetatable(t), "locked") raises("cannot change a protected metatable", function() setmetatable(t, {}) end)
  eq(getmetatable(5), nil) eq(getmetatable(nil), nil)
  raises("bad argument #2 to 'setmetatable' (nil or table expected)", function() setmetatable({}, 5) end)
  raises("bad argument #1 to 'setmetatable' (table expected, got nil)", function() setmetatable(nil, {}) end)
  raises("bad argument #2 to 'setmetatable' (nil or table expected)", function() setmetatable({}) end)
end

-- environments
do local _ENV = {x = 5} x = x + 1 y = x _ENV.z = y _ENV = {r = _ENV.z} result = r end eq(result, nil) eq(x, nil)
global_of_base = 7 eq(_G.global_of_base, 7) _G.global_of_base = nil eq(global_of_base, nil) do
local function f(_ENV) return a end eq(f({a = 3}), 3) end eq(rawget(_G, "no such thing"), nil)

-- operators and control
eq(not nil, true) eq(not 0, false) eq(nil and 1, nil) eq(false or "x", "x") eq(nil == false, false) eq(1 and 2, 2)
eq(false and error(), false) eq(1 or error(), 1) eq(1 == 1.0, true) eq("a" == "a", true) eq({} == {}, false)
eq(1 < 2 == true, true) eq("abc" < "abd", true) eq(2 + 3 * 4 ^ 2 / 2, 26) eq((2 + 3) * 4, 20) eq(-3 ^ 2, -9)
eq(not 1 == 2, false) eq("a" .. "b" == "ab", true) eq(1 .. 2 == "12", true) eq(2 ^ -1, 0.5) eq(#"abc" + 1, 4)
do local i, s = 0, 0 while true do i = i + 1 if i > 10 then break end if i % 2 == 0 then s = s + i end end eq(s, 30)
  repeat local done = i > 20 i = i + 1 until done eq(i, 22) local a, b, c = (function() return 1, 2 end)()
  eq(c, nil) eq(b, 2) a, b = b, a eq(a, 2) local t = {} local k = 1 k, t[k] = 2, "x" eq(t[1], "x") eq(t[2], nil) end
do local function f() return end eq(select("#", f()), 0) eq((f()), nil) local t = {f(), f()} eq(#t, 0)
  local function g(...) return ... end eq(select("#", g(f(), f())), 1) eq(select("#", g((f()))), 1) end

-- A traversal of _G shows the library as well, each name once.
do
  mine = 1
  local seen, count = {}, 0
  for name, value in pairs(_G) do
    assert(not seen[name], name)
    seen[name] = value
    count = count + 1
  end
  assert(seen.mine == 1 and seen.assert == assert and seen.string == string and seen._G == _G)
  local key, steps = nil, 0
  repeat
    key = next(_G, key)
    steps = steps + 1
  until key == nil
  assert(steps == count + 1)
  assert(not pcall(next, _G, "no such name"))
  tostring = tostring
  local again = 0
  for name in pairs(_G) do
    if name == "tostring" then again = again + 1 end
  end
  assert(again == 1)
end

-- a number that __tostring gives becomes a string
eq(tostring(setmetatable({}, {__tostring = function() return 5 end})), "5")
-- as does a number that is an error, unless its level is 0
eq(select(2, pcall(function() error(5) end)):match(":%d+: 5$") ~= nil, true)
eq(select(2, pcall(function() error(5, 0) end)), 5)
eq(select(2, pcall(function() error(5, 2) end)), "5")
