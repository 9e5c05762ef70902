-- family: allocation
-- attack: tables that are dropped at once: allocation counts, not what is kept
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  while true do local _ = {} end
end
