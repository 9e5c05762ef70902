-- note: a log of text that is no ASCII
function onGet() local s = ("\195\164"):rep(100) for i = 1, 100 do comet.log(s) end end
