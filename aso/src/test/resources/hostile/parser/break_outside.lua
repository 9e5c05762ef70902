-- family: parser
-- attack: a break outside of a loop
-- event: onGet
-- outcome: error
function onGet() return 1 end
break
