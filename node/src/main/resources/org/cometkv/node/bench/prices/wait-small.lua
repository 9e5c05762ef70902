-- A wait of a small event.
-- covers: comet.get
-- phase: wait
-- heap: yes
function aso:onGet() return comet.get() end
