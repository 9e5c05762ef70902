package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.text.LuaStrings;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;

/** Scripts of random calls of library functions with odd arguments, each followed by an operator on odd operands. */
final class LibraryCalls {

    static final int ACTS = 10;

    private static final int CALLS_MAX = 10;
    private static final int LOOPED_MAX = 3;

    /** How many values of a script are chosen among some. */
    private static final int SOME = 8;

    /** Values about as large as an event can make them. */
    private static final List<String> LARGE = List.of(
            "('x'):rep(20000)",
            "('x'):rep(20000) .. 'y'",
            "('ab%'):rep(3000)",
            "('9'):rep(5000)",
            "('0'):rep(4000) .. 'x1'",
            "(function() local t = {} for i = 1, 1500 do t[i] = i end return t end)()",
            "(function() local t = {} for i = 1, 1500 do t[i] = 'x' .. i end return t end)()",
            "(function() local t = {} for i = 1, 600 do t['k' .. i] = i / 3 end return t end)()",
            "(function() local t = {} for i = 1, 900 do t[i] = i end for i = 1, 899 do t[i] = nil end return t end)()",
            "(function() local t = {} for i = 1, 180 do t = setmetatable({}, {__index = t}) end return t end)()",
            "(function() local t = {} for i = 1, 150 do t = { t } end return t end)()");

    private static final int VALUES = 24;
    private static final int ARGUMENTS_MAX = 4;

    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or");

    /** Ways to call f with arguments, and to use what it gives. */
    private static final List<String> CALLS = List.of(
            "r = @f(@a)",
            "r, s = @f(@a)",
            "r = { @f(@a) }",
            "@f(@a)",
            "r, s = pcall(@f, @a)",
            "r, s = pcall(@f, @a)",
            "r, s = pcall(@f, @a)",
            "r, s = pcall(pcall, @f, @a)",
            "r, s = pcall(@f, @a)",
            "r, s = xpcall(@f, @x, @a)",
            "r, s = pcall(function() return @f(@a) end)",
            "r, s = pcall(function() return (@f(@a)) end)",
            "r = select('#', pcall(@f, @a))",
            "pcall(function() for a, b in @f(@a) do r = a break end end)",
            "pcall(function() for a, b in @f, @x, @y do r, s = a, b break end end)",
            "pcall(table.sort, { 3, 1, 2, @x }, @f)",
            "r, s = pcall(string.gsub, 'a b c', '%a', @f)",
            "r, s = pcall(string.format, '%s %d', setmetatable({}, { __tostring = @f }), 1)",
            "r, s = pcall(function() return setmetatable({}, { __index = @f })[@x] end)",
            "r, s = pcall(function() return setmetatable({}, { __concat = @f }) .. @x end)",
            "r, s = pcall(function() return setmetatable({}, { __add = @f, __call = @f }) + @x end)",
            "r, s = pcall(function() return setmetatable({}, { __lt = @f }) < @x end)",
            "r, s = pcall(function() return #setmetatable({}, { __len = @f }) end)",
            "r, s = pcall(setmetatable({}, { __call = @f }), @a)",
            "aso.t[1 + n % 3] = r",
            "aso.kept = @x",
            "pcall(function() aso.list[n] = @f(@a) end)",
            "g = r h = @x",
            "local was = seen seen = s",
            "r, s = pcall(@f, table.unpack({ @a }))");

    private static final List<String> OPERATIONS = List.of(
            "s = pcall(function() return @x @o @y end)",
            "s = pcall(function() return r @o @y end)",
            "s = pcall(function() return @x @o s end)",
            "s = pcall(function() if @x @o @y then return 1 end end)",
            "s = pcall(function() return -(@x) end)",
            "s = pcall(function() return not (@x) end)",
            "s = pcall(function() return #(@x) end)",
            "s = pcall(function() return (@x)[@y] end)",
            "s = pcall(function() local t = @x t[@y] = @x end)",
            "s = pcall(function() local t = @x t.x.y = 1 end)",
            "s = pcall(function() return (@x)(@y) end)",
            "s = pcall(function() return (@x):rep(@y) end)",
            "s = pcall(function() for i = @x, @y, @x do return i end end)",
            "s = pcall(function() return @x .. @y .. r end)",
            "s = pcall(function() return { [@x] = @y, @y } end)",
            "s = r @o s");

    private static final List<String> EXTRA = List.of(
            "caller", "caller.inbox", "node", "r", "s", "n", "frozen", "aso.t", "aso.list", "h", "self", "comet.key()");

    private static final List<String> TEXTS = joined(List.of(OddValues.TEXTS, OddValues.FORMATS, OddValues.PATTERNS));
    private static final List<String> TABLES = joined(List.of(OddValues.TABLES, OddValues.BROKEN_TABLES));

    private final Random random;
    private final List<String> functions = functions();
    private final Set<String> called = new TreeSet<>();

    LibraryCalls(Random random) {
        this.random = random;
    }

    private static List<String> joined(List<List<String>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** All library functions, by the names that scripts call them. */
    static List<String> functions() {
        List<String> names = new ArrayList<>();
        Table globals = Libraries.GLOBALS;
        for (int i = 0; i < globals.used; i++) {
            String name = LuaStrings.decode((LuaString) globals.keyAt(i));
            if (globals.valueAt(i) instanceof Table library) {
                for (int j = 0; j < library.used; j++) {
                    String inner = name + "." + LuaStrings.decode((LuaString) library.keyAt(j));
                    if (library.valueAt(j) instanceof LuaFunction) {
                        names.add(inner);
                    }
                }
            } else if (globals.valueAt(i) instanceof LuaFunction) {
                names.add(name);
            }
        }
        return names;
    }

    /** The names of the functions that the scripts made so far call. */
    Set<String> called() {
        return called;
    }

    /** A script whose gets repeat few calls until a limit ends them, with values that may be as large as any. */
    Script loop() {
        StringBuilder text = values(random.nextBoolean() ? LARGE : OddValues.TEXTS);
        text.append("function aso:onGet(caller)\n  local node, r, s = comet.lookup()[1]\n  while true do n = n + 1\n");
        for (int left = 1 + random.nextInt(LOOPED_MAX); left > 0; left--) {
            String line = filled(random.nextInt(4) > 0 ? CALLS : OPERATIONS);
            text.append(random.nextInt(3) > 0 ? "  pcall(function() " + line + " end)\n" : "  " + line + "\n");
        }
        return Script.of(text.append("  end\nend\n").toString());
    }

    /** The chunk that makes the values, a few of which are among some given. */
    private StringBuilder values(List<String> some) {
        StringBuilder text = new StringBuilder("""
                aso.t, aso.list, aso.n = { x = 1, y = { z = 2 } }, { 3, 1, 2 }, 0
                local frozen, seen, n, acts = { 1, { 2 } }, nil, 0, {}
                g, h = { 1 }, "h"
                local V = {}
                """);
        for (int i = 0; i < VALUES; i++) {
            String value = i < SOME ? OddValues.pick(random, some) : OddValues.any(random);
            text.append("V[").append(i).append("] = ").append(value).append('\n');
        }
        return text.append("local function v(i) return V[(i + n) % ")
                .append(VALUES)
                .append("] end\n");
    }

    Script script() {
        StringBuilder text = values(OddValues.NUMBERS);
        for (int act = 1; act <= ACTS; act++) {
            text.append("acts[").append(act).append("] = function(self, caller, node)\n  local r, s\n");
            for (int left = 1 + random.nextInt(CALLS_MAX); left > 0; left--) {
                text.append("  ").append(filled(CALLS)).append("\n  ");
                text.append(filled(OPERATIONS)).append('\n');
            }
            text.append(random.nextBoolean() ? filled(List.of("  return @f(@a)", "  return r, s", "  return @x")) : "");
            text.append("\nend\n");
        }
        text.append("function aso:onGet(caller, request) n = request[2] ");
        text.append("return acts[request[1]](self, caller, comet.lookup()[1]) end\n");
        return Script.of(text.toString());
    }

    private String filled(List<String> templates) {
        String template = OddValues.pick(random, templates);
        String function = OddValues.pick(random, functions);
        called.add(function);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            text.append(c == '@' ? part(template.charAt(++i), function) : c);
        }
        return text.toString();
    }

    private String part(char name, String function) {
        return switch (name) {
            case 'f' -> function;
            case 'a' -> arguments(function);
            case 'x', 'y' -> value();
            case 'o' -> OddValues.pick(random, OPERATORS);
            default -> throw new IllegalArgumentException("there is no part " + name);
        };
    }

    /** Of kinds that the function may take, as often as not: else most calls would end at their first argument. */
    private String arguments(String function) {
        boolean fits = random.nextBoolean();
        StringBuilder arguments = new StringBuilder(fits ? first(function) : value());
        for (int left = random.nextInt(ARGUMENTS_MAX); left > 0; left--) {
            arguments.append(", ").append(fits ? further(function) : value());
        }
        return arguments.toString();
    }

    private String first(String function) {
        return switch (library(function)) {
            case "string" -> OddValues.pick(random, function.equals("string.format") ? OddValues.FORMATS : TEXTS);
            case "math", "bit32" -> OddValues.pick(random, OddValues.NUMBERS);
            case "table" -> OddValues.pick(random, TABLES);
            case "comet" ->
                OddValues.pick(random, List.of("comet.key(1)", "caller.inbox", "self", "'name'", "{ 1 }", "3"));
            default -> OddValues.pick(random, random.nextBoolean() ? TABLES : OddValues.FUNCTIONS);
        };
    }

    private String further(String function) {
        return switch (library(function)) {
            case "string" -> OddValues.pick(random, random.nextInt(3) > 0 ? OddValues.PATTERNS : OddValues.NUMBERS);
            case "comet" -> OddValues.pick(random, List.of("5", "'x'", "{ x = 1 }", "{ node }", "node"));
            case "table" -> OddValues.pick(random, random.nextInt(3) > 0 ? OddValues.NUMBERS : OddValues.TEXTS);
            default -> OddValues.pick(random, OddValues.NUMBERS);
        };
    }

    private static String library(String function) {
        int dot = function.indexOf('.');
        return dot < 0 ? "" : function.substring(0, dot);
    }

    private String value() {
        return switch (random.nextInt(6)) {
            case 0 -> "(" + OddValues.any(random) + ")";
            case 1 -> OddValues.pick(random, EXTRA);
            case 2 -> OddValues.pick(random, OddValues.NUMBERS);
            default -> "v(" + random.nextInt(VALUES) + ")";
        };
    }
}
