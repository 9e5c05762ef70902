-- note: globals are copied at each wait
for i = 1, 400 do _G["g"..i] = i end
function onGet() x = 1 for i = 1, 50 do comet.get() end end
