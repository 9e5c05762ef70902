-- A request of numbers, texts and nested lists.
-- covers: OP_CALL
-- request: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]],1.5,2.5,"a","b",[0,0,0,0],{"x":1,"y":{"z":2}}]
-- times: 100
function aso:onGet(caller, request) return request end
