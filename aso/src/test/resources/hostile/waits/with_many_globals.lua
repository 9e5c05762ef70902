-- family: waits
-- attack: a wait after one global was written, where the chunk left very many of them
-- event: onGet
-- outcome: completed|limit
-- limit: allocation|fuel|live
-- value: 4501
for i = 1, 4500 do _G[-i] = i end
function onGet()
  mine = 1
  comet.get()
  return _G[-4500] + mine
end
