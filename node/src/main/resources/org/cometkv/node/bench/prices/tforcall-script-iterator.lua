-- A generic loop whose iterator is a function of the script with many results.
-- covers: OP_TFORCALL OP_TFORLOOP OP_RETURN
function aso:onGet()
  local function step(all, at)
    return at + 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19
  end
  for a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t in step, {}, 0 do end
end
