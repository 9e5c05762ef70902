-- note: hexadecimal text as bounds of a loop
function onGet() for i = 1, 3000 do for j = "0x2", "0x1", "0x1" do end end end
