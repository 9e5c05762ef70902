-- Errors, pcall and xpcall: Lua 5.2 semantics. Runs in the original as well.
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
local function message(f, ...) local ok, m = pcall(f, ...) eq(ok, false) return m end
local function ends(text, with) if tostring(text):sub(-#with) ~= with then error(tostring(text)
.. " does not end with " .. with, 2) end end

-- pcall
eq(values(pcall(function() return 1, 2 end)), "true,1,2") eq(values(pcall(function() end)), "true")
eq(values(pcall(type, 5)), "true,number") eq((pcall(error)), false) eq(select(2, pcall(error)), nil)
eq(select("#", pcall(error)), 2)
eq(message(error, "x", 0), "x") eq(message(function() error("x", 0) end), "x") do local t = {}
eq(message(error, t), t) eq(message(function() error(t) end), t) end eq(message(error, 5, 0), 5)
eq(message(error, true), true) eq(message(error, nil), nil) eq(message(function() error() end), nil)
raises("bad argument #1 to 'pcall' (value expected)", function() pcall() end)
eq(values(pcall(pcall, error, "e")), "true,false,e") eq((pcall(5)), false) raises("attempt to call", 5)
raises("attempt to call a nil value", nil) eq(select(2, pcall(function() return pcall(error, "in", 0) end)), false)
do local order = {} pcall(function() order[1] = "a" pcall(function() order[2] = "b" error("x") end) order[3] = "c"
  error("y") end) eq(table.concat(order), "abc") end
do local n = 0 for i = 1, 100 do if not pcall(function() if i % 2 == 0 then error("even") end end) then
  n = n + 1 end end eq(n, 50) end

-- positions and levels
do
  local function thrower() error("boom") end
  local m = message(thrower) ends(m, ": boom") eq(m:match(":(%d+): boom$") ~= nil, true)
  local function level2() error("two", 2) end
  local function caller()
    level2()
  end
  local a = tonumber(message(caller):match(":(%d+): two$"))
  local b = tonumber(message(function() error("here") end):match(":(%d+): here$")) eq(b - a, 3)
  eq(message(function() error("zero", 0) end), "zero")
  ends(message(function() local x = nil; x.y = 1 end), "attempt to index local 'x' (a nil value)")
  ends(message(function() return undefined_thing.x end), "attempt to index global 'undefined_thing' (a nil value)")
  ends(message(function() undefined_function() end), "attempt to call global 'undefined_function' (a nil value)")
  ends(message(function() local t = {} t.x.y = 1 end), "attempt to index field 'x' (a nil value)")
  ends(message(function() local t = {} t.f() end), "attempt to call field 'f' (a nil value)")
  ends(message(function() local t = {} t:m() end), "attempt to call method 'm' (a nil value)")
  ends(message(function() local a, b = 1, {} return a + b end),
  "attempt to perform arithmetic on local 'b' (a table value)") ends(message(function() return 1 + nil end),
  "attempt to perform arithmetic on a nil value") ends(message(function() local s = "x" return s + 1 end),
  "attempt to perform arithmetic on local 's' (a string value)") ends(message(function() return {} .. "x" end),
  "attempt to concatenate a table value")
  ends(message(function() return 1 < "x" end), "attempt to compare number with string")
  ends(message(function() return {} < {} end), "attempt to compare two table values")
  ends(message(function() return nil > 1 end), "attempt to compare number with nil")
  ends(message(function() local n = 5 return #n end), "attempt to get length of local 'n' (a number value)")
  ends(message(function() local up = m return function() end, up.x.y end), "(a nil value)")
  ends(message(function() string.rep() end), "bad argument #1 to 'rep' (string expected, got no value)")
  ends(message(function() ("x"):rep({}) end), "to 'rep' (number expected, got table)")
  ends(message(function() math.floor("x") end), "bad argument #1 to 'floor' (number expected, got string)")
  ends(message(function() setmetatable(1, {}) end), "bad argument #1 to 'setmetatable' (table expected, got number)")
  local line = message(function() string.rep() end):match("^.-:(%d+): ") eq(tonumber(line) ~= nil, true)
end

-- xpcall
do
  eq(values(xpcall(function() return 1, 2 end, error)), "true,1,2")
  eq(values(xpcall(function(...) return ... end, error, 1, nil, 3)), "true,1,nil,3")
  eq(values(xpcall(error, function(m) return "handled " .. tostring(m) end, "x")), "false,handled x") local seen
  eq(xpcall(function() error({code = 7}) end, function(e) seen = e.code return e end), false) eq(seen, 7)
  ends(select(2, xpcall(function() local x = nil + 1 end, function(m) return m .. "!" end)), "!")
  eq(select("#", xpcall(error, function() return 1, 2, 3 end)), 2)
  local ok, m = xpcall(function() error("first") end, function() error("in handler") end) eq(ok, false)
  eq(m == nil, false) eq(values(xpcall(pcall, error, error, "x")), "true,false,x")
  eq((xpcall(5, function(m) return m end)), false)
  local depth = 0 local function nest(n) if n == 0 then error("bottom", 0) end
  local ok, m = pcall(nest, n - 1) depth = depth + 1 error(m, 0) end eq(message(nest, 20), "bottom") eq(depth, 20)
end

-- errors through metamethods, iterators and callbacks
do
  local t = setmetatable({}, {__index = function(_, k) error("no " .. k, 0) end, __add = function()
  error("no add", 0) end, __call = function() error("no call", 0) end, __lt = function() error("no lt", 0) end, __eq
  = function() error("no eq", 0) end, __concat = function() error("no concat", 0) end, __len = function()
  error("no len", 0) end, __newindex = function() error("no set", 0) end, __unm = function() error("no unm", 0) end})
  eq(message(function() return t.x end), "no x") eq(message(function() return t + 1 end), "no add")
  eq(message(function() return t() end), "no call") eq(message(function() return t < t end), "no lt")
  eq(message(function() return t .. "x" end), "no concat") eq(message(function() return #t end), "no len")
  eq(message(function() t.y = 1 end), "no set") eq(message(function() return -t end), "no unm")
  eq(message(function() for k in function() error("no next", 0) end do end end), "no next")
  eq(message(function() table.sort({3, 2, 1}, function() error("no order", 0) end) end), "no order")
  eq(message(function() ("x"):gsub("x", function() error("no gsub", 0) end) end), "no gsub")
  eq(message(function() tostring(setmetatable({}, {__tostring = function() error("no text", 0) end})) end), "no text")
  local x, y = 1, {} local function f() local a, b = x, y error({a, b}) end local e = message(f) eq(e[1], 1)
  eq(e[2], y) local ok, r = pcall(pcall, pcall, error, "deep") eq(ok, true) eq(r, true)
end

-- state after an error
do local t = {1, 2, 3} pcall(function() t[1] = 9 error("x") end) eq(t[1], 9)
  local up = 0 pcall(function() up = 5 error("x") end) eq(up, 5)
  local fs = {} pcall(function() local inner = 1 fs[1] = function() inner = inner + 1 return inner end error("x")
  end) eq(fs[1](), 2) eq(fs[1](), 3) end
do local function loop() return loop() + 1 end for i = 1, 3 do raises("stack overflow", loop) end
  local function ping(n) if n > 0 then return pcall(ping, n - 1) end return "pong" end local r = {ping(50)}
  eq(r[#r], "pong") eq(#r, 51) end

-- the name is that of the operand to blame
do
  local u
  raises("arithmetic on a nil value", function() local c return nil / c end)
  raises("arithmetic on local 'c' (a nil value)", function() local c return c / nil end)
  raises("concatenate global 'nowhere' (a nil value)", function() return nowhere .. nil end)
  raises("concatenate a nil value", function() return nil .. nil end)
  raises("concatenate upvalue 'u' (a nil value)", function() return "x" .. u .. "y" end)
  raises("call local 't' (a table value)", function() local t = setmetatable({}, {__call = 5}) t() end)
end
-- a metamethod of an operator is called by the function with the operator
do
  local m = {__concat = function() error("here", 2) end, __add = function() error("here", 2) end}
  local t = setmetatable({}, m)
  eq(select(2, pcall(function() return t .. "x" end)):match(":%d+: here$") ~= nil, true)
  eq(select(2, pcall(function() return t + 1 end)):match(":%d+: here$") ~= nil, true)
end
