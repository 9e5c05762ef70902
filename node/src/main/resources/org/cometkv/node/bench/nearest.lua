-- The 20 nearest of 200 peers; the answer is the sum of their squared distances.
aso.x, aso.y = 50, 50
aso.peers = {}
for i = 1, 200 do
  aso.peers[i] = {x = i * 37 % 101, y = i * 53 % 97}
end

function aso:onGet()
  local near = {}
  for i, peer in ipairs(self.peers) do
    local dx, dy = peer.x - self.x, peer.y - self.y
    near[i] = {peer = peer, distance = dx * dx + dy * dy}
  end
  table.sort(near, function(a, b)
    return a.distance < b.distance
  end)
  local sum = 0
  for i = 1, 20 do
    sum = sum + near[i].distance
  end
  return sum
end
