-- family: parser
-- attack: 800 gotos to one label at the end
-- event: onGet
-- outcome: completed
-- value: done
function onGet()
  local a
if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if
a then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end if a
then goto out end if a then goto out end if a then goto out end if a then goto out end if a then goto out end
  ::out::
  return "done"
end
