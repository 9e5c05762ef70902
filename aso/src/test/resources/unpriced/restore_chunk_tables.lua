-- note: tables of the chunk are searched in a list as a state is read
aso.t = {}
for i = 1, 1900 do aso.t[i] = {} end
function onGet() end
