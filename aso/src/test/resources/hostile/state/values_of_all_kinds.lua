-- family: state
-- attack: infinities, NaN, minus zero, long, empty and binary keys survive in the state
-- event: onGet
-- times: 3
-- outcome: completed
-- value: true
function aso:onGet()
  local t = self.t
  local fine = not t or t.nan ~= t.nan and t.inf == 1 / 0 and 1 / t.zero == -1 / 0 and t[1 / 0] == "inf" and t[""] == "empty"
    and t["\0\255"] == "binary" and t[("k"):rep(5000)] == "long" and t[true] == false and t[2^53] == 2^53 and t[-1.5] == 1e-300
  local minus = -1
  self.t = { nan = 0 / 0, inf = 1 / 0, zero = 0 * minus, [1 / 0] = "inf", [""] = "empty", ["\0\255"] = "binary",
    [("k"):rep(5000)] = "long", [true] = false, [2^53] = 2^53, [-1.5] = 1e-300 }
  return fine
end
