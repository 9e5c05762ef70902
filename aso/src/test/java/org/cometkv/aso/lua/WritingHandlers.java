package org.cometkv.aso.lua;

import java.util.List;

/** Twenty handlers that write in every way there is, over one state that has everything a state can have. */
final class WritingHandlers {

    /** The chunk up to the body of its onGet. */
    static final String STATE = """
            aso.n = 1
            aso.list = {5, 3, 9, 1, 7}
            aso.map = {a = 1, b = 2, c = {x = 1}, [10] = 'ten', [2.5] = 'half', [true] = false}
            aso.shared = aso.map.c
            aso.cycle = {}
            aso.cycle.self = aso.cycle
            aso.big = {}
            for i = 1, 20 do aso.big['k' .. i] = i end
            for i = 1, 9 do aso.big['k' .. i] = nil end
            local meta = {__index = {inherited = true}}
            local point = {__add = function(a, b) return a.x + b.x end}
            aso.object = setmetatable({x = 1}, meta)
            aso.plain = {x = 2}
            aso.holes = {1, nil, 3, nil, 5}
            aso.matrix = {{1, 2}, {3, 4}}
            counter = 0
            local hidden = 0
            function aso.onGet(self)
            """;

    static final List<String> BODIES = List.of(
            "self.n = self.n + 1",
            "self.n = nil self.n = 2 self.fresh = {1, {2}} self.fresh[2][1] = self.list",
            "table.sort(self.list)",
            "table.sort(self.list, function(a, b) self.n = self.n + 1 return a > b end)",
            "for i = 1, 6 do table.insert(self.list, 1, i) end",
            "for i = 1, 5 do table.remove(self.list, 1) end",
            "table.insert(self.list, 3, 'x') table.remove(self.list, 2) self.list[#self.list] = nil",
            "self.list[20] = 1 self.list[6] = 2 self.list[7] = 3 self.list[20] = nil",
            "for i = 1, 30 do self.big['n' .. i] = i end for i = 1, 25 do self.big['n' .. i] = nil end",
            "for k in pairs(self.big) do self.big[k] = nil end for i = 1, 12 do self.big[i .. 'k'] = i end",
            "for k, v in pairs(self.map) do self.map[k] = nil end self.map.a = 2 self.map[1] = 1 self.map[2] = 2",
            "for i = #self.list, 1, -1 do self.list[i] = nil end for i = 1, 40 do self.list[i] = i end",
            "self.holes[5] = nil self.holes[3] = nil self.holes[4] = 4 table.insert(self.holes, 2, 2)",
            "setmetatable(self.plain, meta) setmetatable(self.object, nil) self.object.y = 1",
            "setmetatable(self.plain, point) setmetatable(self.object, point) self.n = self.plain + self.object",
            "self.shared.x = 2 self.map.c = nil self.shared.y = self.shared self.again = self.shared",
            "self.cycle.self = nil self.cycle.other = {back = self.cycle} self.cycle = self.cycle.other",
            "self.matrix[1], self.matrix[2] = self.matrix[2], self.matrix[1] self.matrix[3] = {self.matrix}",
            "counter = counter + 1 hidden = hidden + 1 extra = {} self.n = counter + hidden",
            "pcall(function() self.n = 9 self.list[1] = 'x' error('x') end) self.n = math.random(1000)",
            "self.text = (self.text or '') .. string.rep('ab', 20) self.list = {self.text:byte(1, 10)}");

    private WritingHandlers() {}

    /** The script whose onGet does this and returns 'done'. */
    static String script(String body) {
        return STATE + body + " return 'done' end";
    }
}
