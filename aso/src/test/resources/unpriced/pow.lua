-- note: powers of subnormal numbers
function onGet() local x,y = 1e-310,0.99 for i = 1, 1000 do local z = x^y z = x^y z = x^y z = x^y z=x^y z=x^y z=x^y z=x^y end end
