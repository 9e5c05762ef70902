-- note: numbers of 1,099 digits, which Java parses with large integers
function onGet() local x = ("7"):rep(1099) for i = 1, 100 do tonumber(x) end x = "0." .. ("7"):rep(1099) for i = 1, 100 do tonumber(x) end end
