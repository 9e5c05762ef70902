-- family: state
-- attack: a handler that is a table, a number or a string
-- event: onGet
-- outcome: completed|error
aso.onGet = { "not a function" }
onGet = 5
