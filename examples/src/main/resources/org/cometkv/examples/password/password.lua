-- Opens to who proves to know the password. What was derived from it is in aso.verifier; itself, it is nowhere.
local function isProven(act, request)
  if type(request) ~= "table" then return false end
  local age = comet.systemTime() - (tonumber(request.at) or 0)
  local text = act .. " " .. tostring(request.at) .. " " .. tostring(request.value or "")
  return math.abs(age) <= 60000 and request.proof == comet.hmac(aso.verifier, text)
end

function aso:onGet(caller, request)
  if isProven("get", request) then return self.value end
end

function aso:onUpdate(caller, value)
  if not isProven("update", value) then return false, "no proof of the password" end
  self.value = value.value
end

function aso:onRemove(caller, request)
  return isProven("remove", request), "no proof of the password"
end
