-- Saves where the page of a chat stands, unless another worker has the turn, or had it and moved the page: a worker
-- whose lease expired comes late, and the page it tells of may be gone from the chat.
-- KEYS: turn, page. ARGV: this worker, the page as it found it, the page to save, milliseconds until that expires.
local holder, found = redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2])
if holder and holder ~= ARGV[1] or found and found ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[4])
return 1
