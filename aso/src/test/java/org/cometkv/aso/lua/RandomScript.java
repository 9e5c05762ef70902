package org.cometkv.aso.lua;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cometkv.aso.Event;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;

/**
 * A script of random acts on its state, its globals and its variables, and the events that ask for them.
 *
 * <p>What the acts do depends on the numbers of the event and of the statement alone.
 */
final class RandomScript {

    static final int ACTS = 12;

    private static final int STATEMENTS_MAX = 7;
    private static final int DEPTH_MAX = 2;
    private static final int NUMBERS = 50;
    private static final Pattern PLACE = Pattern.compile("@([A-Z])");

    private static final String BODY = """
            local fields = { "a", "b", "c", "d", "e" }
            aso.a, aso.b, aso.c, aso.d, aso.e = { 1, 2, 3 }, { x = 1, y = 2 }, {}, { 5, nil, 7 }, { "p", "q" }
            aso.n = 0
            local kept, inner, frozen, key_table = aso.a, {}, { 1, { 2 }, x = "f" }, {}
            aso.b.inner, aso.keyed = inner, { [key_table] = "by a table" }
            local metas = { { __index = { z = 1 } }, { __index = function(t, k) return k end },
              { __len = function() return 2 end }, { __eq = function() return true end },
              { __newindex = function(t, k, v) rawset(t, k, v) end }, frozen }
            local one, two, n, who, acts = 0, {}, 0, nil, {}
            g1, g2 = 1, {}
            _G[1], _G[2], _G[3], _G[-1] = "l1", "l2", "l3", "l0"
            local keys = { 1, 2, 3, 4, 5, 8, 20, 0, -1, 0.5, -2.5, 2^40, 1e300, true, false, "x", "y", "k1", "1", "",
              ("long"):rep(8) .. "a", ("long"):rep(8) .. "b", ("L"):rep(300), key_table, string.lower, print, 1/0 }
            local function key(i)
              i = (i + n) % (#keys + 3)
              return keys[i] or i == 0 and who or i == 1 and acts[2] or "other"
            end
            local function tab(i)
              local name = fields[i % #fields + 1]
              if type(aso[name]) ~= "table" then aso[name] = {} end
              return aso[name]
            end
            local function val(i)
              i = (i + n) % 24
              if i < 9 then return keys[i * 2 + 1] end
              if i == 9 then return {} elseif i == 10 then return { 1, 2, { x = 1 } }
              elseif i == 11 then return { k1 = { 1 } }
              elseif i == 12 then return tab(n) elseif i == 13 then return frozen elseif i == 14 then return frozen[2]
              elseif i == 15 then return kept elseif i == 16 then return inner elseif i == 17 then return acts[1]
              elseif i == 18 then return who elseif i == 19 then return ("v"):rep(40 + n)
              elseif i == 20 then return n + 0.5 elseif i == 21 then return { n, n + 1, nil, n } end
              return "v" .. i
            end
            local out
            local function show(v)
              if type(v) == "string" and #v > 20 then return #v .. v:sub(-2) end
              return tostring(v)
            end
            local function say(...)
              for i = 1, select("#", ...) do out[#out + 1] = show((select(i, ...))) end
            end
            local function order(t)
              local s = {}
              for k, v in pairs(t) do s[#s + 1] = show(k) .. "=" .. show(v) end
              return table.concat(s, ",", 1, math.min(#s, 60))
            end
            local function before(a, b) return show(a) < show(b) end
            local function run(caller, request)
              who, out, n = caller, {}, type(request) == "table" and request[2] or 0
              acts[type(request) == "table" and request[1] or 1](n)
              return table.concat(out, " ")
            end
            function aso:onGet(caller, request) return run(caller, request) end
            function aso:onRemove(caller, request) return run(caller, request) == "" end
            function aso:onTimer(name) return run(nil, { #name, 3 }) end
            """;

    private static final List<String> STATEMENTS = List.of(
            "@T[@K] = @V",
            "@T[@K] = @V",
            "@T[@K] = @V",
            "@T[@K] = nil",
            "@T[@K] = nil",
            "do local t, k = @T, @K local v = t[k] t[k] = nil t[k] = v end",
            "do local t, k = @T, @K local v = t[k] t[k] = nil @W t[k] = v end",
            "table.insert(@T, @V)",
            "do local t = @T table.insert(t, math.min(@N, #t + 1), @V) end",
            "do local t = @T if #t > 0 then table.remove(t, math.min(@N, #t)) end end",
            "table.remove(@T)",
            "table.sort(@T, before)",
            "table.sort(@T, function(a, b) one = one + 1 return show(a) > show(b) end)",
            "setmetatable(@T, metas[@N])",
            "setmetatable(@T, nil)",
            "aso.@F = nil",
            "aso.@F = @V",
            "aso.@F = @T",
            "aso.@F = { @V, @V, x = @V }",
            "do local held = @T aso.@F = nil @W held.x = @V aso.@F = held end",
            "do local held = @T aso.@F = nil @W for k in pairs(held) do held[k] = nil end aso.@F = held end",
            "do local t = @T for i = 1, @M do t['k' .. i] = i end end",
            "do local t = @T for i = 1, @M do t['k' .. i] = nil end end",
            "do local t = @T for i = 1, @M do t[#t + 1] = @V end end",
            "do local t = @T for i = #t, 1, -1 do t[i] = nil end end",
            "do local t = @T t[#t + 3] = @V t[#t + 2] = 1 end",
            "do local t = @T t[#t] = nil end",
            "do local t = @T for k in pairs(t) do if #show(k) % 2 == 0 then t[k] = nil end end end",
            "do local t, i = @T, 0 for k in pairs(t) do t[k] = nil i = i + 1 if i > 3 then break end @W end end",
            "g1 = @V",
            "g2 = nil",
            "do local was = g1 g1 = nil g1 = was end",
            "_G['g' .. @N] = @V",
            "_G[@N] = @V",
            "_G[@N] = nil",
            "_G[@K] = 1",
            "say(order(_G))",
            "say(g1 ~= nil, g2 ~= nil, #_G, one)",
            "one = one + @N",
            "two = { one, two[1] }",
            "say(pcall(function() two[1] = @N end))",
            "do local f = function() one = one + 1 return one end say(f(), f()) end",
            "say(math.random(100))",
            "say(math.random())",
            "say(comet.after('t' .. @N, @N + 1))",
            "comet.cancel('t1')",
            "comet.publish(@N)",
            "say(comet.put(comet.key(1), 'x'))",
            "pcall(function() @S @S error('e' .. @N) end)",
            "say(pcall(function() @S @S end))",
            "@W",
            "@W say(#order(@T))",
            "say(#(comet.lookup(comet.key(2)) or {}))",
            "do local r = comet.get() if r and r[1] then aso.@F = r[1].node aso.e = r[2].value end end",
            "aso.@F = who",
            "@T[who or 1] = @V",
            "kept.x = @V",
            "kept, aso.a = {}, nil",
            "do local was = kept kept = nil aso.a = nil @W kept = was end",
            "inner, aso.b, aso.back = nil, nil, nil",
            "do local held = @T aso.@F = nil @W inner.held = held end",
            "setmetatable(_G, metas[@N])",
            "kept[#kept + 1] = @N",
            "inner[@K] = @V",
            "aso.b = nil",
            "aso.back = kept",
            "aso.back = inner",
            "aso.back = nil",
            "aso.text = ('s'):rep(@N * 3000)",
            "aso.text = nil",
            "aso.deep = { aso.deep }",
            "aso.deep = nil",
            "aso.timer = 60 + @N",
            "aso.timer = nil",
            "aso.act = acts[@N]",
            "say((aso.up or tostring)('up'), order(@T))",
            "say(order(@T))",
            "say(next(@T))",
            "say(select('#', table.unpack(@T)))",
            "aso.@F = { table.unpack(@T) }",
            "aso.n = aso.n + 1",
            "aso.n = nil aso.n = @N");

    /** What ends an event badly; few, so that most end well. */
    private static final List<String> FAILURES = List.of(
            "error('failed ' .. @N)",
            "while true do one = one + 1 end",
            "do local s = '' while true do s = s .. 'xxxxxxxxxxxxxxxx' .. s end end",
            "aso.@F = function() end",
            "aso.@F = { { string } }",
            "setmetatable(@T, {})",
            "aso.timer = {}",
            "aso.text = ('s'):rep(110000)");

    private final Random random;

    private RandomScript(Random random) {
        this.random = random;
    }

    static Script of(Random random) {
        RandomScript made = new RandomScript(random);
        StringBuilder text = new StringBuilder(BODY);
        text.append(random.nextInt(4) == 0 ? "aso.up = string.upper\n" : "");
        for (int act = 1; act <= ACTS; act++) {
            text.append("acts[").append(act).append("] = function(n)\n");
            for (int left = 1 + random.nextInt(STATEMENTS_MAX); left > 0; left--) {
                text.append("  ").append(made.statement(0)).append('\n');
            }
            text.append(random.nextInt(8) == 0 ? "  " + made.filled(OddValues.pick(random, FAILURES), 0) + "\n" : "");
            text.append("end\n");
        }
        return Script.of(text.toString());
    }

    /** An event that asks for a random act with a random number. */
    static Event event(Random random) {
        int act = 1 + random.nextInt(ACTS);
        Value request = Value.list(Value.of(act), Value.of(random.nextInt(NUMBERS)));
        return switch (random.nextInt(12)) {
            case 0 -> new Event.Remove(HostileNode.caller(), request);
            case 1 -> new Event.Timer(Optional.of("t".repeat(act)));
            default -> new Event.Get(HostileNode.caller(), request);
        };
    }

    private String statement(int depth) {
        return filled(OddValues.pick(random, STATEMENTS), depth);
    }

    private String filled(String template, int depth) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(part(place.group(1), depth)));
    }

    private String part(String name, int depth) {
        return switch (name) {
            case "T" -> "tab(" + random.nextInt(5) + ")";
            case "K" -> "key(" + random.nextInt(30) + ")";
            case "V" -> "val(" + random.nextInt(24) + ")";
            case "N" -> Integer.toString(1 + random.nextInt(7));
            case "M" -> Integer.toString(random.nextInt(10) == 0 ? 300 : 1 + random.nextInt(30));
            case "F" -> String.valueOf((char) ('a' + random.nextInt(5)));
            case "W" -> random.nextInt(3) == 0 ? "comet.get()" : "";
            case "S" -> depth < DEPTH_MAX ? statement(depth + 1) : "one = one + 1";
            default -> throw new IllegalArgumentException("there is no part " + name);
        };
    }
}
