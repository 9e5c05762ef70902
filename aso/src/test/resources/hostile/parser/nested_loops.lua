-- family: parser
-- attack: 250 nested loops
-- event: onGet
-- outcome: error
function onGet()
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
while true do while true do while true do while true do while true do while true do while true do while true do while
true do while true do while true do while true do while true do while true do while true do while true do while true
do while true do while true do while true do while true do while true do while true do while true do while true do
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end
end
