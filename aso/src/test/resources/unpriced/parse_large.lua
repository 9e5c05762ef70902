-- note: the largest number as text
function onGet() local x = "1.7976931348623157e308" for i = 1, 3000 do local y = x + 1 end end
