-- family: state
-- attack: a handler that is the function which waits
-- event: onGet
-- outcome: completed|error
onGet = comet.get
