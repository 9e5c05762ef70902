-- family: parser
-- attack: 45 nested functions of four locals each, and 4,800 names that are none of them
-- event: onGet
-- outcome: completed
-- value: 1
function onGet() return 1 end
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
function f()local ai,aj,ak,al
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x x=x
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end
