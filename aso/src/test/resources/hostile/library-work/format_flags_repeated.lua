-- family: library-work
-- attack: format with repeated flags
-- event: onGet
-- outcome: error
function onGet()
  return (("%"):rep(1) .. ("-"):rep(5000) .. "d"):format(1)
end
