-- family: state
-- attack: a replica count beyond all bounds
-- event: onGet
-- outcome: completed|error
function aso:onGet()
  self.replicas = 1e300
end
