-- Children by form of placement and the district that answered for it: once in each cell they were in at any time of the
-- period. No district is told as missing.
SELECT coalesce(district, '') AS district, kind, count(DISTINCT concat(unit, ':', child)) AS n
FROM placements
WHERE started_on <= DATE '{to}' AND (ended_on IS NULL OR ended_on >= DATE '{from}')
GROUP BY coalesce(district, ''), kind
