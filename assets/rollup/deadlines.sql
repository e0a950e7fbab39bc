-- Duties whose last day lies in the period, by rule and how they stand.
SELECT duty AS rule, state, count(*) AS n
FROM duties
WHERE due_on BETWEEN DATE '{from}' AND DATE '{to}'
GROUP BY duty, state
