-- family: state
-- attack: a handler that is a callable table
-- event: onGet
-- outcome: completed|error
onGet = setmetatable({}, { __call = function() return "called" end })
