-- note: a get without a handler of a list
-- phase: unhandled
aso.value = {} for i = 1, 6000 do aso.value[i] = i end
