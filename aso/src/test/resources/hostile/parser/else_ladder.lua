-- family: parser
-- attack: 180 ifs, each in the else of the one before
-- event: onGet
-- outcome: completed
-- value: 1
function onGet()
  local x
if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x =
2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2
else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else if x
then x = 2 else if x then x = 2 else if x then x = 2 else if x then x = 2 else
 x = 1
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end
  return x
end
