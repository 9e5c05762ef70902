-- goto, break and labels: Lua 5.2 semantics. Runs in the original as well.
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
-- continue
do local s = 0 for i = 1, 10 do if i % 2 == 0 then goto continue end s = s + i ::continue:: end eq(s, 25) end
do local s = 0 local i = 0 while i < 10 do i = i + 1 if i > 5 then goto next end s = s + i ::next:: end eq(s, 15) end
do local i = 0 repeat i = i + 1 if i == 3 then goto done end until i > 10 ::done:: eq(i, 3) end
do local n = 0 for i = 1, 3 do for j = 1, 3 do if j == 2 then goto outer end n = n + 1 end ::outer:: end eq(n, 3) end
do local n = 0 for i = 1, 3 do for j = 1, 3 do n = n + 1 if n == 4 then goto finished end end end ::finished::
  eq(n, 4) end

-- backwards
do local i = 1 ::top:: if i < 5 then i = i + 1 goto top end eq(i, 5) end
do local s, i = "", 0 ::again:: i = i + 1 s = s .. i if i < 3 then goto again end eq(s, "123") end
do local x ::l1:: ::l2:: if not x then x = true goto l1 end eq(x, true) end

-- a local declared after the label is new on each jump
do
  local first, count = true, 0
  ::l::
  local y
  eq(y, nil)
  y = 5
  count = count + 1
  if first then first = false goto l end
  eq(count, 2)
end
do local function f() local k = 0 ::l1:: k = k + 1 local z if z then return "stale" end z = k
  if k < 4 then goto l1 end return z end eq(f(), 4) end

-- closures get a variable of their own on each jump
do
  local a = {}
  do local i = 1 local k = 0 a[0] = function(y) k = y end
    ::l1:: do local x if i > 2 then goto l2 end a[i] = function(y) if y then
    x = y else return x + k end end i = i + 1 goto l1 end
  end
  ::l2:: a[1](10) a[2](20) eq(a[1](), 10) eq(a[2](), 20) eq(a[3], nil) a[0](13) eq(a[1](), 23) eq(a[2](), 33)
end
do local fs = {} local i = 0 ::more:: do local j = i fs[#fs + 1] = function() j = j + 1 return j end end i = i + 10
  if i < 30 then goto more end eq(fs[1](), 1) eq(fs[2](), 11) eq(fs[1](), 2) eq(fs[3](), 21) end

-- labels are not seen from functions inside, and may be used again elsewhere
do do goto l3 ::l3:: end do goto l3 ::l3:: end do ::l3:: end end
do local function f(x) if x == 1 then goto one elseif x == 2 then goto two else goto other end ::one::
  do return "one" end ::two:: do return "two" end ::other:: do return "other" end end eq(f(1), "one")
  eq(f(2), "two") eq(f(3), "other") end

-- a state machine
do
  local function accepts(s) local i = 0
    ::even:: i = i + 1 do local c = s:sub(i, i)
    if c == "" then return true elseif c == "a" then goto odd else goto even end end
    ::odd:: i = i + 1 do local c = s:sub(i, i)
    if c == "" then return false elseif c == "a" then goto even else goto odd end end
  end
  eq(accepts(""), true) eq(accepts("a"), false) eq(accepts("aa"), true) eq(accepts("bab"), false)
  eq(accepts("babab"), true)
end

-- break
do local n = 0 while true do n = n + 1 if n == 7 then break end end eq(n, 7) for i = 1, 10 do n = i
  if i == 3 then break end end eq(n, 3) repeat n = n + 1 if n == 5 then break end until false eq(n, 5)
  for k in pairs({1, 2, 3}) do n = k break end eq(n, 1) end
do local n = 0 for i = 1, 3 do while true do n = n + 1 break end end eq(n, 3) end
