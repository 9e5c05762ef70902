-- note: hexadecimal text as an operand: a regular expression and a parser for two units
function onGet() local x = "0x1" for i = 1, 3000 do local y = x + 1 end end
