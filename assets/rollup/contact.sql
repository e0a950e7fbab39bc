-- Visits that were held while the child was placed, by step and by the form of the placement. No step is told as missing.
SELECT coalesce(CAST(v.step AS VARCHAR(10)), '') AS step, p.kind AS kind, count(*) AS n
FROM visits v
JOIN placements p ON p.unit = v.unit AND p.child = v.child
WHERE v.on_day BETWEEN DATE '{from}' AND DATE '{to}' AND v.outcome = 'held'
  AND p.started_on <= v.on_day AND (p.ended_on IS NULL OR v.on_day <= p.ended_on)
GROUP BY coalesce(CAST(v.step AS VARCHAR(10)), ''), p.kind
