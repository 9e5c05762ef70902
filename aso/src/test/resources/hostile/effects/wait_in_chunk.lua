-- family: effects
-- attack: a wait in the chunk body
-- event: chunk
-- outcome: error
comet.get()
