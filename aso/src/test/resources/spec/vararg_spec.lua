-- Variable arguments: Lua 5.2 semantics. Runs in the original as well.
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
local function count(...) return select("#", ...) end
local function pass(...) return ... end
eq(count(), 0) eq(count(nil), 1) eq(count(nil, nil), 2) eq(count(1, 2, 3), 3) eq(count(pass()), 0)
eq(count(pass(nil)), 1) eq(count(pass(1, 2), pass(3, 4)), 3) eq(count((pass(1, 2))), 1) eq(count(pass(1, 2), nil), 2)
do local function f(a, ...) local x, y = ... return a, x, y, count(...) end eq(values(f(1)), "1,nil,nil,0")
  eq(values(f(1, 2)), "1,2,nil,1") eq(values(f(1, 2, 3, 4)), "1,2,3,3") eq(values(f()), "nil,nil,nil,0") end
do local function f(...) local t = {...} return #t, t[1] end eq(values(f(1, 2, 3)), "3,1") eq(values(f()), "0,nil")
  local function g(...) local t = {n = count(...), ...} return t.n, t[2] end eq(values(g(5, nil, 7)), "3,nil")
  local function h(...) return {..., "end"} end eq(#h(1, 2, 3), 2) eq(h(1, 2)[2], "end") end
do local function f(...) return (...) end eq(count(f(1, 2)), 1) eq(f(1, 2), 1) eq(f(), nil) local function g(...)
  local a, b, c = 0, ... return a, b, c end eq(values(g(1, 2, 3)), "0,1,2") end
do local function f(...) return ..., "last" end eq(values(f(1, 2, 3)), "1,last")
  local function g(...) return "first", ... end eq(values(g(1, 2)), "first,1,2") end
do local function f(a, b, ...) return a, b, ... end eq(values(f(1)), "1,nil") eq(values(f(1, 2, 3)), "1,2,3")
  eq(values(f(pass(1, 2, 3))), "1,2,3") eq(values(f("x", pass(1, 2, 3))), "x,1,2,3") end
do local function f(...) local function g(...) return count(...) end return g(...), g(), g(..., 1) end
  eq(values(f(1, 2, 3)), "3,0,2") end
do local function sum(...) local s = 0 for i = 1, select("#", ...) do s = s + (select(i, ...)) end return s end
  eq(sum(), 0) eq(sum(1, 2, 3), 6) eq(sum(table.unpack({1, 2, 3, 4})), 10) local function rec(n, ...)
  if n == 0 then return ... end return rec(n - 1, n, ...) end eq(values(rec(5)), "1,2,3,4,5") end
do local function f(...) for i, v in ipairs({...}) do if v == "x" then return i end end end eq(f(1, "x"), 2)
  eq(f(), nil) local t = {} local function g(...) t[#t + 1] = function() return 1 end return ... end eq(g(4), 4)
  eq(values(g(4, 5, 6)), "4,5,6") end
do local o = {f = function(self, ...) return self, ... end} eq(count(o:f(1, 2)), 3) eq(select(3, o:f(1, 2)), 2)
  local function first(...) return (select(1, ...)) end eq(first(9, 8), 9)
  eq(values(select(2, table.unpack({1, 2, 3}))), "2,3") end
do local t = {pass(1, 2, 3)} eq(#t, 3) t = {pass(1, 2, 3), 4} eq(#t, 2) t = {(pass(1, 2, 3))} eq(#t, 1)
  t = {pass(), pass(), 1} eq(t[3], 1) t = table.pack(pass(1, nil)) eq(t.n, 2) eq(count(table.unpack({}, 1, 5)), 5) end
do local t = {} for i = 1, 1000 do t[i] = i end eq(count(table.unpack(t)), 1000)
  eq((select("#", pass(table.unpack(t)))), 1000) eq(select(-1, table.unpack(t)), 1000)
  local function last(...) return (select(-1, ...)) end eq(last(table.unpack(t)), 1000)
  eq(math.max(table.unpack(t)), 1000) eq(#string.char(table.unpack(t, 1, 200)), 200) end
do local function f(a, b, c) return a, b, c end eq(values(f(1, 2, 3, 4, 5)), "1,2,3") eq(values(f(1)), "1,nil,nil")
  eq(count(f()), 3) eq(values(pcall(pass, 1, nil, 3)), "true,1,nil,3")
  eq(values(pcall(pcall, pass, 1)), "true,true,1") local ok, e = pcall(pass) eq(ok, true) eq(e, nil) end
do local function noargs() return count() end eq(noargs(1, 2, 3), 0) local function shadow(...)
  local count = count(...) return count end eq(shadow(1, 2), 2) end
