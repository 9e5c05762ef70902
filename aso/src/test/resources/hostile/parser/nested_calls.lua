-- family: parser
-- attack: 2,000 nested calls
-- event: onGet
-- outcome: error
function onGet()
  return f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f( f(
f( f( f( f( f( f( f( f( f( f( f(
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) ) )
end
