-- family: parser
-- attack: 250 nested blocks
-- event: onGet
-- outcome: error
function onGet()
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do do
do do do do do do do do do do do do do do do do
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
