-- New iterators over empty texts.
-- covers: string.gmatch
function aso:onGet()
  while true do (""):gmatch("x")() end
end
