-- note: a list of globals is copied at each wait
for i = 1, 2000 do _G[i] = i end
function onGet() x = 1 for i = 1, 50 do comet.get() end end
