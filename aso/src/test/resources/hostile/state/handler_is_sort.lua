-- family: state
-- attack: a handler that is table.sort, given the object and a caller as the comparator
-- event: onGet
-- outcome: completed|error
aso.onGet = table.sort
aso[1], aso[2], aso[3] = 3, 1, 2
