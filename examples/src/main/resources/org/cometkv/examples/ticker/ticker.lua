-- A market ticker: a put is {symbol, price}. A subscriber asks for a list of symbols, or for all by asking nothing.
aso.accept = "all"
aso.prices = {}

function aso:onUpdate(caller, quote)
  local symbol, price = quote[1], quote[2]
  if type(symbol) ~= "string" or type(price) ~= "number" then
    return false, "a quote is {symbol, price}"
  end
  self.prices[symbol] = price
  comet.publish(quote, {conflate = symbol, tags = {symbol}})
end

function aso:onSubscribe(caller, symbols)
  local now = {}
  for symbol, price in pairs(self.prices) do
    now[symbol] = price
  end
  return {snapshot = now, tags = symbols}
end
