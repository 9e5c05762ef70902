-- family: poisoning
-- attack: chunk locals captured by several closures are put back for all of them
-- event: onGet
-- times: 4
-- outcome: completed
-- value: nil nil
local stash
local function keep(v) stash = v end
local function kept() return stash end
function onGet()
  local before = tostring(kept())
  keep({ "left behind" })
  return before .. " " .. tostring(type(stash) == "table" and nil)
end
