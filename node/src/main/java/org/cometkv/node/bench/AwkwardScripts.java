package org.cometkv.node.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.cometkv.aso.Limits;

/** Scripts of the greatest length that are hard to compile; each returns before it does anything. */
final class AwkwardScripts {

    private static final int LENGTH = Limits.DEFAULTS.scriptBytes();

    /** The compiler takes no deeper nesting of expressions and blocks. */
    private static final int DEPTH = 180;

    private static final Map<String, String> ALL = all();

    private AwkwardScripts() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static String text(String name) {
        return ALL.get(name);
    }

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("functions", filled("x={", "function(a)end,", "}"));
        all.put("functions-in-functions", filled("", deep(60, "local function f(a)", "end ") + "\n", ""));
        all.put("upvalues", filled(variables(190) + "x={", "function()return v1,v95,v190 end,", "}"));
        all.put("names-through-functions", filled(levels(3, 60), "x=y y=x ", " end end end"));
        all.put("variables", filled("", "do " + variables(190) + "end ", ""));
        all.put("or-chain", filled("local a=a", " or a", ""));
        all.put("and-chain", filled("local a=a", " and a", ""));
        all.put("or-and-chain", filled("local a=a", " or a and a==a", ""));
        all.put("comparisons", filled("local a=a", " or a<a", ""));
        all.put("elseif-chain", filled("if a then", " elseif a then", " end"));
        all.put("gotos-to-one-label", filled("do ", "if a then goto b end ", " ::b:: end"));
        all.put("gotos-to-many-labels", numbered(i -> "goto a" + i + " ::a" + i + "::\n"));
        all.put("breaks", filled("while a do ", "if a then break end ", "end"));
        all.put("blocks", filled("", deep(DEPTH, "do ", "end ") + "\n", ""));
        all.put("loops", filled("", deep(40, "for i=1,2 do ", "end ") + "\n", ""));
        all.put("brackets", filled("", "x=" + "(".repeat(DEPTH) + "1" + ")".repeat(DEPTH) + " ", ""));
        all.put("tables-in-tables", filled("", "x=" + deep(DEPTH, "{", "}") + " ", ""));
        all.put("fields", filled("x={", "a=1,", "}"));
        all.put("elements", filled("x={", "1,", "}"));
        all.put("concat-chains", filled("local a ", "a=" + "a..".repeat(DEPTH) + "a ", ""));
        all.put("unary-chains", filled("", "x=" + "not ".repeat(DEPTH) + "x ", ""));
        all.put("arithmetic", filled("local a=a", "+a", ""));
        all.put("constant-folding", filled("local a=1", "*1.1", ""));
        all.put("calls", filled("a", "()", ""));
        all.put("indexes", filled("x=a", "[a.b]", ""));
        all.put("assignments", filled("", "x" + ",x".repeat(DEPTH) + "=1 ", ""));
        all.put("numerals", filled("", "x=0x1p-1074 ", ""));
        all.put("different-numerals", numbered(i -> "x=" + i + ".1e-300 "));
        all.put("different-names", numbered(i -> "a" + i + "=1 "));
        all.put("constants-of-one-hash", filledWith("x={", ofOneHash(), "}"));
        all.put("long-brackets", filled("x=[===[", "]] ]=] ]==] ]====]", "]===]"));
        all.put("levels-of-brackets", numbered(i -> "x=[" + "=".repeat(i % 90) + "[]" + "=".repeat(i % 90) + "]\n"));
        all.put("comments", filled("", "--[[]]", ""));
        all.put("lines", filled("", "\n", ""));
        all.put("escapes", filled("x=\"", "\\065\\x41\\z \\n", "\""));
        all.put("one-name", filled("", "a", "=1"));
        return all;
    }

    /** As often the same part as there is room for. */
    private static String filled(String before, String part, String after) {
        String begin = "do return end " + before;
        return begin + part.repeat((LENGTH - begin.length() - after.length()) / part.length()) + after;
    }

    private static String numbered(IntFunction<String> part) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            parts.add(part.apply(i));
        }
        return filledWith("", parts, "");
    }

    /** As many of these parts as there is room for. */
    private static String filledWith(String before, List<String> parts, String after) {
        StringBuilder text = new StringBuilder("do return end ").append(before);
        for (String part : parts) {
            if (text.length() + part.length() + after.length() > LENGTH) {
                break;
            }
            text.append(part);
        }
        return text.append(after).toString();
    }

    private static String deep(int depth, String open, String close) {
        return open.repeat(depth) + close.repeat(depth);
    }

    private static String variables(int count) {
        StringBuilder names = new StringBuilder("local v1");
        for (int i = 2; i <= count; i++) {
            names.append(",v").append(i);
        }
        return names.append(' ').toString();
    }

    private static String levels(int depth, int variables) {
        return (variables(variables) + "local function f() ").repeat(depth);
    }

    /** Strings of 32 bytes, of which the compiler's tables hash every second one: they differ in the others. */
    private static List<String> ofOneHash() {
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            StringBuilder digits = new StringBuilder();
            for (int rest = i, place = 0; place < 16; place++, rest /= 2) {
                digits.append((char) ('a' + rest % 2)).append('-');
            }
            strings.add('"' + digits.toString() + "\",");
        }
        return strings;
    }
}
