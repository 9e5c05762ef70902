-- family: effects
-- attack: an effect in the chunk body
-- event: chunk
-- outcome: error
comet.publish("x")
