-- family: state
-- attack: a chunk that makes its functions by the time, so that a copy would find others in its fields
-- event: onGet
-- outcome: error
-- error: comet.systemTime
if comet.systemTime() > 1700000000000 then
  aso.extra = function() return "extra" end
end
function aso.check() return "check" end
function aso.open() return "open" end
function aso:onGet()
  return self.check() .. " " .. self.open()
end
