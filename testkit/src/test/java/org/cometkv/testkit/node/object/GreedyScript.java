package org.cometkv.testkit.node.object;

import java.util.Random;

/** Scripts that send as much as they can, in every way there is. */
final class GreedyScript {

    private static final String HEAD = """
            aso.timer = 1
            aso.blob = ""
            -- Whatever an event that another object caused gets to send bears this mark.
            local function mark(caller) return caller and caller.key and "caused" or "fresh" end
            """;

    private GreedyScript() {}

    /**
     * A script of random handlers.
     *
     * @param blobMax the largest state
     */
    static String of(Random random, int blobMax) {
        StringBuilder lua = new StringBuilder(HEAD);
        for (String handler : new String[] {"onGet", "onUpdate", "onTimer", "onPut"}) {
            if (handler.equals("onGet") || handler.equals("onUpdate") || random.nextInt(4) > 0) {
                String arguments = handler.equals("onTimer") ? "name" : "caller, request, object";
                lua.append("function aso:")
                        .append(handler)
                        .append('(')
                        .append(arguments)
                        .append(")\n");
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    statement(lua, random, blobMax, handler.equals("onTimer") ? "nil" : "caller");
                }
                if (handler.equals("onUpdate")) {
                    // What clients put again with its script takes its place; no value does.
                    lua.append("  return object.again\n");
                }
                lua.append("end\n");
            }
        }
        return lua.toString();
    }

    private static void statement(StringBuilder lua, Random random, int blobMax, String caller) {
        int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 25 : 4);
        int bytes = random.nextInt(random.nextInt(3) == 0 ? 20_000 : 300);
        String text = "mark(" + caller + ") .. string.rep(\"x\", " + bytes + ")";
        String nodes = random.nextBoolean() ? ", comet.lookup()" : "";
        switch (random.nextInt(9)) {
            case 0 -> loop(lua, times, "comet.put(comet.key(), " + text + nodes + ")");
            case 1 -> loop(lua, times, "comet.put(self, comet.lookup())");
            case 2 -> loop(lua, 1 + times / 8, "comet.get(nil, comet.lookup(), " + text + ")");
            case 3 -> loop(lua, 1, "comet.get(nil, nil, " + text + ")");
            case 4, 5 -> loop(lua, 1, "self.blob = string.rep(\"y\", " + random.nextInt(blobMax + 1) + ")");
            case 6 -> loop(lua, 16, "comet.after(string.rep(\"t\", 60) .. i, " + (1 + random.nextInt(60)) + ")");
            case 7 -> loop(lua, times, "comet.lookup()");
            default -> {
                if (random.nextInt(8) == 0) {
                    loop(lua, 1, "comet.deleteSelf()");
                }
                loop(lua, times, "comet.put(comet.key(1), " + text + nodes + ")");
                loop(lua, times, "comet.spawn(comet.key(2), {timer = 0, v = " + text + "})");
            }
        }
    }

    private static void loop(StringBuilder lua, int times, String call) {
        lua.append("  for i = 1, ").append(times).append(" do ").append(call).append(" end\n");
    }
}
