-- Visits by the step of the ladder and what came of them, with who cancelled. No step is told as missing.
SELECT coalesce(CAST(step AS VARCHAR(10)), '') AS step,
       CASE WHEN outcome <> 'cancelled' THEN outcome
            ELSE concat('cancelled_by_', coalesce(cancelled_by, 'unknown')) END AS outcome,
       count(*) AS n
FROM visits
WHERE on_day BETWEEN DATE '{from}' AND DATE '{to}' AND outcome IS NOT NULL
GROUP BY coalesce(CAST(step AS VARCHAR(10)), ''),
         CASE WHEN outcome <> 'cancelled' THEN outcome
              ELSE concat('cancelled_by_', coalesce(cancelled_by, 'unknown')) END
