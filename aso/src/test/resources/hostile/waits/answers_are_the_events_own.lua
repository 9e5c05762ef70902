-- family: waits
-- attack: what a wait brought is the event's own table, with frozen handles in it
-- event: onGet
-- outcome: completed
-- value: true
function aso:onGet()
  local answers = comet.get()
  for _, answer in ipairs(answers) do
    if pcall(function() answer.node.id = "x" end) then return "changed a handle" end
    answer.value = nil
  end
  answers[1] = nil
  self.answers = answers
  return true
end
