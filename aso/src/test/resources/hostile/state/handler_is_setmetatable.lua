-- family: state
-- attack: a handler that is setmetatable, given the object and the newcomer's value
-- event: onUpdate
-- outcome: completed|error
aso.onUpdate = setmetatable
