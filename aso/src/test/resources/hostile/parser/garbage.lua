-- family: parser
-- attack: text that is not Lua at all
-- event: onGet
-- outcome: error
<?xml version="1.0"?><script>alert(1)</script>
