-- family: state
-- attack: a handler that is rawset, which puts the request under the caller into the object
-- event: onGet
-- request: {"x":1}
-- times: 2
-- outcome: completed|error
aso.onGet = rawset
