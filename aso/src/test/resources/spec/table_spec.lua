-- The table library, constructors, length and traversal: Lua 5.2 semantics. Runs in the original as well.
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
-- insert and remove
do
  local t = {} table.insert(t, "a") table.insert(t, "c") table.insert(t, 2, "b") eq(table.concat(t), "abc")
  table.insert(t, 1, "_") eq(table.concat(t), "_abc") table.insert(t, 5, "!") eq(table.concat(t), "_abc!")
  eq(table.remove(t), "!") eq(table.remove(t, 1), "_") eq(table.remove(t, 2), "b") eq(table.concat(t), "ac")
  eq(table.remove(t, 3), nil) eq(#t, 2) eq(table.remove({}), nil) eq(table.remove({}, 0), nil) eq(#t, 2)
  eq(table.remove(t, "1"), "a") eq(t[1], "c") eq(select("#", table.insert(t, 1)), 0) t = {n = 1, "x"}
  eq(table.remove(t), "x") eq(t.n, 1) eq(next(t), "n")
  raises("bad argument #2 to 'insert' (position out of bounds)", function() table.insert({1, 2}, 4, 9) end)
  raises("bad argument #2 to 'insert' (position out of bounds)", function() table.insert({1, 2}, 0, 9) end)
  raises("bad argument #2 to 'insert' (position out of bounds)", function() table.insert({}, -1, 9) end)
  raises("bad argument #1 to 'remove' (position out of bounds)", function() local x = table.remove({1, 2}, 4) end)
  raises("wrong number of arguments to 'insert'", function() table.insert({}) end)
  raises("wrong number of arguments to 'insert'", function() table.insert({}, 1, 2, 3) end)
  raises("bad argument #1 to 'insert' (table expected, got nil)", function() table.insert(nil, 1) end)
  raises("bad argument #1 to 'remove' (table expected, got string)", function() table.remove("x") end)
  raises("bad argument #2 to 'insert' (number expected, got string)", function() table.insert({1}, "x", 2) end)
  raises("bad argument #1 to 'insert' (table expected, got no value)", function() table.insert() end)
  local q = {} for i = 1, 100 do table.insert(q, 1, i) end eq(q[1], 100) eq(q[100], 1) for i = 1, 100 do
  eq(table.remove(q, 1), 101 - i) end eq(#q, 0)
end

-- concat
eq(table.concat({}), "") eq(table.concat({}, "x"), "") eq(table.concat({"a"}), "a")
eq(table.concat({"a", "b", "c"}), "abc") eq(table.concat({"a", "b", "c"}, ","), "a,b,c")
eq(table.concat({1, 2.5, "x"}, "-"), "1-2.5-x")
eq(table.concat({"a", "b", "c"}, ",", 2), "b,c") eq(table.concat({"a", "b", "c"}, ",", 2, 2), "b")
eq(table.concat({"a", "b", "c"}, ",", 3, 2), "") eq(table.concat({[3] = "x", [4] = "y"}, "+", 3, 4), "x+y")
eq(table.concat({"a", "b"}, 0), "a0b")
eq(table.concat({}, "x", 1, 0), "") eq(table.concat({"\0", "\0"}, "\0"), "\0\0\0")
eq(table.concat({"a", "b"}, nil, nil, nil), "ab")
raises("invalid value (nil) at index 2 in table for 'concat'", function() table.concat({"a"}, ",", 1, 2) end)
raises("invalid value (table) at index 1 in table for 'concat'", function() table.concat({{}}) end)
raises("invalid value (boolean) at index 2 in table for 'concat'", function() table.concat({1, true}) end)
raises("bad argument #1 to 'concat' (table expected, got nil)", function() table.concat(nil) end)
raises("bad argument #2 to 'concat' (string expected, got table)", function() table.concat({}, {}) end)

-- pack and unpack
do
  local t = table.pack() eq(t.n, 0) eq(t[1], nil) t = table.pack(table) eq(t[1], table) eq(t.n, 1)
  t = table.pack(nil, nil, nil, nil) eq(t.n, 4) t = table.pack(1, nil, 3) eq(t[3], 3) eq(t.n, 3)
  eq(values(table.unpack({1, 2, 3})), "1,2,3") eq(values(table.unpack({1, 2, 3}, 2)), "2,3")
  eq(values(table.unpack({1, 2, 3}, 2, 3)), "2,3") eq(values(table.unpack({1, 2, 3}, -1, 1)), "nil,nil,1")
  eq(values(table.unpack({1, 2}, 1, nil)), "1,2") eq(values(table.unpack({1, 2}, nil, 1)), "1")
  eq(select("#", table.unpack({}, 1, 3)), 3) eq(select("#", table.unpack({})), 0)
  eq(select("#", table.unpack({1}, 2, 1)), 0) eq(values(table.unpack({1, 2}, "1", "2")), "1,2")
  eq(select("#", table.unpack({}, 1, 200)), 200)
  local a = {} for i = 1, 2000 do a[i] = i end eq(select("#", table.unpack(a)), 2000)
  eq((select(2000, table.unpack(a))), 2000)
  raises("too many results to unpack", function() table.unpack({}, 1, 1e8) end)
  raises("too many results to unpack", function() table.unpack({}, 0, 2^31 - 1) end)
  raises("bad argument #1 to 'unpack' (table expected, got nil)", function() table.unpack(nil) end)
  raises("bad argument #2 to 'unpack' (number expected, got string)", function() table.unpack({}, "x") end)
end

-- sort
do
  local function check(t, f) f = f or function(x, y) return x < y end for n = #t, 2, -1 do
  assert(not f(t[n], t[n - 1])) end end
  local a = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"} table.sort(a)
  check(a) eq(a[1], "Apr")
  a = {} for i = 1, 300 do a[i] = (i * 7919) % 307 end table.sort(a) check(a) table.sort(a) check(a)
  table.sort(a, function(x, y) return y < x end) check(a, function(x, y) return y < x end) eq(#a, 300)
  a = {} for i = 1, 100 do a[i] = false end table.sort(a, function() return nil end)
  check(a, function() return nil end) a = {} table.sort(a) eq(#a, 0) a = {1} table.sort(a) eq(a[1], 1)
  a = {3, 1, 2} table.sort(a, nil) eq(table.concat(a), "123") a = {1.5, -1, 1e10, 0} table.sort(a)
  eq(table.concat(a, ","), "-1,0,1.5,10000000000") a = {"10", "9", "1"} table.sort(a)
  eq(table.concat(a, ","), "1,10,9")
  local mt = {__lt = function(x, y) return x.v < y.v end} a = {} for i, v in ipairs {3, 1, 2} do
  a[i] = setmetatable({v = v}, mt) end table.sort(a) eq(a[1].v * 100 + a[2].v * 10 + a[3].v, 123)
  eq(select("#", table.sort({2, 1})), 0) raises("attempt to compare", function() table.sort({1, "x"}) end)
  raises("attempt to compare", function() table.sort({1, 2, {}}) end)
  raises("in comparator", function() table.sort({2, 1, 3}, function() error("in comparator") end) end)
  raises("bad argument #1 to 'sort' (table expected, got nil)", function() table.sort(nil) end)
  raises("bad argument #2 to 'sort' (function expected, got table)", function() table.sort({1, 2}, {}) end)
end

-- constructors and length
do
  local t = {1, 2, 3, nil} eq(#t, 3) t = {[1] = "a", [2] = "b"} eq(#t, 2) t = {10, 20, [2] = 99} eq(t[2], 20)
  t = {n = 1, ["x y"] = 2, [3] = 3, 4} eq(t.n + t["x y"] + t[3] + t[1], 10) eq(#{}, 0) eq(#{n = 1}, 0)
  eq(#{(function() return 1, 2, 3 end)()}, 3) eq(#{(function() return 1, 2, 3 end)(), 9}, 2)
  eq(#{((function() return 1, 2 end)())}, 1) t = {} for i = 1, 1000 do t[i] = i end eq(#t, 1000)
  for i = 1000, 501, -1 do t[i] = nil end eq(#t, 500) t = {1, 2; 3} eq(#t, 3) t = {{}, {{}}}
  eq(type(t[2][1]), "table") t = {f = function() return 5 end} eq(t.f(), 5)
  local big = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
  28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55}
  eq(#big, 55) eq(big[51], 51)
end

-- traversal
do
  local t, n = {1, 2, 3, x = 4, y = 5, [10] = 6, [1.5] = 7, [true] = 8}, 0 for k, v in pairs(t) do n = n + v
  eq(t[k], v) end eq(n, 36) n = 0 for i, v in ipairs({1, 2, nil, 4}) do n = n + v end eq(n, 3) eq(next({}), nil)
  eq(next({5}), 1) eq(select(2, next({5})), 5) eq(next({5}, 1), nil)
  for k in pairs(t) do t[k] = nil end eq(next(t), nil) t = {} for i = 1, 50 do t["k" .. i] = i end n = 0
  for k, v in pairs(t) do t[k] = v + 1 n = n + 1 end eq(n, 50) eq(t.k50, 51) n = 0 for k in next, t do n = n + 1 end
  eq(n, 50) for i = 1, 49 do t["k" .. i] = nil end eq(next(t), "k50")
  raises("bad argument #1 to 'pairs' (table expected, got nil)", function() for k in pairs(nil) do end end)
  raises("bad argument #1 to 'ipairs' (table expected, got no value)", function() for k in ipairs() do end end)
  raises("bad argument #1 to 'next' (table expected, got nil)", function() local x = next(nil) end)
  raises("attempt to call", function() for k in nil do end end)
  local p = setmetatable({}, {__pairs = function(x) return function(_, k) if not k then return 1, "only" end end, x,
  nil end}) for k, v in pairs(p) do eq(k, 1) eq(v, "only") end n = 0 for i, v in ipairs(setmetatable({}, {__ipairs =
  function(x) return function(_, i) if i < 3 then return i + 1, i end end, x, 0 end})) do n = n + v end eq(n, 3)
end

-- a list is as long as __len says
do
  local function long(n, t) return setmetatable(t, {__len = function() return n end}) end
  local t = long(3, {"a", "b", "c", "d", "e"}) eq(table.concat(t), "abc") eq(table.concat(t, "", 1, 5), "abcde")
  eq(select("#", table.unpack(t)), 3) eq(select("#", table.unpack(t, 1, 5)), 5)
  table.insert(t, "x") eq(rawget(t, 4), "x") eq(rawget(t, 5), "e") eq(rawlen(t), 5)
  table.insert(t, 2, "y") eq(table.concat(t, "", 1, 5), "aybce") raises("position out of bounds", function()
  table.insert(t, 5, "z") end) eq(table.remove(t, 1), "a") eq(table.concat(t, "", 1, 2), "yb") eq(rawget(t, 3), nil)
  t = long(5, {1, 2}) t[5] = 5 eq(table.remove(t), 5) eq(rawget(t, 5), nil) eq(table.remove(t, 1), 1)
  eq(rawget(t, 1), 2)
  t = long(3, {5, 4, 3, 2, 1}) table.sort(t) eq(table.concat(t, "", 1, 5), "34521") t = long(4, {3, 1})
  raises("attempt to compare", function() table.sort(t) end) t[4], t[3] = 0, 2 eq(rawlen(t), 4) t = long(3, {[2] = 1,
  [3] = 0, [1] = 2}) table.sort(t, function(a, b) return a < b end) eq(table.concat(t), "012")
  t = long("2", {1, 2}) eq(table.concat(t), "12")
  t = long("x", {}) raises("object length is not a number", function() table.sort(t) end)
  raises("object length is not a number", function() table.insert(t, 1) end) eq(select("#", table.unpack(t, 1, 2)), 2)
  t = long(0, {1, 2}) eq(table.concat(t), "") eq(table.remove(t), nil) t = setmetatable({}, {__len = function()
  error("no length") end}) raises("no length", function() table.concat(t) end) eq(table.concat(t, "", 1, 0), "")
  raises("bad argument #2 to 'sort' (function expected, got table)", function() table.sort(long(2, {1, 2}), {}) end)
  eq(pcall(table.insert, long(1, {}), 9, 9), false) t = setmetatable({3, 1, 2}, {}) table.sort(t)
  eq(table.concat(t), "123")
end
