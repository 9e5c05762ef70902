-- A work queue: a put is {job = j}, for the worker that has the least to do, or {done = j, by = worker}.
-- A worker subscribes with its name. One replica, so that each job is given once.
aso.accept = "all"
aso.replicas = 1
aso.busy = {}

function aso:onUpdate(caller, put)
  if put.done then
    self.busy[put.by] = self.busy[put.by] - 1
    return
  end
  local least
  for worker, jobs in pairs(self.busy) do
    if not least or jobs < self.busy[least] then
      least = worker
    end
  end
  if not least or not comet.publish(put.job, {tags = {least}}) then
    return false, "there is no worker"
  end
  self.busy[least] = self.busy[least] + 1
end

function aso:onSubscribe(caller, worker)
  self.busy[worker] = self.busy[worker] or 0
  return {snapshot = "hello " .. worker, tags = {worker}}
end
