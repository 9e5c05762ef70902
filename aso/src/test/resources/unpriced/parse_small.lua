-- note: the smallest number as text
function onGet() local x = "5e-324" for i = 1, 3000 do local y = x + 1 end end
