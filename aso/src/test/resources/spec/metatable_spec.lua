-- Metatables: Lua 5.2 semantics. Runs in the original as well.
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
-- arithmetic, in both orders
do
  local mt = {} for _, op in ipairs {"add", "sub", "mul", "div", "mod", "pow", "unm", "concat"}
  do mt["__" .. op] = function(a, b) return op .. ":" .. type(a) .. ":" .. type(b) end end
  local t = setmetatable({}, mt)
  eq(t + 1, "add:table:number") eq(1 + t, "add:number:table") eq(t - 1, "sub:table:number")
  eq("2" - t, "sub:string:table") eq(t * t, "mul:table:table") eq(t / 2, "div:table:number")
  eq(t % 2, "mod:table:number") eq(t ^ 2, "pow:table:number") eq(2 ^ t, "pow:number:table")
  eq(-t, "unm:table:table") eq(t .. "x", "concat:table:string") eq("x" .. t, "concat:string:table")
  eq(1 .. t, "concat:number:table") eq(t .. t, "concat:table:table")
  eq("a" .. "b" .. t, "aconcat:string:table") eq(t .. "a" .. "b", "concat:table:string") eq(nil == t, false)
  raises("attempt to perform arithmetic", function() return {} + 1 end)
  raises("attempt to concatenate", function() return {} .. "x" end)
  raises("attempt to perform arithmetic", function() return -{} end)
  local first = setmetatable({}, {__add = function() return "first" end})
  local second = setmetatable({}, {__add = function() return "second" end}) eq(first + second, "first")
  eq(second + first, "second") eq(1 + second, "second") eq({} + second, "second")
  local v = setmetatable({}, {__add = function() return 1, 2, 3 end}) eq(select("#", v + 1), 1)
  eq(values((v + 1)), "1") local none = setmetatable({}, {__add = function() end}) eq(none + 1, nil)
end

-- comparison
do
  local mt = {} mt.__lt = function(a, b) return (type(a) == "table" and a.v or a) < (type(b) == "table" and b.v or
  b) end mt.__le = function(a, b) return (type(a) == "table" and a.v or a) <= (type(b) == "table" and b.v or b) end
  mt.__eq = function(a, b) return a.v == b.v end
  local function n(v) return setmetatable({v = v}, mt) end eq(n(1) < n(2), true) eq(n(2) < n(1), false)
  eq(n(1) > n(2), false) eq(n(1) <= n(1), true) eq(n(2) >= n(1), true) eq(n(1) == n(1), true)
  eq(n(1) ~= n(1), false) eq(n(1) == n(2), false) eq(n(1) == 1, false) eq(1 < n(2), true) eq(n(2) < 3, true)
  eq("a" < setmetatable({v = "b"}, mt), true) eq(3 <= n(2), false)
  local lt = setmetatable({}, {__lt = function() return 1 end}) eq(lt < 1, true) eq(lt <= lt, false)
  eq(lt < lt, true) local no = setmetatable({}, {__lt = function() return nil end}) eq(no < no, false)
  eq(no <= no, true) raises("attempt to compare two table values", function() return {} < {} end)
  raises("attempt to compare two table values", function() return {} <= {} end)
  raises("attempt to compare table with number", function() return {} < 1 end)
  raises("attempt to compare number with nil", function() return 1 < nil end)
  local e1, e2 = setmetatable({}, {__eq = function() return true end}), setmetatable({}, {__eq = function()
  return true end}) eq(e1 == e2, false) if n(1) == n(1) then eq(1, 1) else error("condition") end if not (n(1) <
  n(2)) then error("condition") end local r = n(1) < n(2) and "yes" or "no" eq(r, "yes") eq(({} == nil), false)
end

-- index and newindex
do
  local t = setmetatable({}, {__index = {x = 1}}) eq(t.x, 1) eq(t.y, nil) t.x = 2 eq(t.x, 2)
  t = setmetatable({}, {__index = function(s, k) return k .. "!" end}) eq(t.abc, "abc!") eq(t[1], "1!")
  local last = setmetatable({b = 2}, {__index = function(_, k) return k end})
  local chain = setmetatable({}, {__index = setmetatable({a = 1}, {__index = last})}) eq(chain.a, 1) eq(chain.b, 2) eq(chain.c, "c")
  local store = {} t = setmetatable({}, {__newindex = store}) t.x = 5 eq(rawget(t, "x"), nil) eq(store.x, 5)
  local seen t = setmetatable({}, {__newindex = function(s, k, v) seen = k .. "=" .. tostring(v) end}) t.k = 1
  eq(seen, "k=1") t.k = nil eq(seen, "k=nil") rawset(t, "k", 3) t.k = 4 eq(seen, "k=nil") eq(t.k, 4)
  local proxy = setmetatable({}, {__index = function(_, k) return store[k] end, __newindex = function(_, k, v)
  store[k] = v end}) proxy.p = 9 eq(proxy.p, 9) eq(store.p, 9) local s = "abc" eq(s.upper(s), "ABC")
  raises("attempt to index", function() local x = nil return x.y end)
  raises("attempt to index", function() local x = 5 return x.y end)
  raises("attempt to index", function() local x = true x.y = 1 end)
  local loop = {} setmetatable(loop, {__index = loop})
  raises("loop in gettable", function() return loop.x end) setmetatable(loop, {__newindex = loop})
  raises("loop in settable", function() loop.x = 1 end) local count = 0
  local lazy = setmetatable({}, {__index = function(tt, k) count = count + 1 rawset(tt, k, k * 2) return k * 2 end})
  eq(lazy[4] + lazy[4], 16) eq(count, 1)
end

-- call, len, concat, tostring, metatable
do
  local c = setmetatable({}, {__call = function(self, ...) return self, select("#", ...), ... end})
  eq(select("#", c(1, nil, 3)), 5) eq((c()), c) eq(select(2, c(1, nil)), 2) eq(select(3, c("a")), "a")
  local cc = setmetatable({}, {__call = function(_, x) return x end}) eq(cc(7), 7) eq(pcall(cc, 7), true)
  eq(select(2, pcall(cc, 8)), 8) for x in setmetatable({}, {__call = function(_, _, k) if not k then return 1 end
  end}) do eq(x, 1) end
  local function tail(x) return cc(x) end eq(tail(3), 3) raises("(a table value)", function() local t = {} t() end)
  raises("attempt to call", function() local t = setmetatable({}, {__call = 5}) t() end)
  raises("attempt to call global 'nothing_here'", function() nothing_here() end)
  raises("attempt to call field 'nothing'", function() local t = {} t.nothing() end)
  raises("attempt to call method 'nothing'", function() local t = {} t:nothing() end)
  eq(#setmetatable({}, {__len = function() return 42 end}), 42) eq(#setmetatable({1, 2}, {}), 2)
  eq(#setmetatable({}, {__len = function() return "x" end}), "x")
  raises("attempt to get length", function() return #5 end)
  raises("attempt to get length", function() return #nil end)
  eq(("x"):rep(#setmetatable({}, {__len = function() return 3 end})), "xxx")
  local sort = setmetatable({3, 1, 2}, {__index = function() return nil end}) table.sort(sort) eq(sort[1], 1)
  eq(tostring(setmetatable({}, {__tostring = function() return "<T>" end})), "<T>")
  eq(getmetatable(setmetatable({}, {__metatable = false})), false) eq(getmetatable("x") ~= nil, true)
end

-- classes by metatables
do
  local Account = {} Account.__index = Account function Account.new(b) return setmetatable({balance = b}, Account)
  end function Account:deposit(n) self.balance = self.balance + n return self end
  local Special = setmetatable({}, {__index = Account}) Special.__index = Special function Special.new(b)
  local o = Account.new(b) return setmetatable(o, Special) end function Special:deposit(n)
  return Account.deposit(self, n * 2) end
  eq(Account.new(1):deposit(2).balance, 3) eq(Special.new(1):deposit(2):deposit(3).balance, 11)
  eq(getmetatable(Special.new(0)), Special) local Set = {} Set.__index = Set Set.__add = function(a, b)
  local r = setmetatable({}, Set) for k in pairs(a) do r[k] = true end for k in pairs(b)
  do r[k] = true end return r end local s = setmetatable({x = true}, Set) + setmetatable({y = true}, Set)
  eq(s.x and s.y, true) eq(s.z, nil)
end
