-- family: state
-- attack: a handler that is a function of comet itself
-- event: onGet
-- outcome: completed|error
aso.onGet = comet.put
