-- family: state
-- attack: a handler that is a library function which calls back
-- event: onGet
-- outcome: completed|error
-- value: false
aso.onGet = pcall
