-- A get without a handler of 60,000 bytes.
-- covers: string.rep
-- phase: unhandled
aso.value = ("x"):rep(60000)
