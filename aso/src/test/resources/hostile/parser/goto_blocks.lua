-- family: parser
-- attack: 900 blocks, each with a goto out of all of them
-- event: onGet
-- outcome: completed
-- value: done
function onGet()
  if false then
do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o
end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do
goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end do goto o end
  end
  ::o::
  return "done"
end
