-- family: state
-- attack: a handler that is error: the object itself is the error value
-- event: onGet
-- outcome: error
aso.onGet = error
