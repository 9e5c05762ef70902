-- family: loops
-- attack: endless goto in the chunk body
-- event: chunk
-- outcome: limit
-- limit: fuel
do
  ::again::
  goto again
end
