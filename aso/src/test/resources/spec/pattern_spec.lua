-- find, match, gmatch and gsub: Lua 5.2 semantics. Runs in the original as well.
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
local function whole(s, p) local i, e = s:find(p) return i and s:sub(i, e) end

-- find and match
eq(values((""):find("")), "1,0") eq(values(("alo"):find("")), "1,0")
eq(values(("a\0o a\0o a\0o"):find("a", 1)), "1,1")
eq(values(("a\0o a\0o a\0o"):find("a\0o", 2)), "5,7") eq(values(("a\0o a\0o a\0o"):find("a\0o", 9)), "9,11")
eq(values(("a\0a\0a\0a\0\0ab"):find("\0ab", 2)), "9,11")
eq(values(("a\0a\0a\0a\0\0ab"):find("b")), "11,11") eq(("a\0a\0a\0a\0\0ab"):find("b\0"), nil)
eq((""):find("\0"), nil) eq(values(("alo123alo"):find("12")), "4,5")
eq(("alo123alo"):find("^12"), nil) eq(values(("alo123alo"):match(".*")), "alo123alo")
eq(whole("aaab", ".*b"), "aaab") eq(whole("aaa", ".*a"), "aaa") eq(whole("aaa", ".*b"), nil)
eq(whole("aaab", ".+b"), "aaab") eq(whole("aaa", ".+a"), "aaa") eq(whole("aaa", ".+b"), nil)
eq(whole("aaab", ".?b"), "ab") eq(whole("aaa", ".?a"), "aa")
eq(whole("aloALO", "%l*"), "alo") eq(whole("aLo_ALO", "%a*"), "aLo")
eq(whole("  \n\r*&\n\r   xuxu  \n\n", "%g%g%g+"), "xuxu") eq(whole("aaab", "a*"), "aaa")
eq(whole("aaa", "^.*$"), "aaa") eq(whole("aaa", "b*"), "") eq(whole("aaa", "ab*a"), "aa")
eq(whole("aba", "ab*a"), "aba") eq(whole("aaab", "a+"), "aaa")
eq(whole("aaab", "^.+$"), "aaab") eq(whole("aaa", "b+"), nil) eq(whole("aaa", "ab+a"), nil)
eq(whole("aba", "ab+a"), "aba") eq(whole("a$a", ".$"), "a")
eq(whole("a$a", ".%$"), "a$") eq(whole("a$a", ".$."), "a$a") eq(whole("a$a", "$$"), nil) eq(whole("a$b", "a$"), nil)
eq(whole("a$a", "$"), "") eq(whole("", "b*"), "")
eq(whole("aaa", "bb*"), nil) eq(whole("aaab", "a-"), "") eq(whole("aaa", "^.-$"), "aaa")
eq(whole("aabaaabaaabaaaba", "b.*b"), "baaabaaabaaab")
eq(whole("aabaaabaaabaaaba", "b.-b"), "baaab") eq(whole("alo xo", ".o$"), "xo")
eq(whole(" \n isto \xe9 assim", "%S%S*"), "isto") eq(whole(" \n isto \xe9 assim", "%S*$"), "assim")
eq(whole(" \n isto \xe9 assim", "[a-z]*$"), "assim") eq(whole("um caracter ? extra", "[^%sa-z]"), "?")
eq(whole("", "a?"), "") eq(whole("\xe1", "\xe1?"), "\xe1")
eq(whole("\xe1bl", "\xe1?b?l?"), "\xe1bl") eq(whole("  \xe1bl", "\xe1?b?l?"), "") eq(whole("aa", "^aa?a?a"), "aa")
eq(whole("]]]\xe1b", "[^]]"), "\xe1") eq(whole("0alo alo", "%x*"), "0a") eq(whole("alo alo", "%C+"), "alo alo")
eq(("alo xyzK"):match("(%w+)K"), "xyz") eq(("254 K"):match("(%d*)K"), "") eq(("alo "):match("(%w*)$"), "")
eq(("alo wo"):match("(%w+)$"), "wo") eq(("x"):match("y"), nil)
eq(values(("key = val"):match("(%w+)%s*=%s*(%w+)")), "key,val") eq(values(("abc"):find("(b)(c)")), "2,3,b,c")
eq(values(("abc"):find("b()")), "2,2,3")
eq(values(("2024-05-06"):match("(%d+)-(%d+)-(%d+)")), "2024,05,06")
eq(values(("abc"):match("()a()b()c()")), "1,2,3,4") eq(("  x "):match("^%s*(.-)%s*$"), "x")
eq(values(("aaa"):match("((a)(a)(a))")), "aaa,a,a,a") eq(("abc"):match("b", 3), nil) eq(("abc"):match("c", -1), "c")
eq(("abc"):match("", 4), "") eq(("abc"):match("", 5), nil)
eq(("0123456789"):match("(.+(.?)())", 1) ~= nil, true) eq(values(("abc"):match("^(a)(.*)$")), "a,bc")

-- position captures, back references, balance, frontier
do local function f1(s, p) p = p:gsub("%%([0-9])", function(x) return "%" .. (x + 1) end) p = p:gsub("^(^?)",
  "%1()", 1) p = p:gsub("($?)$", "()%1", 1)
  local t = {s:match(p)} return s:sub(t[1], t[#t] - 1) end
eq(f1("alo alx 123 b\0o b\0o", "(..*) %1"), "b\0o b\0o") eq(f1("axz123= 4= 4 34", "(.+)=(.*)=%2 %1"), "3= 4= 4 3")
eq(f1("=======", "^(=*)=%1$"), "=======") end
eq(("=========="):match("^([=]*)=%1$"), nil) eq(("abab"):match("(ab)%1"), "ab") eq(("aXbX"):match("(%u).-%1"), "X")
eq(("''x''"):match("(['\"])%1"), "'")
eq(("say \"hi'\""):match("([\"'])(.-)%1"), '"') eq(select(2, ("say \"hi'\""):match("([\"'])(.-)%1")), "hi'")
eq(("f(a(b)c)d"):match("%b()"), "(a(b)c)") eq(("((("):match("%b()"), nil) eq(("<<a>>"):match("%b<>"), "<<a>>")
eq(("alo 'oi' alo"):gsub("%b''", '"'), 'alo " alo') eq(("x|y|z"):match("%b||"), "|y|")
eq(("aaa aa a aaa a"):gsub("%f[%w]%a", "x"), "xaa xa x xaa x")
eq(("[[]] [][] [[[["):gsub("%f[[].", "x"), "x[]] x]x] x[[[") eq(("01abc45de3"):gsub("%f[%d]", "."), ".01abc.45de.3")
eq(("01abc45 de3x"):gsub("%f[%D]%w", "."), "01.bc45 de3.") eq(("function"):gsub("%f[\1-\255]%w", "."), ".unction")
eq(("function"):gsub("%f[^\1-\255]", "."), "function.")
eq(("a"):find("%f[a]"), 1) eq(("a"):find("%f[^%z]"), 1) eq(("a"):find("%f[^%l]"), 2) eq(("aba"):find("%f[a%z]"), 3)
eq(("aba"):find("%f[%z]"), 4) eq(("aba"):find("%f[%l%z]"), nil)
eq(("aba"):find("%f[^%l%z]"), nil) eq((" alo aalo allo"):find("%f[%S].-%f[%s].-%f[%S]"), 2)
eq(("THE (quick) fox"):find("%f[%a]%a+%f[%A]"), 1)

-- classes and sets
local function strset(p)
  local res = {s = ""}
  string.gsub((function() local t = {} for i = 0, 255 do t[i + 1] = string.char(i) end return table.concat(t)
  end)(), p, function(c) res.s = res.s .. c end)
  return res.s
end
eq(#strset("."), 256) eq(#strset("[\200-\210]"), 11) eq(strset("[a-z]"), "abcdefghijklmnopqrstuvwxyz")
eq(strset("[a-z%d]"), strset("[%da-uu-z]")) eq(strset("[a-]"), "-a")
eq(strset("[^%W]"), strset("[%w]")) eq(strset("[]%%]"), "%]") eq(strset("[a%-z]"), "-az")
eq(strset("[%^%[%-a%]%-b]"), "-[]^ab") eq(strset("%Z"), strset("[\1-\255]")) eq(#strset("[\1-\255%z]"), 256)
eq(strset("%s"), "\9\10\11\12\13 ") eq(strset("%x"), "0123456789ABCDEFabcdef") eq(#strset("%c"), 33)
eq(#strset("%p"), 32) eq(#strset("%w"), 62) eq(#strset("%g"), 94) eq(strset("%d"), "0123456789")
eq(#strset("%a"), 52) eq(#strset("%l"), 26) eq(#strset("%u"), 26) eq(#strset("%A"), 204) eq(#strset("%S"), 250)
eq(#strset("[^a]"), 255) eq(strset("[+--]"), "+,-") eq(strset("[%a-z]"), strset("[%az-]"))
eq(strset("[]]"), "]") eq(strset("[^]]"), strset("[^%]]")) eq(strset("[--/]"), "-./") eq(strset("%."), ".")
eq(strset("[.]"), ".") eq(strset("[%.]"), ".")

-- gsub
eq(values(("hello world"):gsub("o", "0")), "hell0 w0rld,2") eq(values(("hello"):gsub("", "-")), "-h-e-l-l-o-,6")
eq(values(("abc"):gsub("%w", "%0%0")), "aabbcc,3") eq(values(("abc"):gsub("%w", "%%%0", 2)), "%a%bc,2")
eq(("\xfclo \xfclo"):gsub("\xfc", "x"), "xlo xlo") eq(("alo \xfalo  "):gsub(" +$", ""), "alo \xfalo")
eq(("  alo alo  "):gsub("^%s*(.-)%s*$", "%1"), "alo alo") eq(("alo  alo  \n 123\n "):gsub("%s+", " "), "alo alo 123 ")
eq(("abc\xe7d"):gsub("(.)", "%1@"), "a@b@c@\xe7@d@") eq(("abc\xe7d"):gsub("(.)", "%0@", 2), "a@b@c\xe7d")
eq(("abc\xe7d"):gsub("()", "%1"), "1a2b3c4\xe75d6")
eq(("abc=xyz"):gsub("(%w*)(%p)(%w+)", "%3%2%1-%0"), "xyz=abc-abc=xyz")
eq(("abc"):gsub("%w", "%1%0"), "aabbcc") eq(("abc"):gsub("%w+", "%0%1"), "abcabc")
eq(("\xe1\xe9\xed"):gsub("$", "\0\xf3\xfa"), "\xe1\xe9\xed\0\xf3\xfa") eq((""):gsub("^", "r"), "r")
eq((""):gsub("$", "r"), "r")
eq(("um (dois) tres (quatro)"):gsub("(%(%w+%))", string.upper), "um (DOIS) tres (QUATRO)")
eq(("first second word"):gsub("%w+", function(w) return w:upper() end), "FIRST SECOND WORD")
eq(("abc"):gsub("%w", function() return nil end), "abc") eq(("abc"):gsub("%w", function() return false end), "abc")
eq(("abc"):gsub("%w", function() end), "abc") eq(("abc"):gsub("b", function() return 7 end), "a7c")
eq(("a1b2"):gsub("(%a)(%d)", function(a, d) return d .. a end), "1a2b")
eq(("abc"):gsub("()", function(i) return i end), "1a2b3c4")
eq(("$name is $age"):gsub("%$(%w+)", {name = "Bo", age = 3}), "Bo is 3")
eq(("abc"):gsub("%w", {a = "1", b = true == false}), "1bc") eq(("abc"):gsub(".", {a = 1, c = 3}), "1b3")
eq(("abc"):gsub("(a)(b)", {a = "x"}), "xc") eq(("abc"):gsub("()b", {[2] = "two"}), "atwoc")
eq(("abc"):gsub("%w", setmetatable({}, {__index = function(_, k) return k .. k end})), "aabbcc")
eq(("ab"):gsub(".", setmetatable({}, {__index = {a = "A"}})), "Ab") eq(values(("aaa"):gsub("a", "b", 0)), "aaa,0")
eq(("ab"):gsub(".", setmetatable({}, {__index = "a string, indexed as strings are"})), "ab")
raises("invalid replacement value (a function)", function() return ("len"):gsub("len", setmetatable({}, {__index = ""})) end)
eq(values(("aaa"):gsub("a", "b", 2.0)), "bba,2") eq(values(("aaa"):gsub("^a", "b")), "baa,1")
eq(values(("x y"):gsub("%s", "")), "xy,1") eq(values(("abc"):gsub("b", 5)), "a5c,1")
eq(values(string.gsub(121, 1, 2)), "222,2")
eq(("hello"):gsub("l*", "x"), "xhxexxox") eq(("a,b,,c"):gsub(",", ";"), "a;b;;c")
eq(values(("abc d"):gsub("%w*", "x")), "xx xx,4")
do
  local t = {}
  ("one two three"):gsub("%a+", function(w) t[#t + 1] = w end)
  eq(table.concat(t, "-"), "one-two-three")
  local order = {}
  local r = ("abc"):gsub(".", function(c) order[#order + 1] = c return (("xyz"):gsub("y", c)) end)
  eq(r, "xazxbzxcz") eq(table.concat(order), "abc")
end
do local function isbalanced(s) return not string.find(s:gsub("%b()", ""), "[()]") end
eq(isbalanced("(9 ((8))(\0) 7) \0\0 a b ()(c)() a"), true) eq(isbalanced("(9 ((8) 7) a b (\0 c) a"), false) end

-- gmatch
do
  local t = {} for w in ("one two  three"):gmatch("%a+") do t[#t + 1] = w end
  eq(table.concat(t, ","), "one,two,three")
  t = {} for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do t[#t + 1] = k .. v end eq(table.concat(t, ","), "a1,b2")
  t = {} for i in ("xuxx uu ppar r"):gmatch("()(.)%2") do t[#t + 1] = i end eq(table.concat(t, ","), "3,6,9")
  t = {} for i in ("abcde"):gmatch("()") do t[#t + 1] = i end eq(table.concat(t, ","), "1,2,3,4,5,6")
  t = {} for w in ("abc"):gmatch("x*") do t[#t + 1] = "[" .. w .. "]" end eq(table.concat(t), "[][][][]")
  t = {} for w in ("aab"):gmatch("a*") do t[#t + 1] = "[" .. w .. "]" end eq(table.concat(t), "[aa][][]")
  t = {} for w in ("^a^b"):gmatch("^a") do t[#t + 1] = w end eq(table.concat(t), "^a")
  local it = ("a b"):gmatch("%a") eq(it(), "a") eq(it(), "b") eq(it(), nil) eq(it(), nil)
  local one, two = ("ab"):gmatch("."), ("xy"):gmatch(".") eq(one(), "a") eq(two(), "x") eq(one(), "b") eq(two(), "y")
  eq(type(("x"):gmatch(".")), "function") for a, b in ("k=v"):gmatch("(.)=(.)") do eq(a, "k") eq(b, "v") end
end

-- limits and errors
eq(#(("a"):rep(30000)):match(".-$"), 30000) eq((("a"):rep(3000) .. "b"):match(".-b") ~= nil, true)
eq(#("a"):rep(100):match(("a?"):rep(100)), 100)
raises("pattern too complex", function() return ("a"):rep(300):match(("a?"):rep(250)) end)
raises("too many captures", function() return ("a"):rep(40):match(("(a)"):rep(33)) end)
eq(select("#", ("a"):rep(40):match(("(a)"):rep(32))), 32)
raises("malformed pattern (ends with '%')", function() return ("a"):find("%") end)
raises("malformed pattern (missing ']')", function() return ("a"):find("[a") end)
raises("malformed pattern (missing ']')", function() return ("a"):find("[]") end)
raises("malformed pattern (missing ']')", function() return ("a"):find("[^]") end)
raises("malformed pattern (missing ']')", function() return ("a"):find("[a%]") end)
raises("malformed pattern (missing ']')", function() return ("a"):find("[a%") end)
raises("unfinished capture", function() return ("a"):find("(a") end)
raises("invalid pattern capture", function() return ("a"):match("a)") end)
raises("invalid capture index", function() return ("a"):find("%1") end)
raises("missing '[' after '%f' in pattern", function() return ("a"):find("%fa") end)
raises("malformed pattern (missing arguments to '%b')", function() return ("a"):find("%b") end)
raises("malformed pattern (missing arguments to '%b')", function() return ("a"):gsub("%ba", "") end)
raises("invalid use of '%' in replacement string", function() return ("alo"):gsub(".", "%") end)
raises("invalid use of '%' in replacement string", function() return ("alo"):gsub(".", "%x") end)
raises("invalid capture index", function() return ("alo"):gsub(".", "%2") end)
raises("invalid capture index", function() return ("alo"):gsub("(%1)", "a") end)
raises("invalid capture index", function() return ("alo"):gsub("(%0)", "a") end)
raises("invalid replacement value (a table)", function() return ("alo"):gsub(".", {a = {}}) end)
raises("invalid replacement value (a function)", function() return ("alo"):gsub(".", function() return type end) end)
raises("invalid replacement value (a boolean)", function() return ("alo"):gsub(".", function() return true end) end)
raises("bad argument #3 to 'gsub' (string/function/table expected)", function() local s = string.gsub("a", "a") end)
raises("bad argument #3 to 'gsub' (string/function/table expected)", function() local s = string.gsub("a", "a", nil)
end)
raises("bad argument #3 to 'gsub' (string/function/table expected)", function() local s = string.gsub("a", "a",
true) end)
raises("bad argument #4 to 'gsub' (number expected, got string)", function() local s = string.gsub("a", "a", "",
"x") end)
raises("bad argument #2 to 'gsub' (string expected, got no value)", function() local s = string.gsub("a") end)
raises("bad argument #1 to 'gmatch' (string expected, got no value)", function() local s = string.gmatch() end)
raises("bad argument #2 to 'match' (string expected, got nil)", function() local s = string.match("a", nil) end)
raises("from the callback", function() return ("a"):gsub("a", function() error("from the callback") end) end)
local failing = setmetatable({}, {__index = function() error("from the index") end})
raises("from the index", function() return ("a"):gsub("a", failing) end)

-- gsub counts without a sign
eq(values(("abab"):gsub("a", "x", -1)), "xbxb,2")
eq(values(("abab"):gsub("a", "x", 0)), "abab,0")
eq(values(("abab"):gsub("a", "x", -2^31)), "xbxb,2")
