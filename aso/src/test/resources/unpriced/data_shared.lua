-- note: data for an onUpdate of a table that is shared many times
local l = {} for i = 1, 2000 do l[i] = i end aso.value = {} for i = 1, 500 do aso.value[i] = l end function onGet() end
