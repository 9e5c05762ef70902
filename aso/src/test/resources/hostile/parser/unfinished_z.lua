-- family: parser
-- attack: an unfinished \z escape at the end of the script, on which stock LuaJ loops for ever
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "abc\z   
