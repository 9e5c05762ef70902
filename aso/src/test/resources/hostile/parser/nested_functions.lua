-- family: parser
-- attack: 300 nested functions
-- event: onGet
-- outcome: error
function onGet()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function() return function() return function() return function() return function() return function() return
function() return function() return function() return function() return function() return function() return function()
return function()
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end end end end end end end end end end end end end end end end end end end end
end end end end end end end end end end
end
