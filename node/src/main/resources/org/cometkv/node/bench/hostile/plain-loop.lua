function aso:onGet() while true do end end
