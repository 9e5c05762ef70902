-- note: hexadecimal text negated
function onGet() local x = "0x1" for i = 1, 3000 do local y = -x end end
