-- Größe
aso.value = 1
